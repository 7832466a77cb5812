import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../make-folder.js';
import { identifyProcess, isRunning } from './process-identity.js';

/** Notes that this process uses the server of a folder; returns the note. Call under the folder's lock. */
export function addServerUser(folder: string): string {
  makeFolder(join(folder, 'users'), 0o700);
  const startTicks = identifyProcess(process.pid)?.startTicks ?? '';
  const note = join(folder, 'users', `${process.pid}.${startTicks}.${randomUUID()}`);
  writeFileSync(note, realpathSync(folder));
  return note;
}

/** Takes a note back and tells whether any live process still uses the server; a killed one counts no more. */
export function removeServerUser(folder: string, note: string): { readonly isLast: boolean } {
  rmSync(note, { force: true });
  return { isLast: liveServerUsers(folder).length === 0 };
}

/** Notes of processes that still run; those of killed ones are cleared away. */
function liveServerUsers(folder: string): string[] {
  const live: string[] = [];
  for (const name of readdirSync(join(folder, 'users'))) {
    const [pid, startTicks] = name.split('.');
    const note = join(folder, 'users', name);
    // A note that came along with a copied folder speaks of a user of the original.
    const isOurs = readFileSync(note, 'utf8') === realpathSync(folder);
    if (isOurs && isRunning({ pid: Number(pid), startTicks: startTicks ?? '' })) live.push(name);
    else rmSync(note, { force: true });
  }
  return live;
}
