import { type Gateway, recorded } from '../handle-request.js';
import { Admission } from '../stages/admit/admission.js';
import { Slots } from '../stages/execute/slots.js';
import { EXPORTS } from '../stages/limit/export-limits.js';
import { ADMISSION } from '../stages/limit/limits.js';
import { SOCKET, SUBSCRIPTIONS } from '../stages/limit/subscription-limits.js';
import type { Endpoint } from '../stages/receive/graphql-endpoint.js';
import { WebSockets } from '../stages/receive/web-sockets.js';
import { refusedAt } from '../stages/record/outcome.js';
import { greetSocket, type StreamingGateway, streamRequest } from '../stream-request.js';
import { Subscriptions } from '../streams/subscriptions.js';
import { subscribedOwners } from '../streams/watched.js';
import type { GatewayOptions } from './gateway-options.js';
import type { MadeGateway } from './make-gateway.js';

/** What lasts longer than a request. */
export interface Streams {
  readonly subscriptions: Subscriptions;
  readonly stream: NonNullable<Endpoint['stream']>;
  readonly sockets: WebSockets;
  readonly exports: { readonly places: Admission; readonly slots: Slots };
}

/** Opens subscriptions, web sockets and room for exports. */
export function openStreams(options: GatewayOptions, { gateway, supergraph }: MadeGateway): Streams {
  const { ledger, log, trust } = options;
  const subscriptions = new Subscriptions({
    gateway,
    endpoints: options.subgraphs,
    owners: subscribedOwners(supergraph),
    limits: { ...SUBSCRIPTIONS, ...options.subscriptions },
    ledger,
    failed: async (error, reached, request) => {
      const { body } = await recorded(refusedAt(reached, error, log), request, gateway);
      return body;
    },
  });
  const streaming: StreamingGateway = { ...gateway, subscriptions };
  const stream: Streams['stream'] = (request, open) => streamRequest(request, streaming, open);
  const socketPlaces = placesFor('web sockets', SOCKET, gateway);
  const sockets = new WebSockets({
    path: '/graphql',
    stream,
    greet: (request) => greetSocket(request, gateway, socketPlaces),
    listsOrigin: (origin) => trust.listsOrigin(origin),
    failed: (error) => log({ event: 'socket failure', error: String(error) }),
  });
  const exports = { places: placesFor('exports', EXPORTS, gateway), slots: new Slots(EXPORTS.readMax) };
  return { subscriptions, stream, sockets, exports };
}

/** So many at once of a subject, of an agency and of all, however long each answer takes. */
const placesFor = (
  what: string,
  limits: { subjectMax: number; agencyMax: number; allMax: number },
  { ledger }: Pick<Gateway, 'ledger'>,
): Admission =>
  new Admission({
    limits: { ...ADMISSION, ...limits, allLeast: limits.allMax },
    ledger,
    now: () => performance.now(),
    what,
  });
