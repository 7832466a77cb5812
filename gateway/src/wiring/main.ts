import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withHeartbeat } from '@chancery/ledger/heartbeat';
import { keepHeadIn } from '@chancery/ledger/kept-head';
import { openLedgerWriter } from '@chancery/ledger/ledger-writer';
import { writeWhileThereIsRoom } from '@chancery/ledger/room';
import { createPolicyEngine } from '@chancery/policy/engine';
import { TrustRegister } from '@chancery/shared/admission/trust-register';
import { systemClock } from '@chancery/shared/clock';
import { DiskRoom } from '@chancery/shared/disk-room';
import { openHistory } from '@chancery/shared/history/ask-history';
import { SnapshotFollower } from '@chancery/shared/law/snapshot-follower';
import { createLog } from '@chancery/shared/log';
import { openPeople } from '@chancery/shared/people/ask-people';
import { type DevelopmentIssuer, openDevelopmentIssuer } from '@chancery/shared/subjects/development-issuer';
import { readKeyFile } from '@chancery/shared/subjects/key-file';
import { openTrustFolder, type TrustFolder } from '@chancery/shared/subjects/trust-folder';
import { createTrustStore } from '@chancery/shared/subjects/trust-store';
import { untilTold } from '@chancery/shared/told-variables';
import { demoRoutes } from '../dev/demo-routes.js';
import { loadSupergraph } from '../schema/load-supergraph.js';
import { type Configuration, readConfiguration } from './configuration.js';
import { SCALARS } from './make-gateway.js';
import { startGateway } from './start-gateway.js';

const log = createLog((text) => process.stderr.write(text), systemClock);

/** The log that the gateway appends to. */
const FIRST_LOG = 1;

const sdl = (file: string): string => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');

async function main(): Promise<void> {
  // Half of a start, and it needs nobody.
  const supergraphSdl = sdl('supergraph.graphql');
  const supergraph = loadSupergraph(supergraphSdl, SCALARS);
  await untilTold();
  const configuration = readConfiguration(process.env, process.argv.slice(2));
  const room = await DiskRoom.open({ folders: configuration.diskFolders, bytesMin: configuration.diskFreeMin, log });
  const hasRoom = () => room.isThere();
  const writer = await openLedgerWriter({
    connectionString: configuration.ledgerServiceUrl,
    clock: systemClock,
    log,
    headKeeper: keepHeadIn(join(configuration.dataFolder, 'ledger-head.json'), FIRST_LOG, log),
  });
  const ledger = withHeartbeat(writeWhileThereIsRoom(writer, hasRoom), systemClock);
  // Before anybody is served: without facts and acts nothing is decided.
  const snapshots = await SnapshotFollower.open({
    url: configuration.snapshotUrl,
    key: readKeyFile(configuration.snapshotKeyFile),
    log,
  });
  const issuer = configuration.demo ? openDevelopmentIssuer(configuration.dataFolder) : null;
  const { trust, files } = await openTrust(configuration, issuer);
  const audit = { url: configuration.snapshotUrl, key: readKeyFile(configuration.snapshotKeyFile) };
  const [people, history] = [openPeople(audit), openHistory(audit)];
  const gateway = await startGateway({
    host: configuration.host,
    port: configuration.port,
    ...(configuration.publicUrl === null ? {} : { publicUrl: configuration.publicUrl }),
    supergraphSdl,
    readSupergraph: () => supergraph,
    gatewaySdl: sdl('gateway/schema.graphql'),
    subgraphs: endpointsOf(configuration),
    trust,
    snapshots,
    policy: createPolicyEngine(),
    ledger,
    hasRoom,
    people: people.ask,
    history: history.ask,
    ...(configuration.notaryUrl === null ? {} : { notaryUrl: configuration.notaryUrl }),
    clock: systemClock,
    log,
    ...(issuer ? { routes: (schema) => demoRoutes(issuer, systemClock, schema) } : {}),
  });
  process.stdout.write(`${JSON.stringify({ ready: { url: gateway.url } })}\n`);

  const stop = async (): Promise<void> => {
    await gateway.close();
    // After the last request: what it disclosed must be durable before the writer goes.
    await ledger.close();
    room.close();
    await snapshots[Symbol.asyncDispose]();
    await trust[Symbol.asyncDispose]();
    await people[Symbol.asyncDispose]();
    await history[Symbol.asyncDispose]();
    await files?.[Symbol.asyncDispose]();
    process.exit(0);
  };
  // The signal of a terminal that closes, and by custom that of a configuration to be read again: never one to die of.
  process.on('SIGHUP', () => void files?.reload());
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

const endpointsOf = ({ subgraphs }: Configuration) =>
  Object.fromEntries(
    Object.entries(subgraphs).map(([name, { url, keyFile }]) => [name, { url, key: readKeyFile(keyFile) }]),
  );

/** Who is believed: the agreements in the folder, or the demonstration's own issuer, and what the register adds to them. */
async function openTrust(
  { dataFolder, trustFolder, snapshotUrl, snapshotKeyFile }: Configuration,
  issuer: DevelopmentIssuer | null,
): Promise<{ readonly trust: TrustRegister; readonly files: TrustFolder | null }> {
  const pseudonymKey = readKeyFile(join(dataFolder, 'keys', 'pseudonym.key'));
  const files = trustFolder === null ? null : openTrustFolder(trustFolder, { pseudonymKey, clock: systemClock, log });
  // Whom the register has let in since, or switched off, is known before anybody is believed.
  const trust = await TrustRegister.open({
    url: snapshotUrl,
    key: readKeyFile(snapshotKeyFile),
    files: files ?? createTrustStore(issuer?.agreements ?? [], { pseudonymKey }),
    clock: systemClock,
    log,
  });
  return { trust, files };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
