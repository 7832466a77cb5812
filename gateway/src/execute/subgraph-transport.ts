import { InternalError } from '@chancery/shared/errors';
import { type Dispatcher, Pool } from 'undici';
import { ResponseReader } from './response-reader.js';
import { Slots } from './slots.js';

/** Carries requests to the subgraphs over HTTP. */
export interface SubgraphTransport {
  /** Whether the subgraph is answered in process. */
  isLocal(subgraph: string): boolean;
  /** The text of the answer. Rejects when there is none that can be read. */
  post(subgraph: string, request: SubgraphRequest): Promise<string>;
  close(): Promise<void>;
}

export interface SubgraphRequest {
  readonly body: Uint8Array;
  /** Makes the value of `Chancery-Context`, when a connection is free to send it. */
  readonly context: () => string;
  readonly signal: AbortSignal;
}

export interface TransportOptions {
  readonly connectionsMax?: number;
  readonly responseBytesMax?: number;
  readonly connectTimeoutMs?: number;
}

interface Endpoint {
  readonly pool: Pool;
  readonly path: string;
  readonly slots: Slots;
}

/** Opens a pool of connections for each subgraph. An endpoint `local:…` is answered in process. */
export function openSubgraphTransport(
  endpoints: ReadonlyMap<string, string>,
  options: TransportOptions = {},
): SubgraphTransport {
  const { connectionsMax = 32, responseBytesMax = 8 * 1024 * 1024, connectTimeoutMs = 2_000 } = options;
  const remote = new Map<string, Endpoint>();
  for (const [subgraph, address] of endpoints) {
    const url = new URL(address);
    if (url.protocol === 'local:') continue;
    const pool = new Pool(url.origin, { connections: connectionsMax, connect: { timeout: connectTimeoutMs } });
    remote.set(subgraph, { pool, path: `${url.pathname}${url.search}`, slots: new Slots(connectionsMax) });
  }

  return {
    isLocal: (subgraph) => endpoints.has(subgraph) && !remote.has(subgraph),
    async post(subgraph, request) {
      const endpoint = remote.get(subgraph);
      if (!endpoint) throw new InternalError('SUBGRAPH_UNREACHABLE', `no endpoint for subgraph ${subgraph}`);
      // In undici's own queue a context would age.
      await endpoint.slots.take(request.signal);
      try {
        return await dispatch(endpoint, request, responseBytesMax);
      } finally {
        endpoint.slots.give();
      }
    },
    async close() {
      await Promise.all(Array.from(remote.values(), ({ pool }) => pool.destroy()));
    },
  };
}

function dispatch({ pool, path }: Endpoint, request: SubgraphRequest, responseBytesMax: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new ResponseReader({ signal: request.signal, responseBytesMax, resolve, reject });
    const options: Dispatcher.DispatchOptions = {
      path,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'chancery-context': request.context(),
      },
      body: request.body,
    };
    pool.dispatch(options, reader);
  });
}
