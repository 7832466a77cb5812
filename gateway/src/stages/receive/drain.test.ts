import { Agent, type IncomingMessage, request } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { DRAIN } from '../limit/limits.js';
import type { DrainTimes } from './drain.js';
import { startHttpServer } from './http-server.js';
import type { GatewayRequest, GatewayResponse } from './request.js';

const OK: GatewayResponse = { status: 200, requestError: false, headers: {}, body: '{"data":null}' };
const CLIENTS = 16;
const agents: Agent[] = [];
afterEach(() => {
  for (const agent of agents.splice(0)) agent.destroy();
});

function keepingAgent(): Agent {
  const agent = new Agent({ keepAlive: true });
  agents.push(agent);
  return agent;
}

interface Told {
  readonly status: number | undefined;
  readonly connection: string | undefined;
  readonly retryAfter: string | undefined;
  readonly body: string;
}

function post(url: string, agent: Agent | false, body = '{}'): Promise<Told> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/graphql`, { method: 'POST', agent, headers: { 'content-type': 'application/json' } });
    sent.once('error', reject);
    sent.once('response', (response: IncomingMessage) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.once('end', () => {
        const { connection, 'retry-after': retryAfter } = response.headers;
        resolve({ status: response.statusCode, connection, retryAfter, body: text });
      });
      response.once('error', reject);
    });
    sent.end(body);
  });
}

/** A server whose answers wait while they are held. */
async function startServer(drain = { ...DRAIN, leastMs: 0 } as DrainTimes) {
  const world = { isHeld: false, under: 0, aborted: 0, release: (): void => {}, arrived: (): void => {} };
  const held = new Promise<void>((resolve) => {
    world.release = resolve;
  });
  const handle = async ({ signal }: GatewayRequest): Promise<GatewayResponse> => {
    signal.addEventListener('abort', () => {
      world.aborted += 1;
    });
    world.under += 1;
    world.arrived();
    if (world.isHeld) await held;
    return OK;
  };
  const server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    routes: new Map(),
    drain,
    endpoints: new Map([['/graphql', { methods: ['POST'], handle }]]),
    listsOrigin: () => false,
    failed: () => undefined,
  });
  const untilUnder = (count: number) =>
    new Promise<void>((resolve) => {
      world.arrived = () => {
        if (world.under >= count) resolve();
      };
      world.arrived();
    });
  return { server, world, untilUnder };
}

describe('a server that is being stopped', () => {
  it('answers what is under way, and tells whoever asks over a kept connection or a new one to come again', async () => {
    const { server, world, untilUnder } = await startServer();
    const clients = Array.from({ length: CLIENTS }, keepingAgent);
    for (const told of await Promise.all(clients.map((agent) => post(server.url, agent)))) {
      expect(told).toMatchObject({ status: 200, connection: 'keep-alive' });
    }
    world.isHeld = true;
    const busy = clients.slice(0, CLIENTS / 2).map((agent) => post(server.url, agent));
    await untilUnder(CLIENTS + CLIENTS / 2);

    let isClosed = false;
    const closed = server.close().then(() => {
      isClosed = true;
    });
    const comers = await Promise.all([
      post(server.url, false),
      ...clients.slice(CLIENTS / 2).map((agent) => post(server.url, agent)),
    ]);
    for (const told of comers) {
      expect(told).toMatchObject({ status: 503, connection: 'close', retryAfter: '1' });
      expect(JSON.parse(told.body).errors[0].extensions.code).toBe('OVERLOADED');
    }
    expect(world.under).toBe(CLIENTS + CLIENTS / 2);
    expect(isClosed).toBe(false);

    world.release();
    for (const told of await Promise.all(busy)) expect(told).toMatchObject({ status: 200, connection: 'close' });
    await closed;
    await expect(post(server.url, false)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('ends although clients with kept connections never stop asking', async () => {
    const { server, untilUnder } = await startServer(DRAIN);
    /** What each client hears first that is no answer. */
    const heard: string[] = [];
    const ask = async (agent: Agent): Promise<void> => {
      let first: string | null = null;
      for (;;) {
        const told = await post(server.url, agent).then(
          ({ status }) => `${status}`,
          ({ code }: NodeJS.ErrnoException) => `${code}`,
        );
        if (told !== '200') first ??= told;
        if (told === 'ECONNREFUSED') break;
      }
      heard.push(first ?? '');
    };
    const asking = Array.from({ length: CLIENTS }, () => ask(keepingAgent()));
    await untilUnder(CLIENTS * 4);
    const begun = performance.now();
    await server.close();
    expect(performance.now() - begun).toBeLessThan(8_000);
    await Promise.all(asking);
    // Whoever asks on without a pause meets the closed door in the end; nobody is reset before he was told.
    expect(heard).toEqual(Array.from({ length: CLIENTS }, () => '503'));
  });

  it('cuts off what does not come to an end, in time', async () => {
    const { server, world, untilUnder } = await startServer({ leastMs: 0, mostMs: 100 });
    world.isHeld = true;
    const stuck = post(server.url, keepingAgent());
    const cut = expect(stuck).rejects.toMatchObject({ code: 'ECONNRESET' });
    await untilUnder(1);
    await server.close();
    await cut;
    while (world.aborted === 0) await new Promise((resolve) => setImmediate(resolve));
    world.release();
    expect(DRAIN.mostMs + 500).toBeLessThan(8_000);
  });
});
