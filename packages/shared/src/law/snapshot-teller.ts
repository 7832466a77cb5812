import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Clock, systemClock } from '../clock.js';
import { verifyQuestion } from '../feed/signed-question.js';
import { readBody, valuesOf } from '../http/read-body.js';
import type { CurrentSnapshot } from '../snapshot/current-snapshot.js';
import { snapshotText } from '../snapshot/seal-snapshot.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import { differenceOf } from '../snapshot/snapshot-difference.js';
import { ServedContexts } from '../subjects/served-contexts.js';
import { signAnswer } from './signed-answer.js';
import {
  SNAPSHOT_ANSWER_HEADER,
  SNAPSHOT_AUDIENCE,
  SNAPSHOT_HEADER,
  type SnapshotQuestion,
  snapshotQuestionShape,
} from './snapshot-wire.js';

const QUESTION_BYTES_MAX = 1_024;

/** What is told, and how one hears that there is something new. */
export interface ToldSnapshot {
  readonly current: CurrentSnapshot;
  /** Resolves when there is something new, when so many milliseconds have passed, or at the signal. */
  changed(waitMs: number, signal: AbortSignal): Promise<void>;
}

/** Tells whoever follows the law what it is now: by what has changed since what it holds, as soon as it has changed. */
export class SnapshotTeller {
  readonly #told: ToldSnapshot;
  readonly #key: Uint8Array;
  readonly #clock: Clock;
  readonly #served = new ServedContexts();
  readonly #closing = new AbortController();

  constructor(told: ToldSnapshot, key: Uint8Array, clock: Clock = systemClock) {
    this.#told = told;
    this.#key = key;
    this.#clock = clock;
  }

  /** Answers a signed question. Throws CONTEXT_INVALID or REQUEST_MALFORMED. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, QUESTION_BYTES_MAX);
    if (body === null) {
      response.shouldKeepAlive = false;
      response.writeHead(413).end();
      return;
    }
    const at = this.#clock();
    const values = valuesOf(request, SNAPSHOT_HEADER);
    const party = { audience: SNAPSHOT_AUDIENCE, key: this.#key, at };
    const signed = verifyQuestion(values.length === 1 ? values[0] : undefined, body, party);
    this.#served.serve(signed, at);
    const question = snapshotQuestionShape.safeParse(JSON.parse(Buffer.from(body).toString('utf8')));
    if (!question.success) {
      response.writeHead(400).end();
      return;
    }
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const text = Buffer.from(await this.#textFor(question.data, gone.signal));
    if (this.#closing.signal.aborted) response.shouldKeepAlive = false;
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': text.length,
      'cache-control': 'no-store',
      [SNAPSHOT_ANSWER_HEADER]: signAnswer(this.#key, signed.jti, text),
    });
    response.end(text);
  }

  /** Whoever waits is answered now. */
  beginClosing(): void {
    this.#closing.abort();
  }

  async #textFor({ held, waitMs }: SnapshotQuestion, gone: AbortSignal): Promise<string> {
    const { current, changed } = this.#told;
    const startedAt = performance.now();
    const isHeld = (newest: Snapshot | null): boolean =>
      held !== null && newest?.number === held.number && newest.digest === held.digest;
    if (isHeld(current.newest)) await changed.call(this.#told, waitMs, AbortSignal.any([gone, this.#closing.signal]));
    const newest = current.view().snapshot;
    const times = { ageMs: Math.max(0, current.lagMs()), waitedMs: performance.now() - startedAt };
    if (isHeld(newest)) return JSON.stringify({ kind: 'SAME', ...times });
    const { number, digest } = newest;
    const before = held === null ? null : current.kept(held.digest);
    if (before !== null) {
      return JSON.stringify({ kind: 'CHANGED', ...times, number, digest, difference: differenceOf(before, newest) });
    }
    // The canonical text is at hand, and long.
    const head = JSON.stringify({ kind: 'WHOLE', ...times, number, digest }).slice(0, -1);
    return `${head},"content":${snapshotText(newest)}}`;
  }
}
