import { createHash, type Hash } from 'node:crypto';
import { parseSha256 } from '../brands.js';
import { InternalError } from '../errors.js';
import { parseActs, parseSnapshot } from './parse-snapshot.js';
import { type FactsByText, factsByText, factsText, readFacts } from './read-facts.js';
import { actsPart, rememberText } from './seal-snapshot.js';
import type { Act, Fact, Snapshot } from './snapshot.js';
import { noteSuccession } from './snapshot-change.js';

/** Facts that were read, as they stand in the bytes of a snapshot. */
interface ReadFacts {
  readonly bytes: Buffer;
  readonly facts: readonly Fact[];
  readonly byText: FactsByText;
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
 * Reads snapshots one after another. Of ten thousand facts few change, and acts come and go all day: no fact or act is parsed again
 * whose text was in the last snapshot. What is read of a snapshot is the same either way, digest and all.
 */
export class SnapshotReader {
  #facts: ReadFacts | null = null;
  #acts: ReadonlyMap<string, Act> = new Map();
  #last: Snapshot | null = null;

  /** Throws when the bytes are no snapshot; what was read before is then still what it goes by. */
  read(bytes: Buffer): Snapshot {
    const snapshot = this.#readParts(bytes) ?? this.#readWhole(bytes);
    this.#acts = new Map(snapshot.acts.map((act) => [JSON.stringify(act), act]));
    if (this.#last !== null && this.#last.digest !== snapshot.digest) noteSuccession(this.#last, snapshot);
    this.#last = snapshot;
    return snapshot;
  }

  /** Null when the bytes have another form than they are published in, or the facts are not to be read by their texts. */
  #readParts(bytes: Buffer): Snapshot | null {
    const [head = '', number, digest = ''] = HEAD.exec(bytes.toString('latin1', 0, HEAD_BYTES_MAX)) ?? [];
    if (this.#facts === null || number === undefined) return null;
    const read = factsAt(bytes, head.length, this.#facts);
    if (read === null) return null;
    const rest = bytes.toString('utf8', head.length + read.bytes.length).trimEnd();
    if (!rest.startsWith(ACTS_NAME) || !rest.endsWith(END)) return null;
    const acts = parseActs(JSON.parse(rest.slice(ACTS_NAME.length, -END.length)), this.#acts);
    const text = actsPart(acts);
    const found = parseSha256(`sha256:${read.digest.copy().update(text).digest('hex')}`);
    if (found !== digest) throw new InternalError('INTERNAL', 'snapshot: digest is not that of its content');
    const snapshot = { number: Number(number), digest: found, facts: read.facts, acts };
    rememberText(snapshot, read.text + text);
    this.#facts = read;
    return snapshot;
  }

  #readWhole(bytes: Buffer): Snapshot {
    const snapshot = parseSnapshot(JSON.parse(bytes.toString('utf8')));
    this.#facts = locateFacts(bytes, snapshot.facts);
    return snapshot;
  }
}

/** The facts from a place on, by those that were read last. */
function factsAt(bytes: Buffer, start: number, last: ReadFacts): ReadFacts | null {
  const same = bytes.subarray(start, start + last.bytes.length);
  if (same.equals(last.bytes)) return last;
  const part = factsBytes(bytes, start);
  const text = part.toString('utf8');
  const byText = readFacts(text, last.byText);
  return byText === null ? null : factsOf(part, text, [...byText.values()], byText);
}

/** Null unless the facts stand there as they are sealed: only then do equal bytes mean equal facts of the same digest. */
function locateFacts(bytes: Buffer, facts: readonly Fact[]): ReadFacts | null {
  const [head] = HEAD.exec(bytes.toString('latin1', 0, HEAD_BYTES_MAX)) ?? [];
  if (head === undefined) return null;
  const text = factsText(facts);
  const found = factsBytes(bytes, head.length);
  return found.toString('utf8') === text ? factsOf(found, text, facts, factsByText(facts)) : null;
}

/** Up to the comma behind the list. */
const factsBytes = (bytes: Buffer, start: number): Buffer => bytes.subarray(start, bytes.indexOf(ACTS, start) + 2);

function factsOf(bytes: Buffer, part: string, facts: readonly Fact[], byText: FactsByText): ReadFacts {
  const text = `{${part}`;
  return { bytes: Buffer.from(bytes), facts, byText, text, digest: createHash('sha256').update(text) };
}
