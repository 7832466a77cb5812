import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDevelopmentIssuer } from '@chancery/shared/subjects/development-issuer';
import { type Opened, openAll, openTogether } from '@chancery/shared/testkit/opened';
import { makePacks, packOf } from '../deployment/packs.js';
import { type Asker, createAsker } from './asker.js';
import { copySeededDatabases, type Databases } from './seeded-databases.js';
import { type ServerProcess, startServerProcess } from './server-process.js';
import { SUBGRAPHS, type SubgraphName } from './world.js';

/** The whole of Chancery as an operator runs it: each part a process of its own, with the law as compliance publishes it. */
export interface Deployed extends AsyncDisposable {
  readonly databases: Databases;
  url(): string;
  as(persona: string, purpose: string): Asker;
  tokenOf(persona: string, purpose: string): string;
  /** Ends a service as a power failure would. */
  kill(name: SubgraphName): Promise<void>;
  /** Starts it again at its address. */
  restart(name: SubgraphName): Promise<void>;
  /** Starts another gateway; it is there when it has a snapshot. With a folder of trust agreements it is one in production. */
  startGateway(trustFolder?: string): Promise<ServerProcess>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts databases with the real data, every service and a gateway. */
export function deploy(): Promise<Deployed> {
  return openAll(startParts);
}

async function startParts(opened: Opened): Promise<Deployed> {
  await makePacks();
  const folder = opened.add(mkdtempSync(join(tmpdir(), 'chancery-deployed-')), (made) =>
    rmSync(made, { recursive: true }),
  );
  const databases = opened.add(await copySeededDatabases(), async (all) => {
    for (const database of Object.values(all)) await database.drop();
  });
  mkdirSync(join(folder, 'keys'));
  const keyFile = (name: string): string => join(folder, 'keys', `${name}.key`);
  for (const [at, name] of [...SUBGRAPHS, 'snapshot', 'pseudonym'].entries()) {
    writeFileSync(keyFile(name), Buffer.alloc(32, at + 1).toString('base64url'), { mode: 0o600 });
  }
  const running = new Map<SubgraphName, ServerProcess>();
  const lawUrl = (): string => running.get('compliance')?.url ?? '';
  const law = () => ({ CHANCERY_SNAPSHOT_URL: lawUrl(), CHANCERY_SNAPSHOT_KEY_FILE: keyFile('snapshot') });
  // Compliance follows missions, which follows compliance: one of the addresses is known before anybody is there.
  const missionsPort = String(await freePort());
  async function start(name: SubgraphName, port = name === 'missions' ? missionsPort : '0'): Promise<void> {
    const server = await startServerProcess([packOf(name)], {
      CHANCERY_DATABASE_SERVICE_URL: databases[name].serviceUrl,
      CHANCERY_DATABASE_LOADER_URL: databases[name].loaderUrl,
      CHANCERY_CONTEXT_KEY_FILE: keyFile(name),
      ...law(),
      CHANCERY_MISSIONS_URL: `http://127.0.0.1:${missionsPort}/`,
      CHANCERY_PORT: port,
    });
    running.set(
      name,
      opened.add(server, (started) => started.kill()),
    );
  }
  async function startGateway(trustFolder?: string): Promise<ServerProcess> {
    const endpoints = [...running].map(([name, { url }]) => [name, { url, keyFile: keyFile(name) }]);
    const isDemo = trustFolder === undefined;
    const server = await startServerProcess([packOf('gateway'), ...(isDemo ? ['--demo'] : [])], {
      ...(isDemo ? {} : { CHANCERY_TRUST_FOLDER: trustFolder }),
      CHANCERY_DATA: folder,
      CHANCERY_PORT: '0',
      ...law(),
      CHANCERY_LEDGER_SERVICE_URL: databases.ledger.serviceUrl,
      CHANCERY_SUBGRAPHS: JSON.stringify(Object.fromEntries(endpoints)),
    });
    return opened.add(server, (started) => started.kill());
  }
  // Nobody else is there before the law is.
  await start('compliance');
  const others = SUBGRAPHS.filter((name) => name !== 'compliance');
  await openTogether(
    opened,
    others.map((name) => start(name)),
    () => undefined,
  );
  const first = await startGateway();
  const tokenOf = (persona: string, purpose: string): string =>
    openDevelopmentIssuer(folder).mint(persona, { purpose, now: Date.now() });
  return {
    databases,
    url: () => first.url,
    tokenOf,
    as: (persona, purpose) => createAsker(first.url, tokenOf(persona, purpose)),
    kill: async (name) => running.get(name)?.kill(),
    restart: (name) => start(name, new URL(running.get(name)?.url ?? '').port),
    startGateway,
    [Symbol.asyncDispose]: () => opened.close(),
  };
}
