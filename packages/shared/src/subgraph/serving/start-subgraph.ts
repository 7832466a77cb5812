import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Subgraph } from './subgraph.js';
import type { SubgraphOptions } from './subgraph-options.js';

/** A subgraph that answers on loopback. */
export interface RunningSubgraph {
  readonly url: string;
  /** Calls with a valid context so far. */
  requests(): number;
  /** Answers what has begun, then closes every connection. */
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

/** Starts a subgraph: it answers calls with a valid signed context, `GET /health`, and nothing else. */
export async function startSubgraph(options: SubgraphOptions): Promise<RunningSubgraph> {
  const subgraph = await Subgraph.open(options);
  const server = createServer((request, response) => subgraph.handle(request, response));
  try {
    await listen(server, options.port ?? 0);
  } catch (error) {
    await subgraph.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${HOST}:${port}/`,
    requests: () => subgraph.requests,
    async close() {
      subgraph.beginClosing();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
      await subgraph.close();
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
