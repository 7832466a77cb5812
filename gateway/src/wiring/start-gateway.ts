import { METADATA_PATH, metadataRoute } from '../authzen/metadata.js';
import { SubgraphHealth } from '../stages/execute/subgraph-health.js';
import { liveRoute, readyRoute } from '../stages/receive/health.js';
import { type HttpServer, startHttpServer } from '../stages/receive/http-server.js';
import { endpointsOf, requestableOf } from './endpoints.js';
import type { GatewayOptions } from './gateway-options.js';
import { makeGateway } from './make-gateway.js';
import { openStreams } from './open-streams.js';

/** Starts the gateway. The ledger is the caller's, who closes it after the gateway has drained. */
export async function startGateway(options: GatewayOptions): Promise<HttpServer> {
  const { clock, trust, snapshots, ledger, log, notaryUrl, hasRoom = () => true } = options;
  const made = makeGateway(options);
  const streams = openStreams(options, made);
  const subgraphs = new SubgraphHealth(options.subgraphs);
  const notary = notaryUrl === undefined ? null : new SubgraphHealth({ notary: { url: notaryUrl } });
  let isDraining = false;
  const baseUrl = (): string => (options.publicUrl ?? server.url).replace(/\/$/, '');
  const requestable = requestableOf(options, baseUrl);
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
          hasRoom,
          isSnapshotStale: () => snapshots.view(clock()).stale,
          snapshotLagMs: () => snapshots.lagMs(),
          agreementsLagMs: () => trust.lagMs?.() ?? null,
          isDraining: () => isDraining,
          links: () => subgraphs.links(),
          checkpoints: () => notary?.now().notary ?? 'unknown',
          subgraphs: () => subgraphs.now(),
        }),
      ],
      ...(options.routes?.(made.supergraph.consumerSchema) ?? []),
    ]),
    endpoints: endpointsOf(options, made, streams, { requestable, baseUrl, isEnding: () => isDraining }),
    listsOrigin: (origin) => trust.listsOrigin(origin),
    upgrade: (request, connection, head) => streams.sockets.take(request, connection, head),
    failed: (error) => log({ event: 'http failure', error: String(error) }),
  });
  return {
    url: server.url,
    close: async () => {
      isDraining = true;
      streams.subscriptions.endAll();
      await streams.sockets.close();
      await server.close();
      await streams.subscriptions.close();
      subgraphs.close();
      notary?.close();
      await made.mesh.close();
    },
  };
}
