import { createHash, createHmac } from 'node:crypto';

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
