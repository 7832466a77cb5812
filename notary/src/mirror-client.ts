import {
  type MirrorInfo,
  packageRanges,
  parseMirrorInfo,
  printUpload,
  tileStart,
} from '@chancery/ledger/mirror/add-entries';
import { proveSubtree, type ReadTile } from '@chancery/ledger/tiles/tile-proofs';
import { request } from 'undici';
import { type Answer, CheckpointSender, type ProveConsistency } from './checkpoint-sender.js';
import type { Signed } from './log-notary.js';
import { nameOf, requireCosigned, type WitnessAddress } from './witness-client.js';

/** What a mirror is given of one log. */
export interface MirroredLog {
  readonly origin: string;
  readonly prove: ProveConsistency;
  readonly read: ReadTile;
  /** Stored bytes of entries; fewer where one is not there. */
  leaves(first: number, end: number): Promise<string[]>;
}

const ANSWER_MAX_MS = 30_000;
/** Tiles of entries in one upload: at 16 KiB an entry it stays below what a mirror takes at once. */
const PACKAGES_MAX = 3;
/** Uploads for one checkpoint; what is left goes with the next, so that one that is far behind holds up no round. */
const UPLOADS_MAX = 64;
const NO_TICKET = Buffer.alloc(0);

/** Brings one mirror of an agency up to a checkpoint, and gets its cosignature (C2SP tlog-mirror). */
export class MirrorClient {
  readonly #address: WitnessAddress;
  readonly #log: MirroredLog;
  readonly #sender: CheckpointSender;
  #info: MirrorInfo = { pending: 0, next: 0, ticket: NO_TICKET };

  constructor(address: WitnessAddress, log: MirroredLog) {
    this.#address = address;
    this.#log = log;
    this.#sender = new CheckpointSender(address.url, log.prove);
  }

  /** Its lines below that checkpoint; throws with what it said in their place. */
  async cosign(signed: Signed): Promise<string> {
    const shown = await this.#sender.send(signed);
    if (shown.status !== 200) throw this.#refused(shown);
    for (let upload = 0; upload < UPLOADS_MAX; upload += 1) {
      const answer = await this.#upload(signed.size);
      if (answer.status === 200) {
        requireCosigned(signed.note, answer.text, this.#address);
        return answer.text;
      }
      const info = answer.status === 202 || answer.status === 409 ? parseMirrorInfo(answer.text) : null;
      if (info === null || (answer.status === 409 && upload > 0 && info.next === this.#info.next))
        throw this.#refused(answer);
      this.#info = info;
    }
    throw new Error(`mirror \`${nameOf(this.#address)}\` has ${this.#info.next} of ${signed.size} entries`);
  }

  async #upload(size: number): Promise<Answer> {
    const { origin, read } = this.#log;
    const start = Math.min(this.#info.next, size);
    const ranges = packageRanges(start, size).slice(0, PACKAGES_MAX);
    const end = ranges.at(-1)?.end ?? start;
    const leaves = await this.#log.leaves(start, end);
    if (leaves.length !== end - start)
      throw new Error(`entries from ${start} on, which a mirror lacks, are not kept any more`);
    const packages = [];
    for (const range of ranges) {
      const proof = await proveSubtree(read, { start: tileStart(range.start), end: range.end }, size);
      const entries = leaves.slice(range.start - start, range.end - start).map((leaf) => Buffer.from(leaf));
      packages.push({ entries, proof });
    }
    const body = printUpload({ origin, start, end: size, ticket: this.#info.ticket }, packages);
    const { statusCode, body: answer } = await request(new URL('add-entries', this.#address.url), {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body,
      signal: AbortSignal.timeout(ANSWER_MAX_MS),
      reset: true,
    });
    return { status: statusCode, text: await answer.text() };
  }

  #refused({ status, text }: Answer): Error {
    return new Error(`mirror \`${nameOf(this.#address)}\` answered ${status}: ${text.trim()}`);
  }
}
