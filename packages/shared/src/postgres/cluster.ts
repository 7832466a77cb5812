import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { ConfigurationError } from '../errors.js';
import { dataFolderInPidFile } from './postmaster.js';
import { makeCacheFolder } from './reachable-cache.js';
import { writeSecretFile } from './secret-file.js';
import { canKeepFolderIn, chooseServerAccount, giveTo, runAs, type ServerAccount } from './server-account.js';
import type { BinariesFolder } from './server-binaries.js';

/** The data of one embedded server, and what opens it; all but the place is kept in `server.json` of its folder, mode 0600. */
export interface Cluster {
  /** PostgreSQL's data folder, mode 0700, owned by the account. */
  readonly data: string;
  readonly password: string;
  readonly account: ServerAccount;
}

const accountSchema = z.strictObject({ uid: z.int(), gid: z.int() }).nullable();

/** No path of this machine is believed from a file: a folder is copied and moved, and its record with it. */
const recordSchema = z.strictObject({
  v: z.literal(2),
  /** Null when the cluster lies in the folder itself, else the name of its place in a cache that the account can reach. */
  place: z
    .string()
    .regex(/^[0-9a-f]{24}$/)
    .nullable(),
  password: z.string().min(1),
  account: accountSchema,
});
type ClusterRecord = z.infer<typeof recordSchema>;

/** The cluster that belongs to a folder; null before the first start. */
export function findCluster(folder: string, cache: () => string): Cluster | null {
  const { record, unfinishedRecord } = recordFiles(folder);
  if (!existsSync(record) && existsSync(unfinishedRecord)) {
    // A start that was killed between its last two steps: the cluster is whole and this is its password.
    if (!existsSync(dataOf(folder, parseRecord(unfinishedRecord), cache))) return null;
    renameSync(unfinishedRecord, record);
  }
  if (!existsSync(record)) return null;
  const known = parseRecord(record);
  const data = dataOf(folder, known, cache);
  // An empty cluster in place of a lost one would look like a ledger without entries.
  if (!existsSync(join(data, 'PG_VERSION'))) {
    throw new ConfigurationError(
      `the database in \`${data}\` is gone: restore it, or remove \`${folder}\` to begin with an empty one`,
    );
  }
  if (known.place !== null) claimPlace(dirname(data), folder);
  assertNotTorn(data);
  return { data, password: known.password, account: known.account };
}

function dataOf(folder: string, { place }: ClusterRecord, cache: () => string): string {
  return join(place === null ? realpathSync(folder) : join(cache(), place), 'cluster');
}

/**
 * A cluster in the cache belongs to one folder. A folder that was moved takes it along; a copy beside the original does not,
 * or both would write into one ledger.
 */
function claimPlace(place: string, folder: string): void {
  const note = join(place, 'belongs-to');
  const ours = realpathSync(folder);
  const theirs = existsSync(note) ? readFileSync(note, 'utf8') : ours;
  if (theirs !== ours && existsSync(recordFiles(theirs).record)) {
    throw new ConfigurationError(
      `\`${ours}\` is a copy of \`${theirs}\`, and the database in \`${place}\` belongs to that one: copy it by npm run backup`,
    );
  }
  writeFileSync(note, ours);
}

/** Files copied one by one from under a running server belong to no one moment: they may open and be wrong. */
function assertNotTorn(data: string): void {
  const origin = dataFolderInPidFile(data);
  if (origin === null || origin === data || !existsSync(origin)) return;
  throw new ConfigurationError(
    `\`${data}\` was copied from \`${origin}\` while that was running or before it had recovered: copy it by npm run backup; ` +
      'if the server was stopped when it was copied, remove `postmaster.pid` from the copy',
  );
}

/** Makes the cluster of a folder: scram passwords only, the administrator's generated here. */
export async function createCluster(
  folder: string,
  binaries: (account: ServerAccount) => Promise<BinariesFolder>,
  cache: () => string,
): Promise<Cluster> {
  const password = randomBytes(24).toString('base64url');
  return placeCluster(folder, password, cache, async (unfinished, cluster) =>
    initialise(await binaries(cluster.account), unfinished, cluster),
  );
}

/** Gives a folder a cluster that `fill` puts into an empty place, under a password that is known. */
export async function placeCluster(
  folder: string,
  password: string,
  cache: () => string,
  fill: (unfinished: string, cluster: Cluster) => Promise<void>,
): Promise<Cluster> {
  const { record, unfinishedRecord } = recordFiles(folder);
  const account = chooseServerAccount();
  const place = (await canKeepFolderIn(folder, account)) ? null : randomBytes(12).toString('hex');
  const parent = place === null ? realpathSync(folder) : makeCacheFolder(cache(), place);
  if (place !== null) claimPlace(parent, folder);
  const cluster: Cluster = { data: join(parent, 'cluster'), password, account };
  if (existsSync(cluster.data)) {
    throw new ConfigurationError(`\`${cluster.data}\` is there, but its password in \`${folder}\` is not`);
  }
  const unfinished = `${cluster.data}.unfinished`;
  await fill(unfinished, cluster);
  const made: ClusterRecord = { v: 2, place, password, account };
  writeSecretFile(unfinishedRecord, JSON.stringify(made));
  renameSync(unfinished, cluster.data);
  syncFolder(parent);
  renameSync(unfinishedRecord, record);
  syncFolder(folder);
  return cluster;
}

async function initialise(binaries: BinariesFolder, data: string, { password, account }: Cluster): Promise<void> {
  const passwordFile = join(dirname(data), 'initial-password');
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { mode: 0o700 });
  giveTo(account, data, 0o700);
  try {
    writeSecretFile(passwordFile, password);
    giveTo(account, passwordFile, 0o600);
    // Byte order and ASCII case rules, so that sorting does not depend on the machine.
    const result = await runAs(account, join(binaries, 'bin', 'initdb'), [
      ...['-D', data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
      ...['--encoding=UTF8', '--locale-provider=libc', '--locale=C', '--no-instructions'],
    ]);
    if (result.status !== 0) {
      throw new ConfigurationError(`initdb failed in \`${data}\`: ${result.reason}`);
    }
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function recordFiles(folder: string) {
  return { record: join(folder, 'server.json'), unfinishedRecord: join(folder, 'server.json.unfinished') };
}

/** Before version 2 a record held the cluster's path; the name of its place in the cache was the folder above it. */
const firstSchema = z
  .strictObject({ data: z.string().min(1), password: z.string().min(1), account: accountSchema })
  .transform(({ data, password, account }): ClusterRecord => {
    const parent = basename(dirname(data));
    return { v: 2, place: /^[0-9a-f]{24}$/.test(parent) ? parent : null, password, account };
  });

function parseRecord(file: string): ClusterRecord {
  return z.union([recordSchema, firstSchema]).parse(JSON.parse(readFileSync(file, 'utf8')));
}

function syncFolder(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
