import type { LeafRange } from '../proofs.js';
import { TILE_WIDTH } from '../tiles/tile-tree.js';
import { HASH_BYTES, splitHashes } from '../tree.js';

/** What an upload of entries to a mirror begins with (C2SP tlog-mirror, add-entries). */
export interface UploadHeader {
  readonly origin: string;
  readonly start: number;
  readonly end: number;
  /** What the mirror gave to be given back; empty where it gave nothing. */
  readonly ticket: Buffer;
}

/** Entries of one tile, or a part of it, with the proof that the tile as far as they go is a subtree of the log. */
export interface EntryPackage {
  readonly entries: readonly Buffer[];
  readonly proof: readonly Buffer[];
}

/** How far a mirror is, as it says with 202 and 409. */
export interface MirrorInfo {
  /** Size of a checkpoint that it takes entries for. */
  readonly pending: number;
  /** Index of the first entry that it lacks. */
  readonly next: number;
  readonly ticket: Buffer;
}

/** C2SP tlog-mirror: no proof of a package is longer. */
const PROOF_HASHES_MAX = 63;
const LENGTH_BYTES = 2;
const INDEX_BYTES = 8;

/** Where packages begin and end; each but the first begins with a tile. */
export function packageRanges(start: number, end: number): LeafRange[] {
  const ranges: LeafRange[] = [];
  for (let at = start; at < end; ) {
    const next = Math.min(end, tileStart(at) + TILE_WIDTH);
    ranges.push({ start: at, end: next });
    at = next;
  }
  return ranges;
}

/** The first entry of the tile that an entry is in. */
export const tileStart = (index: number): number => index - (index % TILE_WIDTH);

/** Writes the body of an upload. */
export function printUpload({ origin, start, end, ticket }: UploadHeader, packages: readonly EntryPackage[]): Buffer {
  const name = Buffer.from(origin);
  const parts = packages.flatMap(({ entries, proof }) => [
    ...entries.flatMap((entry) => [lengthOf(entry), entry]),
    Buffer.of(proof.length),
    ...proof,
  ]);
  return Buffer.concat([lengthOf(name), name, indexOf(start), indexOf(end), lengthOf(ticket), ticket, ...parts]);
}

/** Reads the body of an upload, a part after the other; each throws RangeError where it is not there as a whole. */
export class UploadReader {
  readonly #body: Buffer;
  #at = 0;

  constructor(body: Buffer) {
    this.#body = body;
  }

  header(): UploadHeader {
    const origin = this.#sized().toString('utf8');
    const [start, end] = [this.#index(), this.#index()];
    if (start > end) throw new RangeError('an upload that ends before it begins');
    return { origin, start, end, ticket: this.#sized() };
  }

  package(count: number): EntryPackage {
    const entries = Array.from({ length: count }, () => this.#sized());
    const hashes = this.#take(1)[0] ?? 0;
    if (hashes > PROOF_HASHES_MAX) throw new RangeError('a proof that is too long');
    return { entries, proof: splitHashes(this.#take(hashes * HASH_BYTES)) };
  }

  isAtEnd(): boolean {
    return this.#at >= this.#body.length;
  }

  #sized(): Buffer {
    return this.#take(this.#take(LENGTH_BYTES).readUInt16BE());
  }

  #index(): number {
    const index = Number(this.#take(INDEX_BYTES).readBigUInt64BE());
    if (!Number.isSafeInteger(index)) throw new RangeError('an index past every log');
    return index;
  }

  #take(bytes: number): Buffer {
    if (this.#at + bytes > this.#body.length) throw new RangeError('an upload that is cut off');
    this.#at += bytes;
    return this.#body.subarray(this.#at - bytes, this.#at);
  }
}

const INFO = /^(0|[1-9][0-9]{0,15})\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]*={0,2})\n$/;

/** Writes how far a mirror is. */
export const printMirrorInfo = ({ pending, next, ticket }: MirrorInfo): string =>
  `${pending}\n${next}\n${ticket.toString('base64')}\n`;

/** Reads how far a mirror is; null when it does not say. */
export function parseMirrorInfo(text: string): MirrorInfo | null {
  const [, pending, next, ticket = ''] = INFO.exec(text) ?? [];
  if (pending === undefined || next === undefined) return null;
  return { pending: Number(pending), next: Number(next), ticket: Buffer.from(ticket, 'base64') };
}

/** Entries of a bundle one after another, each behind its length (C2SP tlog-tiles, log entries). */
export const printBundle = (entries: readonly Buffer[]): Buffer =>
  Buffer.concat(entries.flatMap((entry) => [lengthOf(entry), entry]));

/** Entries of a bundle; throws where one is cut off. */
export function parseBundle(bytes: Buffer): Buffer[] {
  const entries: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + LENGTH_BYTES + bytes.readUInt16BE(at);
    if (end > bytes.length) throw new RangeError('a bundle that is cut off');
    entries.push(bytes.subarray(at + LENGTH_BYTES, end));
    at = end;
  }
  return entries;
}

function lengthOf(bytes: Buffer): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt16BE(bytes.length);
  return length;
}

function indexOf(index: number): Buffer {
  const bytes = Buffer.alloc(INDEX_BYTES);
  bytes.writeBigUInt64BE(BigInt(index));
  return bytes;
}
