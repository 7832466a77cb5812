import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

interface Patience {
  readonly say?: (line: string) => void;
  readonly givenBackMs?: number;
}

const CHECKOUT = resolve(import.meta.dirname, '../../..');
const { findGatewayPort } = (await import(join(CHECKOUT, 'scripts/start/ports.mjs'))) as {
  findGatewayPort(text: string, host: string, patience: Patience): Promise<number>;
};

describe('the port of the gateway', () => {
  let holder: Server;
  let port: number;
  beforeEach(async () => {
    holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    ({ port } = holder.address() as AddressInfo);
  });
  afterEach(() => void holder.close());

  it('is waited for while a start that was killed still ends, and it is said', async () => {
    const said: string[] = [];
    const say = (line: string): void => {
      said.push(line);
      holder.close();
    };
    expect(await findGatewayPort(String(port), '127.0.0.1', { say })).toBe(port);
    expect(said).toEqual([`port ${port} is in use; waiting in case it is a start that is ending`]);
  });

  it('of another program is refused, with what to do', async () => {
    const found = findGatewayPort(String(port), '127.0.0.1', { givenBackMs: 0 });
    await expect(found).rejects.toThrow(`port ${port} is in use, by another start or another program`);
  });

  it.each(['-1', '65536', 'http', '4000.5', '1e3', '0x10', ' 80 ', '+80', '8080/'])('is not `%s`', async (text) => {
    await expect(findGatewayPort(text, '127.0.0.1', {})).rejects.toThrow('PORT is not a port');
  });
});
