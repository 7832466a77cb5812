import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { ConfigurationError } from '../errors.js';
import { cacheFolderFor } from './reachable-cache.js';
import { writeSecretFile } from './secret-file.js';
import { canKeepFolderIn, chooseServerAccount, giveTo, runAs, type ServerAccount } from './server-account.js';
import type { BinariesFolder } from './server-binaries.js';

/** Where the data of one embedded server is, and what opens it; kept in `server.json` of its folder, mode 0600. */
export interface Cluster {
  /** PostgreSQL's data folder, mode 0700, owned by the account. */
  readonly data: string;
  readonly password: string;
  readonly account: ServerAccount;
}

const clusterSchema = z.strictObject({
  data: z.string().min(1),
  password: z.string().min(1),
  account: z.strictObject({ uid: z.int(), gid: z.int() }).nullable(),
});

/** The cluster that belongs to a folder; null before the first start. */
export function findCluster(folder: string): Cluster | null {
  const { record, unfinishedRecord } = recordFiles(folder);
  if (!existsSync(record) && existsSync(unfinishedRecord)) {
    // A start that was killed between its last two steps: the cluster is whole and this is its password.
    const made = parseRecord(unfinishedRecord);
    if (!existsSync(made.data)) return null;
    renameSync(unfinishedRecord, record);
  }
  if (!existsSync(record)) return null;
  const cluster = parseRecord(record);
  // An empty cluster in place of a lost one would look like a ledger without entries.
  if (!existsSync(join(cluster.data, 'PG_VERSION'))) {
    throw new ConfigurationError(
      `the database in \`${cluster.data}\` is gone: restore it, or remove \`${folder}\` to begin with an empty one`,
    );
  }
  return cluster;
}

/** Makes the cluster of a folder: scram passwords only, the administrator's generated here. */
export async function createCluster(
  folder: string,
  binaries: (account: ServerAccount) => Promise<BinariesFolder>,
  cache: () => string,
): Promise<Cluster> {
  const { record, unfinishedRecord } = recordFiles(folder);
  const account = chooseServerAccount();
  const parent = (await canKeepFolderIn(folder, account)) ? folder : cacheFolderFor(cache(), folder);
  const cluster: Cluster = {
    data: join(parent, 'cluster'),
    password: randomBytes(24).toString('base64url'),
    account,
  };
  if (existsSync(cluster.data)) {
    throw new ConfigurationError(`\`${cluster.data}\` is there, but its password in \`${folder}\` is not`);
  }
  const unfinished = `${cluster.data}.unfinished`;
  await initialise(await binaries(account), unfinished, cluster);
  writeSecretFile(unfinishedRecord, JSON.stringify(cluster));
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

function parseRecord(file: string): Cluster {
  return clusterSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function syncFolder(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
