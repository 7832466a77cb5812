import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStream } from './event-stream.js';

/** More than any buffer of a connection on loopback holds. */
const LONG = `{"data":"${'x'.repeat(16 * 1024 * 1024)}"}`;

describe('a stream of events', () => {
  let server: Server;
  let port = 0;
  const responses: ServerResponse[] = [];
  beforeAll(async () => {
    server = createServer((_, response) => {
      responses.push(response);
      server.emit('asked');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  async function opened(
    unreadMaxMs = 10_000,
  ): Promise<{ stream: EventStream; response: ServerResponse; client: Socket }> {
    const asked = once(server, 'asked');
    const client = connect(port, '127.0.0.1');
    client.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n');
    await asked;
    const response = responses.at(-1);
    if (response === undefined) throw new Error('not asked');
    return { stream: new EventStream(response, {}, { unsentBytesMax: 1_024, unreadMaxMs }), response, client };
  }

  it('has room for a client that reads, however much it is sent', async () => {
    const { stream, client } = await opened();
    client.resume();
    stream.next(LONG, 'a');
    expect(await stream.room()).toBe(true);
    client.destroy();
  });

  it('has none for one that does not, and cuts it off when it fails', async () => {
    const { stream, client } = await opened(50);
    client.pause();
    stream.next(LONG, 'a');
    expect(await stream.room()).toBe(false);
    stream.fail('{"errors":[]}');
    let bytes = 0;
    client.on('data', (chunk) => {
      bytes += chunk.length;
    });
    client.on('error', () => undefined);
    client.resume();
    await once(client, 'close');
    expect(bytes).toBeLessThan(LONG.length);
  });

  it('writes nothing after its end, and nothing to who has left', async () => {
    const { stream, client } = await opened();
    stream.complete();
    stream.next('{"late":1}', 'b');
    let text = '';
    for await (const bytes of client) {
      text += bytes;
      // The last chunk of the body (RFC 9112 section 7.1).
      if (text.endsWith('0\r\n\r\n')) break;
    }
    expect(text).toContain('event: complete');
    expect(text).not.toContain('late');
    const left = await opened();
    const closed = once(left.response, 'close');
    left.client.destroy();
    await closed;
    left.stream.next('{"late":1}', 'c');
    expect(await left.stream.room()).toBe(true);
    client.destroy();
  });
});
