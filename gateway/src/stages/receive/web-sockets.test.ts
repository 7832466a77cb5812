import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import type { Cut } from '../execute/cut.js';
import type { EventSink } from './event-sink.js';
import type { GatewayRequest } from './request.js';
import { WebSockets } from './web-sockets.js';

const INIT = '{"type":"connection_init","payload":{"Authorization":"Bearer believed"}}';
const SUBSCRIBE = '{"type":"subscribe","id":"1","payload":{"query":"{a}"}}';

/** What was begun over a socket, for a test to go on with. */
interface Begun {
  readonly request: GatewayRequest;
  readonly sink: EventSink;
}

describe('a web socket', () => {
  let server: Server;
  let sockets: WebSockets;
  let url = '';
  const begun: Begun[] = [];
  let placesLeft = 0;
  const left = (): void => {
    placesLeft += 1;
  };
  let heard: () => void = () => undefined;
  beforeAll(async () => {
    sockets = new WebSockets({
      path: '/graphql',
      helloMaxMs: 200,
      stream: async (request, open) => {
        if (request.purpose[0] === 'REFUSED') {
          const body = '{"errors":[{"message":"no"}]}';
          return { status: 403, requestError: false, headers: {}, body };
        }
        begun.push({ request, sink: open({}) });
        heard();
        return null;
      },
      greet: async ({ authorization }) =>
        authorization[0] === 'Bearer believed' ? { refused: null, leave: () => left() } : { refused: 'TOKEN_MISSING' },
      listsOrigin: (origin) => origin === 'https://listed.example',
      failed: () => undefined,
    });
    server = createServer();
    server.on('upgrade', (request, connection, head) => sockets.take(request, connection, head));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  });
  afterAll(async () => {
    await sockets.close();
    server.close();
  });

  async function connect(): Promise<WebSocket> {
    const socket = new WebSocket(url, 'graphql-transport-ws');
    await once(socket, 'open');
    return socket;
  }
  const nextOf = async (socket: WebSocket): Promise<string> => String((await once(socket, 'message'))[0]);
  async function greeted(): Promise<WebSocket> {
    const socket = await connect();
    socket.send(INIT);
    expect(await nextOf(socket)).toBe('{"type":"connection_ack"}');
    return socket;
  }
  async function begin(socket: WebSocket, message = SUBSCRIBE): Promise<Begun> {
    const count = begun.length;
    const begins = new Promise<void>((resolve) => {
      heard = resolve;
    });
    socket.send(message);
    await begins;
    const operation = begun[count];
    if (operation === undefined) throw new Error('nothing was begun');
    return operation;
  }
  const endOf = (signal: Cut): Promise<void> => new Promise((resolve) => signal.addEventListener('abort', resolve));
  const closeOf = async (socket: WebSocket): Promise<number> => Number((await once(socket, 'close'))[0]);

  it.each([
    ['another path', { path: '/other' }, 404],
    ['no subprotocol', { protocols: [] }, 400],
    ['another subprotocol', { protocols: ['graphql-ws'] }, 400],
    ['a page of an origin that nobody lists', { origin: 'https://other.example' }, 403],
  ])(
    'with %s is refused before it is one',
    async (_, {
      path,
      protocols = ['graphql-transport-ws'],
      origin,
    }: { path?: string; protocols?: string[]; origin?: string }, status) => {
      const address = path === undefined ? url : new URL(path, url).href;
      const socket = new WebSocket(address, protocols, origin === undefined ? {} : { origin });
      const [error] = await once(socket, 'error');
      expect(String(error)).toContain(String(status));
    },
  );

  it('of a page of a listed origin is one', async () => {
    const socket = new WebSocket(url, 'graphql-transport-ws', { origin: 'https://listed.example' });
    await once(socket, 'open');
    socket.close();
  });

  it.each([
    ['what is no JSON', 'x', 4400],
    ['a message of no known type', '{"type":"hello"}', 4400],
    ['a message with more than it may have', '{"type":"ping","id":"1"}', 4400],
    ['a message without an id', '{"type":"subscribe","payload":{"query":"{a}"}}', 4400],
    ['a list of messages', `[${INIT}]`, 4400],
    ['a message that nests without end', `{"type":"ping","payload":{"a":${'['.repeat(100)}${']'.repeat(100)}}}`, 4400],
    ['an operation before it says who it is', SUBSCRIBE, 4401],
    ['a token that is not believed', '{"type":"connection_init","payload":{"authorization":"Bearer other"}}', 4403],
    [
      'a name twice',
      `{"type":"connection_init","payload":{"authorization":"Bearer x","authorization":"Bearer y"}}`,
      4400,
    ],
    ['a message beyond what a body may be', `{"type":"ping","payload":{"a":"${'x'.repeat(140_000)}"}}`, 1009],
  ])('that begins with %s is closed', async (_, message, code) => {
    const socket = await connect();
    socket.send(message);
    expect(await closeOf(socket)).toBe(code);
  });

  it('that sends bytes is closed, and so is one that says nothing', async () => {
    const [bytes, silent] = [await connect(), await connect()];
    bytes.send(Buffer.from(INIT));
    expect(await closeOf(bytes)).toBe(4400);
    expect(await closeOf(silent)).toBe(4408);
  });

  it('that says twice who it is, or begins the same operation twice, is closed', async () => {
    const [twice, same] = [await greeted(), await greeted()];
    twice.send(INIT);
    expect(await closeOf(twice)).toBe(4429);
    const { request } = await begin(same);
    const left = endOf(request.signal);
    same.send(SUBSCRIBE);
    expect(await closeOf(same)).toBe(4409);
    await left;
  });

  it('that was closed for what it said begins nothing of what it says before it is gone', async () => {
    const socket = await greeted();
    const before = begun.length;
    socket.send('{"type":"hello"}');
    socket.send(SUBSCRIBE);
    expect(await closeOf(socket)).toBe(4400);
    expect(begun.length).toBe(before);
  });

  it('answers a ping, and tells each operation under its id', async () => {
    const socket = await greeted();
    socket.send('{"type":"ping"}');
    expect(await nextOf(socket)).toBe('{"type":"pong"}');

    const { sink, request } = await begin(socket);
    expect(request).toMatchObject({ authorization: ['Bearer believed'], method: 'POST', isStream: true });
    expect(JSON.parse(Buffer.from(request.body ?? []).toString())).toEqual({ query: '{a}' });
    sink.next('{"data":{"a":1}}', 'token');
    expect(JSON.parse(await nextOf(socket))).toEqual({ id: '1', type: 'next', payload: { data: { a: 1 } } });
    sink.fail('{"errors":[{"message":"no"}]}');
    expect(JSON.parse(await nextOf(socket))).toEqual({ id: '1', type: 'error', payload: [{ message: 'no' }] });
    // An id is free again when its operation is over.
    const { sink: again } = await begin(socket);
    again.complete();
    expect(JSON.parse(await nextOf(socket))).toEqual({ id: '1', type: 'complete' });
    socket.close();
  });

  it('that says a header in two spellings has said it twice, as a request with two headers has', async () => {
    const socket = await connect();
    socket.send(
      '{"type":"connection_init","payload":{"Authorization":"Bearer believed","authorization":"Bearer other"}}',
    );
    await nextOf(socket);
    const { request } = await begin(socket);
    expect(request.authorization).toEqual(['Bearer believed', 'Bearer other']);
    socket.close();
  });

  it('tells an operation that is refused as a whole under its id too', async () => {
    const socket = await connect();
    socket.send(
      '{"type":"connection_init","payload":{"authorization":"Bearer believed","Chancery-Purpose":"REFUSED"}}',
    );
    await nextOf(socket);
    socket.send(SUBSCRIBE);
    expect(JSON.parse(await nextOf(socket))).toEqual({ id: '1', type: 'error', payload: [{ message: 'no' }] });
    socket.close();
  });

  it('ends an operation that its client has ended, and all of them with itself', async () => {
    const socket = await greeted();
    const first = await begin(socket);
    const second = await begin(socket, SUBSCRIBE.replace('"1"', '"2"'));
    const ended = endOf(first.request.signal);
    socket.send('{"type":"complete","id":"1"}');
    await ended;
    expect(second.request.signal.aborted).toBe(false);
    first.sink.next('{"data":null}', 'token');
    second.sink.next('{"data":{}}', 'token');
    expect(JSON.parse(await nextOf(socket))).toMatchObject({ id: '2' });

    const before = placesLeft;
    const over = endOf(second.request.signal);
    socket.terminate();
    await over;
    expect(placesLeft).toBe(before + 1);
  });
});
