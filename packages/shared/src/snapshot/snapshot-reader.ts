import { createHash, type Hash } from 'node:crypto';
import { parseSha256 } from '../brands.js';
import { InternalError } from '../errors.js';
import { parseActs, parseSnapshot } from './parse-snapshot.js';
import { actsPart, factsPart, rememberText } from './seal-snapshot.js';
import type { Act, Fact, Snapshot } from './snapshot.js';
import { noteSuccession } from './snapshot-change.js';

/** Facts that were read, as they stand in the bytes of a snapshot. */
interface ReadFacts {
  readonly bytes: Buffer;
  readonly facts: readonly Fact[];
  /** The canonical text as far as they go, and its digest up to there. */
  readonly text: string;
  readonly digest: Hash;
}

/** How a sealed snapshot is published, up to its facts. */
const HEAD = /^\{"number":([1-9][0-9]{0,14}),"digest":"(sha256:[0-9a-f]{64})",/;
const HEAD_BYTES_MAX = 128;
/** No text in a snapshot can hold this: there the quotes would be escaped. */
const ACTS = Buffer.from('],"acts":[');
const ACTS_NAME = '"acts":';
const END = '}';

/**
 * Reads snapshots one after another. Ten thousand facts seldom change, and acts do all day: facts whose bytes are those of the last
 * snapshot are not parsed again, nor acts whose text is. What is read of a snapshot is the same either way, digest and all.
 */
export class SnapshotReader {
  #facts: ReadFacts | null = null;
  #acts: ReadonlyMap<string, Act> = new Map();
  #last: Snapshot | null = null;

  /** Throws when the bytes are no snapshot; what was read before is then still what it goes by. */
  read(bytes: Buffer): Snapshot {
    const snapshot = this.#readActs(bytes) ?? this.#readWhole(bytes);
    this.#acts = new Map(snapshot.acts.map((act) => [JSON.stringify(act), act]));
    if (this.#last !== null && this.#last.digest !== snapshot.digest) noteSuccession(this.#last, snapshot);
    this.#last = snapshot;
    return snapshot;
  }

  /** Null when the facts are not those of the last one, or the bytes have another form than they are published in. */
  #readActs(bytes: Buffer): Snapshot | null {
    const [head = '', number, digest = ''] = HEAD.exec(bytes.toString('latin1', 0, HEAD_BYTES_MAX)) ?? [];
    const known = this.#facts;
    if (known === null || number === undefined) return null;
    const end = head.length + known.bytes.length;
    if (!bytes.subarray(head.length, end).equals(known.bytes)) return null;
    const rest = bytes.toString('utf8', end).trimEnd();
    if (!rest.startsWith(ACTS_NAME) || !rest.endsWith(END)) return null;
    const acts = parseActs(JSON.parse(rest.slice(ACTS_NAME.length, -END.length)), this.#acts);
    const text = actsPart(acts);
    const found = parseSha256(`sha256:${known.digest.copy().update(text).digest('hex')}`);
    if (found !== digest) throw new InternalError('INTERNAL', 'snapshot: digest is not that of its content');
    const snapshot = { number: Number(number), digest: found, facts: known.facts, acts };
    rememberText(snapshot, known.text + text);
    return snapshot;
  }

  #readWhole(bytes: Buffer): Snapshot {
    const snapshot = parseSnapshot(JSON.parse(bytes.toString('utf8')));
    this.#facts = locateFacts(bytes, snapshot.facts);
    return snapshot;
  }
}

/** Null unless the facts stand there as they are sealed: only then do equal bytes mean equal facts of the same digest. */
function locateFacts(bytes: Buffer, facts: readonly Fact[]): ReadFacts | null {
  const [head] = HEAD.exec(bytes.toString('latin1', 0, HEAD_BYTES_MAX)) ?? [];
  if (head === undefined) return null;
  const text = factsPart(facts);
  // Up to the comma behind the list.
  const found = bytes.subarray(head.length, bytes.indexOf(ACTS, head.length) + 2);
  if (`{${found.toString('utf8')}` !== text) return null;
  return { bytes: Buffer.from(found), facts, text, digest: createHash('sha256').update(text) };
}
