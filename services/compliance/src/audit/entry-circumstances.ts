import { textsOf } from '@chancery/ledger/follow-entries';
import type { Entry } from '@chancery/ledger/parse-entry';
import type { Circumstances } from '@chancery/policy/replay/decide-again';
import { LruCache } from '@chancery/shared/lru-cache';
import { parseSnapshot } from '@chancery/shared/snapshot/parse-snapshot';
import type { Snapshot } from '@chancery/shared/snapshot/snapshot';
import { parseProfile } from '@chancery/shared/subjects/parse-profile';
import type { Profile } from '@chancery/shared/subjects/subject';

/** Entries follow on each other under the same few snapshots, each of which is megabytes. */
const SNAPSHOTS_KEPT = 2;
const PROFILES_KEPT = 10_000;

/** By what an entry was decided, as the ledger's tables of texts have it. */
export interface EntryCircumstances {
  /** Looks up at once whoever asked in entries that come next. */
  know(entries: readonly Pick<Entry, 'profile'>[]): Promise<void>;
  /** Null where the entry names no profile or snapshot, or its text is gone or is not the one that it names. */
  of(entry: Pick<Entry, 'profile' | 'snapshot' | 'now'>): Promise<Circumstances | null>;
}

/** Finds them in the ledger with a login that reads it, and keeps those that were asked for last. */
export function circumstancesFrom(ledgerUrl: string): EntryCircumstances {
  const profiles = new LruCache<string, Profile | 'GONE'>(PROFILES_KEPT);
  const snapshots = new LruCache<string, Snapshot | 'GONE'>(SNAPSHOTS_KEPT);

  async function learn(digests: readonly string[]): Promise<void> {
    const unknown = digests.filter((digest) => profiles.get(digest) === undefined);
    if (unknown.length === 0) return;
    const texts = await textsOf(ledgerUrl, 'audit_profile', unknown);
    for (const digest of unknown) {
      const text = texts.get(digest);
      profiles.set(digest, (text === undefined ? null : parseProfile(text, digest)) ?? 'GONE');
    }
  }
  async function snapshotOf(number: number, digest: string): Promise<Snapshot | 'GONE'> {
    // The same content may stand under several numbers: a number decides nothing.
    const known = snapshots.get(digest);
    if (known !== undefined) return known;
    const text = (await textsOf(ledgerUrl, 'audit_snapshot', [digest])).get(digest);
    const found = text === undefined ? 'GONE' : parseSnapshot({ number, digest, ...JSON.parse(text) });
    snapshots.set(digest, found);
    return found;
  }
  return {
    know: (entries) => learn([...new Set(entries.flatMap(({ profile }) => profile ?? []))]),
    async of({ profile: name, snapshot: numbered, now }) {
      if (name === null || numbered === null) return null;
      await learn([name]);
      const profile = profiles.get(name) ?? 'GONE';
      const snapshot = await snapshotOf(...numbered);
      return profile === 'GONE' || snapshot === 'GONE' ? null : { profile, snapshot, now };
    },
  };
}
