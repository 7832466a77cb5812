import { createEntropy } from '@chancery/ledger/entropy';
import type { LedgerWriter } from '@chancery/ledger/ledger-writer';
import { KEPT_ANSWER_BYTES_MAX } from '@chancery/ledger/said/kept-answer';
import { callerCitations } from '@chancery/policy/caller-citations';
import type { PolicyEngine } from '@chancery/policy/engine';
import { grantCommand } from '@chancery/policy/writes/check-command';
import type { Clock } from '@chancery/shared/clock';
import { ConfigurationError } from '@chancery/shared/errors';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { Log } from '@chancery/shared/log';
import type { AskPeople } from '@chancery/shared/people/ask-people';
import { DateTime, LocalDate, StateCode } from '@chancery/shared/schema/scalars';
import type { SnapshotSource } from '@chancery/shared/snapshot/snapshot-source';
import { REQUEST_MAX_MS } from '@chancery/shared/subjects/context-claims';
import type { TrustStore } from '@chancery/shared/subjects/trust-store';
import { VerifiedTokens } from '@chancery/shared/subjects/verified-tokens';
import type { GraphQLSchema } from 'graphql';
import { DenialSeal } from '../authzen/denial-seal.js';
import { accessEndpoints } from '../authzen/endpoints.js';
import { METADATA_PATH, metadataRoute } from '../authzen/metadata.js';
import { REQUESTS_PATH, requestsEndpoint } from '../authzen/request-endpoint.js';
import { createConsultations } from '../consult/consultations.js';
import { createLookBefore } from '../consult/look-before.js';
import { exportRequest } from '../export-request.js';
import { type Gateway, handleRequest, recorded } from '../handle-request.js';
import { handleLedgerPath, LEDGER_PATHS, type LedgerPath } from '../ledger-proofs.js';
import { loadSupergraph } from '../schema/load-supergraph.js';
import { handleSchemaFile } from '../schema-file.js';
import { Admission } from '../stages/admit/admission.js';
import { OnceASecond } from '../stages/admit/once-a-second.js';
import { CategoryCloser } from '../stages/authorize/closed-categories.js';
import { DecisionTables } from '../stages/authorize/decision-tables.js';
import type { Granting } from '../stages/authorize/require-grants.js';
import { HandlingRegistry } from '../stages/execute/handling-registry.js';
import { createLocalSubgraph } from '../stages/execute/local-subgraph.js';
import { GRACE_MS, openMesh, type SubgraphEndpoint } from '../stages/execute/mesh.js';
import { Slots } from '../stages/execute/slots.js';
import { SubgraphHealth } from '../stages/execute/subgraph-health.js';
import { EXPORTS } from '../stages/limit/export-limits.js';
import { ADMISSION, DEADLINE_MS } from '../stages/limit/limits.js';
import { SOCKET, SUBSCRIPTIONS } from '../stages/limit/subscription-limits.js';
import { createPlanner } from '../stages/plan/planner.js';
import { OperationPreparer } from '../stages/plan/prepare-operation.js';
import { Validator } from '../stages/read/validate.js';
import type { DrainTimes } from '../stages/receive/drain.js';
import type { Endpoint } from '../stages/receive/graphql-endpoint.js';
import { liveRoute, readyRoute } from '../stages/receive/health.js';
import { type HttpServer, type Route, startHttpServer } from '../stages/receive/http-server.js';
import { WebSockets } from '../stages/receive/web-sockets.js';
import { refusedAt } from '../stages/record/outcome.js';
import { SelectionMemory } from '../stages/redact/selection-memory.js';
import { greetSocket, type StreamingGateway, streamRequest } from '../stream-request.js';
import { Subscriptions } from '../streams/subscriptions.js';
import { subscribedOwners } from '../streams/watched.js';

export interface GatewayOptions {
  readonly host: string;
  readonly port: number;
  /** The composed SDL, and the gateway's own part of it, where it has one. */
  readonly supergraphSdl: string;
  readonly gatewaySdl: string | null;
  /** How the SDL is read; left out, nothing is served that no rule is written for. */
  readonly readSupergraph?: typeof loadSupergraph;
  readonly subgraphs: Readonly<Record<string, SubgraphEndpoint>>;
  readonly trust: TrustStore;
  readonly snapshots: SnapshotSource;
  readonly policy: PolicyEngine;
  /** What lets commands be run; left out, the table of the policy. */
  readonly grant?: Granting['grant'];
  readonly ledger: LedgerWriter;
  /** Whether there is room on the disk; the ledger is given the same. */
  readonly hasRoom?: () => boolean;
  readonly clock: Clock;
  readonly log: Log;
  /** Address under which callers reach it, where that is another than its own. */
  readonly publicUrl?: string;
  readonly deadlineMs?: number;
  readonly drain?: DrainTimes;
  readonly subscriptions?: Partial<Record<'subjectMax' | 'agencyMax' | 'allMax', number>>;
  readonly admission?: Partial<Record<keyof typeof ADMISSION, number>>;
  /** Address of the notary; left out, nothing is served that it signs. */
  readonly notaryUrl?: string;
  /** Who tells which people of a State have asked; left out, nobody is told who sees a value. */
  readonly people?: AskPeople;
  /** Further resources, by method and path, over what callers see of the schema. */
  readonly routes?: (schema: GraphQLSchema) => ReadonlyMap<string, Route>;
}

/** Scalars that are read as strictly here as in the services. */
export const SCALARS = [DateTime, LocalDate, StateCode];
/** Of a trace id (W3C Trace Context section 3.2.2.3). */
const TRACE_BYTES = 16;
const FLOOR = 'l=-;rel=*;nat=*;pur=*;own=CHANCERY.root';

/** Starts the gateway. The ledger is the caller's, who closes it after the gateway has drained. */
export async function startGateway(options: GatewayOptions): Promise<HttpServer> {
  const { readSupergraph = loadSupergraph } = options;
  const supergraph = readSupergraph(options.supergraphSdl, SCALARS);
  const { clock, trust, snapshots, policy, ledger, log, deadlineMs = DEADLINE_MS } = options;
  const { grant = grantCommand } = options;
  if (deadlineMs + GRACE_MS > REQUEST_MAX_MS) {
    throw new ConfigurationError(`a deadline of ${deadlineMs} ms is longer than a signed call may last`);
  }
  const handlings = new HandlingRegistry((message) => log({ event: 'alarm', message }));
  const unreachable = new OnceASecond();
  const entropy = createEntropy();
  // What is asked about records is a query of the gateway's own, to the mesh that it is part of.
  const consultations = createConsultations(() => ({ ...gateway, supergraph, trust }), {
    notaryUrl: options.notaryUrl ?? null,
    people: options.people ?? null,
  });
  const mesh = openMesh({
    endpoints: options.subgraphs,
    local:
      options.gatewaySdl === null
        ? null
        : { name: 'gateway', answer: createLocalSubgraph(options.gatewaySdl, consultations) },
    handlings,
    types: supergraph.types,
    ownerOf: supergraph.ownerOf,
    clock,
    policy: policy.version,
    schemaOf: supergraph.schemaOf,
    unreachable: (subgraph, reason) => {
      const event = { event: 'subgraph unreachable', subgraph, reason: String(reason) };
      if (unreachable.admit(`${subgraph} ${reason instanceof Error ? reason.name : ''}`, clock())) log(event);
    },
  });
  const gateway: Gateway = {
    clock,
    tokens: new VerifiedTokens(trust),
    snapshots,
    policy,
    versions: { policy: policy.version, schema: supergraph.digest },
    validator: new Validator(supergraph.consumerSchema),
    closer: new CategoryCloser(
      policy,
      supergraph.policies.flatMap(({ category }) => category ?? []),
    ),
    preparer: new OperationPreparer(supergraph, createPlanner(supergraph.sdl)),
    tables: new DecisionTables(),
    selections: new SelectionMemory(),
    handlings,
    floor: parseHandling(FLOOR),
    ledger,
    strangers: new OnceASecond(),
    admission: new Admission({
      limits: { ...ADMISSION, ...options.admission },
      ledger,
      now: () => performance.now(),
    }),
    shed: new OnceASecond(),
    deadlineMs,
    log,
    callerCitations,
    granting: { policy, inputs: supergraph.inputs, grant, callerCitations },
    lookBefore: createLookBefore(() => ({ ...gateway, supergraph })),
    newTrace: () => entropy(TRACE_BYTES).toString('hex'),
    execute: mesh.execute,
  };
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
  const stream: NonNullable<Endpoint['stream']> = (request, open) => streamRequest(request, streaming, open);
  const placesFor = (what: string, limits: { subjectMax: number; agencyMax: number; allMax: number }): Admission =>
    new Admission({
      limits: { ...ADMISSION, ...limits, allLeast: limits.allMax },
      ledger,
      now: () => performance.now(),
      what,
    });
  const socketPlaces = placesFor('web sockets', SOCKET);
  const exporting = { places: placesFor('exports', EXPORTS), slots: new Slots(EXPORTS.readMax) };
  const sockets = new WebSockets({
    path: '/graphql',
    stream,
    greet: (request) => greetSocket(request, gateway, socketPlaces),
    listsOrigin: (origin) => trust.listsOrigin(origin),
    failed: (error) => log({ event: 'socket failure', error: String(error) }),
  });
  const subgraphs = new SubgraphHealth(options.subgraphs);
  const { notaryUrl } = options;
  const notary = notaryUrl === undefined ? null : new SubgraphHealth({ notary: { url: notaryUrl } });
  let isDraining = false;
  const baseUrl = (): string => (options.publicUrl ?? server.url).replace(/\/$/, '');
  // Requests are of compliance: where there is none, a denial cannot be followed by one.
  const { compliance } = options.subgraphs;
  const requestable =
    compliance === undefined
      ? null
      : { seal: new DenialSeal(compliance.key), endpoint: () => `${baseUrl()}${REQUESTS_PATH}` };
  const server = await startHttpServer({
    host: options.host,
    port: options.port,
    ...(options.drain ? { drain: options.drain } : {}),
    routes: new Map([
      ['GET /live', liveRoute],
      ['GET /health', liveRoute],
      [`GET ${METADATA_PATH}`, metadataRoute(baseUrl, requestable !== null)],
      [
        'GET /ready',
        readyRoute({
          isLedgerAnswering: () => ledger.answering(),
          hasRoom: options.hasRoom ?? (() => true),
          isSnapshotStale: () => snapshots.view(clock()).stale,
          snapshotLagMs: () => snapshots.lagMs(),
          agreementsLagMs: () => trust.lagMs?.() ?? null,
          isDraining: () => isDraining,
          links: () => subgraphs.links(),
          checkpoints: () => notary?.now().notary ?? 'unknown',
          subgraphs: () => subgraphs.now(),
        }),
      ],
      ...(options.routes?.(supergraph.consumerSchema) ?? []),
    ]),
    endpoints: new Map<string, Endpoint>([
      [
        '/graphql',
        {
          methods: ['GET', 'POST'],
          handle: (request) => handleRequest(request, gateway),
          stream,
          export: (request, open) =>
            exportRequest(request, { ...gateway, exports: { ...exporting, isEnding: () => isDraining } }, open),
        },
      ],
      ...accessEndpoints(gateway, { ...gateway, supergraph, trust }, requestable),
      ...(requestable === null
        ? []
        : [[REQUESTS_PATH, requestsEndpoint({ gateway, seal: requestable.seal, baseUrl })] as const]),
      ['/schema.graphql', { methods: ['GET'], handle: (request) => handleSchemaFile(request, gateway) }],
      ...(notaryUrl === undefined ? [] : ledgerEndpoints(gateway, notaryUrl)),
    ]),
    listsOrigin: (origin) => trust.listsOrigin(origin),
    upgrade: (request, connection, head) => sockets.take(request, connection, head),
    failed: (error) => log({ event: 'http failure', error: String(error) }),
  });
  return {
    url: server.url,
    close: async () => {
      isDraining = true;
      subscriptions.endAll();
      await sockets.close();
      await server.close();
      await subscriptions.close();
      subgraphs.close();
      notary?.close();
      await mesh.close();
    },
  };
}

const ledgerEndpoints = (gateway: Gateway, notaryUrl: string): [string, Endpoint][] =>
  (Object.keys(LEDGER_PATHS) as LedgerPath[]).map((path) => [
    `/ledger/${path}`,
    {
      ...(path === 'values' ? { methods: ['POST'], bodyBytesMax: KEPT_ANSWER_BYTES_MAX } : { methods: ['GET'] }),
      handle: (request) => handleLedgerPath(path, request, { gateway, notaryUrl }),
    },
  ]);
