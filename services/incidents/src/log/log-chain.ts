import { createHash, createHmac } from 'node:crypto';
import type { Placing } from '@chancery/shared/subgraph/writing/create-record';

/** What an entry of a log commits to. */
export interface Committed {
  readonly writtenAt: Date;
  readonly kind: string;
  readonly authorRole: string;
  readonly text: string;
}

/** Before the first entry of a chain. */
export const NO_HASH = '0'.repeat(64);

/** Commits to an entry under a salt: who has not both cannot even try texts on it. */
export function commitTo({ writtenAt, kind, authorRole, text }: Committed, salt: string): string {
  const said = JSON.stringify([writtenAt.toISOString(), kind, authorRole, text]);
  return createHmac('sha256', salt).update(said).digest('hex');
}

/** The hash of an entry, by which the next one is bound to it. */
export function chainHash(previousHash: string, commitment: string): string {
  return createHash('sha256').update(`${previousHash}.${commitment}`).digest('hex');
}

/** An entry as it stands in its chain. */
export interface ChainedEntry extends Committed {
  readonly position: number;
  readonly salt: string;
  readonly commitment: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** The first place of a chain, in the order of the chain, that does not follow from what is before it; null where all do. */
export function brokenAt(entries: readonly ChainedEntry[]): number | null {
  let previousHash = NO_HASH;
  for (const [at, entry] of entries.entries()) {
    const isWhole =
      entry.position === at + 1 &&
      entry.previousHash === previousHash &&
      entry.commitment === commitTo(entry, entry.salt) &&
      entry.hash === chainHash(previousHash, entry.commitment);
    if (!isWhole) return at + 1;
    previousHash = entry.hash;
  }
  return null;
}

/** Binds a new entry to the last one of its chain. Of two at once the second waits, and is bound to the first. */
export const chained: Placing = async (transaction, row) => {
  const chain = [row.incident_id, row.handling_id];
  await transaction.query(`select pg_advisory_xact_lock(hashtextextended('log ' || $1 || ' ' || $2, 0))`, chain);
  const [last] = await transaction.query<{ position: number; hash: string }[]>(
    'select position, hash from incident_log_entry where incident_id = $1 and handling_id = $2 order by position desc limit 1',
    chain,
  );
  const previousHash = last?.hash ?? NO_HASH;
  const { written_at: writtenAt, kind, author_role: authorRole, text, salt } = row as unknown as StoredEntry;
  const commitment = commitTo({ writtenAt, kind, authorRole, text }, salt);
  return {
    position: (last?.position ?? 0) + 1,
    previous_hash: previousHash,
    commitment,
    hash: chainHash(previousHash, commitment),
  };
};

/** An entry by its columns, before it has a place. */
interface StoredEntry {
  readonly written_at: Date;
  readonly kind: string;
  readonly author_role: string;
  readonly text: string;
  readonly salt: string;
}
