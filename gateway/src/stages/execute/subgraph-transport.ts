import { InternalError } from '@chancery/shared/errors';
import { type Dispatcher, Pool } from 'undici';
import { SUBGRAPH, SUBGRAPH_BYTES_MAX } from '../limit/limits.js';
import { type CallEnd, CircuitBreaker } from './circuit-breaker.js';
import { CallCut, type Cut } from './cut.js';
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
  readonly signal: Cut;
  /** Told true when a connection begins to send it, and false when the subgraph says that it did not take it. */
  readonly begun?: (has: boolean) => void;
}

export interface TransportOptions {
  readonly connectionsMax?: number;
  readonly responseBytesMax?: number;
  readonly connectTimeoutMs?: number;
  /** How long one call may take and when a subgraph is no longer asked; what is left out is as in `limits.ts`. */
  readonly waits?: { readonly [K in keyof typeof SUBGRAPH]?: number };
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
}

interface Endpoint {
  readonly pool: Pool;
  readonly path: string;
  readonly slots: Slots;
  readonly breaker: CircuitBreaker;
}

/** Opens a pool of connections for each subgraph. An endpoint `local:…` is answered in process. */
export function openSubgraphTransport(
  endpoints: ReadonlyMap<string, string>,
  options: TransportOptions = {},
): SubgraphTransport {
  const {
    connectionsMax = 32,
    responseBytesMax = SUBGRAPH_BYTES_MAX,
    connectTimeoutMs = 2_000,
    now = () => performance.now(),
  } = options;
  const waits = { ...SUBGRAPH, ...options.waits };
  const remote = new Map<string, Endpoint>();
  for (const [subgraph, address] of endpoints) {
    const url = new URL(address);
    if (url.protocol === 'local:') continue;
    const pool = new Pool(url.origin, { connections: connectionsMax, connect: { timeout: connectTimeoutMs } });
    const breaker = new CircuitBreaker({ ...waits, now });
    remote.set(subgraph, { pool, path: `${url.pathname}${url.search}`, slots: new Slots(connectionsMax), breaker });
  }

  return {
    isLocal: (subgraph) => endpoints.has(subgraph) && !remote.has(subgraph),
    async post(subgraph, request) {
      const endpoint = remote.get(subgraph);
      if (!endpoint) throw new InternalError('SUBGRAPH_UNREACHABLE', `no endpoint for subgraph ${subgraph}`);
      endpoint.breaker.assertMayEnter();
      const cut = new CallCut(request.signal, waits.callMaxMs);
      try {
        // In undici's own queue a context would age.
        await endpoint.slots.take(cut);
        try {
          return await guarded(endpoint, { cut, ...request }, responseBytesMax, waits.probeMaxMs);
        } finally {
          endpoint.slots.give();
        }
      } finally {
        cut.end();
      }
    },
    async close() {
      await Promise.all(Array.from(remote.values(), ({ pool }) => pool.destroy()));
    },
  };
}

interface CutRequest extends SubgraphRequest {
  readonly cut: CallCut;
}

/** One call past the breaker, which hears what became of it. */
async function guarded(
  endpoint: Endpoint,
  request: CutRequest,
  responseBytesMax: number,
  probeMaxMs: number,
): Promise<string> {
  const { breaker } = endpoint;
  // Once more: it may have opened while the call waited in line.
  const passage = breaker.enter();
  let how: CallEnd = 'failed';
  try {
    if (passage === 'probe') request.cut.within(probeMaxMs);
    const text = await dispatch(endpoint, request, responseBytesMax);
    how = 'answered';
    return text;
  } catch (error) {
    if (request.signal.aborted) how = 'abandoned';
    // It is there, whatever it said.
    else if (error instanceof InternalError) how = 'answered';
    throw error;
  } finally {
    breaker.end(passage, how);
  }
}

function dispatch({ pool, path }: Endpoint, request: CutRequest, responseBytesMax: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const { cut, begun = () => {} } = request;
    const reader = new ResponseReader({ signal: cut, responseBytesMax, begun, resolve, reject });
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
