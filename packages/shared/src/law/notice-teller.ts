import type { IncomingMessage, ServerResponse } from 'node:http';
import { systemClock } from '../clock.js';
import { verifyQuestion } from '../feed/signed-question.js';
import { readBody, valuesOf } from '../http/read-body.js';
import { ServedContexts } from '../subjects/served-contexts.js';
import {
  NOTICE_ANSWER_HEADER,
  NOTICE_AUDIENCE,
  NOTICE_HEADER,
  type NoticeAnswer,
  noticeQuestionShape,
} from './notice-wire.js';
import { signAnswer } from './signed-answer.js';

const QUESTION_BYTES_MAX = 1_024;

/** What a service has recorded, and how one hears that there is more. */
export interface ToldNotices {
  read(after: number): Promise<NoticeAnswer>;
  changed(waitMs: number, signal: AbortSignal): Promise<void>;
}

/** Tells compliance which facts its service has recorded, as soon as it has. */
export class NoticeTeller {
  readonly #told: ToldNotices;
  readonly #key: Uint8Array;
  readonly #served = new ServedContexts();
  readonly #closing = new AbortController();

  constructor(told: ToldNotices, key: Uint8Array) {
    this.#told = told;
    this.#key = key;
  }

  /** Answers a signed question. Throws CONTEXT_INVALID. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, QUESTION_BYTES_MAX);
    if (body === null) {
      response.shouldKeepAlive = false;
      response.writeHead(413).end();
      return;
    }
    const at = systemClock();
    const values = valuesOf(request, NOTICE_HEADER);
    const party = { audience: NOTICE_AUDIENCE, key: this.#key, at };
    const signed = verifyQuestion(values.length === 1 ? values[0] : undefined, body, party);
    this.#served.serve(signed, at);
    const { after, waitMs } = noticeQuestionShape.parse(JSON.parse(Buffer.from(body).toString('utf8')));
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const text = Buffer.from(JSON.stringify(await this.#answerTo(after, waitMs, gone.signal)));
    if (this.#closing.signal.aborted) response.shouldKeepAlive = false;
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': text.length,
      'cache-control': 'no-store',
      [NOTICE_ANSWER_HEADER]: signAnswer(this.#key, signed.jti, text),
    });
    response.end(text);
  }

  /** Whoever waits is answered now. */
  beginClosing(): void {
    this.#closing.abort();
  }

  async #answerTo(after: number, waitMs: number, gone: AbortSignal): Promise<NoticeAnswer> {
    const changed = this.#told.changed(waitMs, AbortSignal.any([gone, this.#closing.signal]));
    const now = await this.#told.read(after);
    if (now.head !== after) return now;
    await changed;
    return this.#told.read(after);
  }
}
