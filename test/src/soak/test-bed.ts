import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RandomSource } from '@chancery/policy/testkit/random';
import { startEmbeddedServer } from '@chancery/shared/postgres/embedded-server';
import { startCutOffProxy } from '@chancery/shared/postgres/testkit/cut-off-proxy';
import { chooseCases, seenIds, Tokens, takeReferences } from '../deployment/cases.js';
import { Client } from '../deployment/client.js';
import { Deployment, databaseLogins, ledgerLogin } from '../deployment/deployment.js';
import { freePort } from '../deployment/temporary.js';
import { ReceiptBook } from './ledger-check.js';
import type { Scene } from './round.js';
import { type Site, SmallDisk, SteppedClocks } from './site.js';

export interface TestBedOptions {
  /** Of its own, and reachable for the account of the database. */
  readonly folder: string;
  readonly cases: number;
  readonly random: RandomSource;
  readonly inFlight: number;
  say(line: string): void;
}

/** A deployment with what it answers when it is quiet, ready for rounds. */
export interface TestBed {
  readonly scene: Scene;
  close(): Promise<void>;
}

/** Longer than any answer may take, or any fault lasts. */
const SILENT_MS = 30_000;
const NO_DATABASE_URL = { DATABASE_URL: '' };

/** A start as `npm start` makes it, on a file system of its own where that can be mounted. */
export async function openOwn(options: TestBedOptions): Promise<TestBed> {
  const data = join(options.folder, 'data');
  const disk = SmallDisk.mount(data);
  if (disk === null) options.say('full disk: not run, for no file system can be mounted here');
  const clocks = new SteppedClocks(join(options.folder, 'clocks'));
  const env = { ...NO_DATABASE_URL, ...clocks.env };
  const deployment = await Deployment.start({ data, port: await freePort(), env });
  const site: Site = { deployment, logins: await databaseLogins(data), disk, proxy: null, clocks };
  return toTestBed(options, site, NO_DATABASE_URL, async () => {
    await deployment.stop();
    keepLogs(options.folder);
    disk?.unmount();
  });
}

/** A start whose database is reached through a proxy that can fall silent. */
export async function openBehindProxy(options: TestBedOptions): Promise<TestBed> {
  const data = join(options.folder, 'data');
  mkdirSync(data, { mode: 0o711 });
  const server = await startEmbeddedServer({ folder: join(options.folder, 'postgres'), report: () => {} });
  const proxy = await startCutOffProxy(server.adminUrl);
  const clocks = new SteppedClocks(join(options.folder, 'clocks'));
  const env = { DATABASE_URL: proxy.urlOf(server.adminUrl), ...clocks.env };
  const deployment = await Deployment.start({ data, port: await freePort(), env });
  const logins = { adminUrl: server.adminUrl, ledgerUrl: await ledgerLogin(server.adminUrl, data) };
  const site: Site = { deployment, logins, disk: null, proxy, clocks };
  return toTestBed(options, site, { DATABASE_URL: server.adminUrl }, async () => {
    await deployment.stop();
    await proxy.close();
    await server.stop();
  });
}

/** The file system that they are on goes away. */
function keepLogs(folder: string): void {
  cpSync(join(folder, 'data', 'logs'), join(folder, 'logs'), { recursive: true });
  cpSync(join(folder, 'data', 'postgres', 'server.log'), join(folder, 'logs', 'postgres.log'));
}

async function toTestBed(
  { cases: count, random, inFlight, say }: TestBedOptions,
  site: Site,
  env: Readonly<Record<string, string>>,
  end: () => Promise<void>,
): Promise<TestBed> {
  const client = new Client(site.deployment.url, inFlight + 1, SILENT_MS);
  const tokens = new Tokens(site.deployment.data);
  const chosen = chooseCases(count, await seenIds(client, tokens), random);
  const cases = await takeReferences(chosen, client, tokens);
  say(`${site.proxy === null ? 'database of its own' : 'database behind a proxy'}: ${cases.length} of ${count} cases`);
  const book = new ReceiptBook(site.logins.ledgerUrl);
  return {
    scene: { site, cases, client, tokens, book, inFlight, env },
    async close() {
      client.close();
      await end();
    },
  };
}
