import { KEPT_ANSWER_BYTES_MAX } from '@chancery/ledger/said/kept-answer';
import { DenialSeal } from '../authzen/denial-seal.js';
import { accessEndpoints, type Requestable } from '../authzen/endpoints.js';
import { REQUESTS_PATH, requestsEndpoint } from '../authzen/request-endpoint.js';
import { exportRequest } from '../export-request.js';
import { type Gateway, handleRequest } from '../handle-request.js';
import { handleLedgerPath, LEDGER_PATHS, type LedgerPath } from '../ledger-proofs.js';
import { handleSchemaFile } from '../schema-file.js';
import type { Endpoint } from '../stages/receive/graphql-endpoint.js';
import type { GatewayOptions } from './gateway-options.js';
import type { MadeGateway } from './make-gateway.js';
import type { Streams } from './open-streams.js';

/** How a denial is followed by a request for what it denies: a record of compliance, so without that service by none. */
export function requestableOf({ subgraphs }: GatewayOptions, baseUrl: () => string): Requestable | null {
  const { compliance } = subgraphs;
  if (compliance === undefined) return null;
  return { seal: new DenialSeal(compliance.key), endpoint: () => `${baseUrl()}${REQUESTS_PATH}` };
}

/** What callers ask, by its path: each is decided and recorded. */
export function endpointsOf(
  { trust, notaryUrl }: GatewayOptions,
  { gateway, supergraph }: MadeGateway,
  { stream, exports }: Streams,
  { requestable, baseUrl, isEnding }: { requestable: Requestable | null; baseUrl(): string; isEnding(): boolean },
): Map<string, Endpoint> {
  return new Map<string, Endpoint>([
    [
      '/graphql',
      {
        methods: ['GET', 'POST'],
        handle: (request) => handleRequest(request, gateway),
        stream,
        export: (request, open) => exportRequest(request, { ...gateway, exports: { ...exports, isEnding } }, open),
      },
    ],
    ...accessEndpoints(gateway, { ...gateway, supergraph, trust }, requestable),
    ...(requestable === null
      ? []
      : [[REQUESTS_PATH, requestsEndpoint({ gateway, seal: requestable.seal, baseUrl })] as const]),
    ['/schema.graphql', { methods: ['GET'], handle: (request) => handleSchemaFile(request, gateway) }],
    ...(notaryUrl === undefined ? [] : ledgerEndpoints(gateway, notaryUrl)),
  ]);
}

const ledgerEndpoints = (gateway: Gateway, notaryUrl: string): [string, Endpoint][] =>
  (Object.keys(LEDGER_PATHS) as LedgerPath[]).map((path) => [
    `/ledger/${path}`,
    {
      ...(path === 'values' ? { methods: ['POST'], bodyBytesMax: KEPT_ANSWER_BYTES_MAX } : { methods: ['GET'] }),
      handle: (request) => handleLedgerPath(path, request, { gateway, notaryUrl }),
    },
  ]);
