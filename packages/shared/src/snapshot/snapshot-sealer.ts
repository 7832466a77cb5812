import { createHash, type Hash } from 'node:crypto';
import { parseSha256, type Sha256 } from '../brands.js';
import { actsPart, factsPart, rememberText, sealActs, sealFacts } from './seal-snapshot.js';
import type { Act, Fact, Snapshot } from './snapshot.js';
import { noteSuccession } from './snapshot-change.js';

/** Facts that were sealed, with their part of the canonical text and the digest as far as it goes. */
interface SealedFacts {
  readonly given: readonly Fact[];
  readonly facts: readonly Fact[];
  readonly text: string;
  readonly digest: Hash;
}

/**
 * Seals snapshots one after another. Seventeen thousand facts seldom change, and acts do all day: facts that are the list that was sealed last
 * are neither sorted nor written out again, nor are acts whose text is the same. What comes out is what sealing alone gives, digest and all.
 */
export class SnapshotSealer {
  #facts: SealedFacts | null = null;
  #acts: ReadonlyMap<string, Act> = new Map();
  #last: Snapshot | null = null;

  /** The snapshot of these facts and acts; those of the last one are the same objects, and how it differs from the last is noted. */
  seal({ facts, acts }: Pick<Snapshot, 'facts' | 'acts'>, numberOf: (digest: Sha256) => number): Snapshot {
    const sealed = this.#sealFacts(facts);
    const sealedActs = sealActs(acts, this.#acts);
    const text = actsPart(sealedActs);
    const digest = parseSha256(`sha256:${sealed.digest.copy().update(text).digest('hex')}`);
    const snapshot = { number: numberOf(digest), digest, facts: sealed.facts, acts: sealedActs };
    rememberText(snapshot, sealed.text + text);
    this.#acts = new Map(sealedActs.map((act) => [JSON.stringify(act), act]));
    if (this.#last !== null && this.#last.digest !== digest) noteSuccession(this.#last, snapshot);
    this.#last = snapshot;
    return snapshot;
  }

  #sealFacts(given: readonly Fact[]): SealedFacts {
    const known = this.#facts;
    if (known !== null && (known.given === given || known.facts === given)) return known;
    const facts = sealFacts(given, new Set(known?.facts));
    const text = factsPart(facts);
    this.#facts = { given, facts, text, digest: createHash('sha256').update(text) };
    return this.#facts;
  }
}
