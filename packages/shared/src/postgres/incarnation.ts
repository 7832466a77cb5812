import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigurationError } from '../errors.js';
import { withConnection } from './connect.js';
import { writeSecretFile } from './secret-file.js';

/** What the databases of one data folder have in common: they were made together and started together ever since. */
const memoryShape = z.strictObject({
  v: z.literal(1),
  /** Ids of the databases, by name. */
  ids: z.record(z.string(), z.uuid()),
  /** Starts that all of them have seen. */
  starts: z.int().nonnegative(),
  /** A start that some of them may have seen, when it was broken off. */
  begun: z.int().nonnegative(),
});
type Memory = z.infer<typeof memoryShape>;

interface Incarnation {
  readonly name: string;
  readonly id: string;
  readonly starts: number;
}

/**
 * Refuses a start on databases that do not belong together: one that is lost beside others that are not, and one that was put back
 * to an older state. Their rows name each other by ids that are made once, so links between them would be gone for good.
 */
export async function continueTogether(
  file: string,
  databases: Readonly<Record<string, { readonly ownerUrl: string }>>,
): Promise<void> {
  const memory = readMemory(file);
  const found: Incarnation[] = [];
  for (const [name, { ownerUrl }] of Object.entries(databases))
    found.push(await readIncarnation(name, ownerUrl, memory));
  assertTogether(found, memory, file);
  const next = Math.max(memory?.begun ?? 0, ...found.map(({ starts }) => starts)) + 1;
  const ids = Object.fromEntries(found.map(({ name, id }) => [name, id]));
  const starts = Math.min(...found.map((each) => each.starts));
  writeMemory(file, { v: 1, ids, starts, begun: next });
  for (const { ownerUrl } of Object.values(databases)) await countStart(ownerUrl, next);
  writeMemory(file, { v: 1, ids, starts: next, begun: next });
}

async function readIncarnation(name: string, ownerUrl: string, memory: Memory | null): Promise<Incarnation> {
  return withConnection(ownerUrl, async (owner) => {
    await owner.query(`create table if not exists incarnation (
      only_one boolean primary key default true check (only_one), id uuid not null, starts bigint not null)`);
    const { rows } = await owner.query<{ id: string; starts: string }>('select id, starts from incarnation');
    const [known] = rows;
    if (known !== undefined) return { name, id: known.id, starts: Number(known.starts) };
    if (memory?.ids[name] !== undefined) {
      throw new ConfigurationError(
        `the database \`${name}\` is new and empty, and there was one before: put it back, with the others of the same moment ` +
          '(npm run restore)',
      );
    }
    const id = randomUUID();
    // Made beside others that have been started before: it joins them.
    await owner.query('insert into incarnation (id, starts) values ($1, $2)', [id, memory?.starts ?? 0]);
    return { name, id, starts: memory?.starts ?? 0 };
  });
}

function assertTogether(found: readonly Incarnation[], memory: Memory | null, file: string): void {
  const newest = Math.max(...found.map(({ starts }) => starts));
  for (const { name, id, starts } of found) {
    const remembered = memory?.ids[name];
    const isOther = remembered !== undefined && remembered !== id;
    // A start that was broken off has been counted by some of them.
    // Nothing is remembered at a first start, and when an operator has said to go on with what there is.
    const isBrokenOff = memory !== null && starts >= memory.starts && newest <= memory.begun;
    const isOlder = memory !== null && starts < newest && !isBrokenOff;
    if (!isOther && !isOlder && starts >= (memory?.starts ?? 0)) continue;
    const why = isOther ? 'has another history' : 'is of an older state';
    throw new ConfigurationError(
      `the database \`${name}\` ${why} than the others of this data folder: links between them would be lost. Put all of them back ` +
        `to one moment (npm run restore); to go on with these all the same, remove \`${file}\``,
    );
  }
}

async function countStart(ownerUrl: string, starts: number): Promise<void> {
  await withConnection(ownerUrl, (owner) => owner.query('update incarnation set starts = $1', [starts]));
}

function readMemory(file: string): Memory | null {
  return existsSync(file) ? memoryShape.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

function writeMemory(file: string, memory: Memory): void {
  writeSecretFile(file, `${JSON.stringify(memory)}\n`);
}
