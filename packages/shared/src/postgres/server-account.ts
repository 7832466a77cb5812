import { execFile } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '../errors.js';

/** The operating-system account that the server runs as; null is the account of this process. */
export type ServerAccount = { readonly uid: number; readonly gid: number } | null;

const OVERFLOW_ID = 65534; // what Linux and every distribution call `nobody`

/** PostgreSQL refuses to run as root; then it runs as `nobody`, which exists everywhere. */
export function chooseServerAccount(): ServerAccount {
  if (process.getuid?.() !== 0) return null;
  const nobody = readPasswd().find(([name]) => name === 'nobody');
  return { uid: toId(nobody?.[2]), gid: toId(nobody?.[3]) };
}

/** Options for `node:child_process` that run a command as the account. */
export function asAccount(account: ServerAccount): { uid?: number; gid?: number } {
  return account === null ? {} : { uid: account.uid, gid: account.gid };
}

/** Gives a file or folder to the account with the mode. */
export function giveTo(account: ServerAccount, path: string, mode: number): void {
  if (account !== null) chownSync(path, account.uid, account.gid);
  chmodSync(path, mode);
}

/** Whether the account can reach and own a folder below this one: tried, because modes do not tell of ACLs and mounts. */
export async function canKeepFolderIn(parent: string, account: ServerAccount): Promise<boolean> {
  let probe: string | undefined;
  try {
    probe = mkdtempSync(join(parent, 'probe-'));
    giveTo(account, probe, 0o700);
    const { status } = await runAs(account, '/bin/sh', ['-c', 'cd "$1" && : >written', 'sh', probe]);
    return status === 0;
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    return false;
  } finally {
    if (probe !== undefined) rmSync(probe, { recursive: true, force: true });
  }
}

/** How a command ended. */
export interface CommandOutcome {
  readonly status: number | null;
  /** What it said, or the error code when it could not be started. */
  readonly reason: string;
}

/** Runs a short command as the account. */
export async function runAs(account: ServerAccount, command: string, args: readonly string[]): Promise<CommandOutcome> {
  const options = { ...asAccount(account), cwd: '/', env: serverEnvironment() };
  return new Promise((resolve, reject) => {
    execFile(command, args, options, (error, _stdout, stderr) => {
      if (error === null) return resolve({ status: 0, reason: '' });
      if (account !== null && (error.code === 'EPERM' || error.code === 'EINVAL'))
        return reject(noSuchAccount(error.code));
      const status = typeof error.code === 'number' ? error.code : null;
      resolve({ status, reason: stderr.trim() || String(error.code ?? error.signal) });
    });
  });
}

/** The environment of the server and its tools: without the caller's PG… variables, which would move the data folder or the port. */
export function serverEnvironment(): Record<string, string> {
  return { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' };
}

// Root of a container that may not change its user id, or a user namespace without `nobody`.
function noSuchAccount(code: string): ConfigurationError {
  return new ConfigurationError(
    `root cannot run the embedded server as \`nobody\` here (${code}): start as an ordinary user, or set DATABASE_URL`,
  );
}

function readPasswd(): string[][] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'));
  } catch {
    return [];
  }
}

function toId(text: string | undefined): number {
  const id = Number(text);
  return Number.isInteger(id) && id > 0 ? id : OVERFLOW_ID;
}
