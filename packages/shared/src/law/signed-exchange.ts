import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Pool } from 'undici';
import type { z } from 'zod';
import { type Clock, systemClock } from '../clock.js';
import { InternalError } from '../errors.js';
import { signQuestion, verifyQuestion } from '../feed/signed-question.js';
import { readBody, valuesOf } from '../http/read-body.js';
import { ServedContexts } from '../subjects/served-contexts.js';
import { signAnswer, verifyAnswer } from './signed-answer.js';

/** Questions of one kind that processes of ours ask each other: where, under which headers, and signed for whom. */
export interface Exchange {
  readonly path: string;
  readonly questionHeader: string;
  readonly answerHeader: string;
  readonly audience: string;
}

const QUESTION_BYTES_MAX = 1_024;

/** What answers, and by what. */
export interface TellingOptions<Q> {
  readonly of: Exchange;
  readonly key: Uint8Array;
  readonly shape: z.ZodType<Q>;
  /** The answer, as soon as there is one; the signal says that nobody waits for anything new any longer. */
  readonly textFor: (question: Q, over: AbortSignal) => Promise<string>;
  readonly clock?: Clock;
}

/** Answers signed questions, each once, with an answer that is signed for that question. */
export class SignedTeller<Q> {
  readonly #options: TellingOptions<Q>;
  readonly #served = new ServedContexts();
  readonly #closing = new AbortController();

  constructor(options: TellingOptions<Q>) {
    this.#options = options;
  }

  /** Answers a signed question. Throws CONTEXT_INVALID. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { of, key, shape, textFor, clock = systemClock } = this.#options;
    const body = await readBody(request, QUESTION_BYTES_MAX);
    if (body === null) {
      response.shouldKeepAlive = false;
      response.writeHead(413).end();
      return;
    }
    const at = clock();
    const values = valuesOf(request, of.questionHeader);
    const party = { audience: of.audience, key, at };
    const signed = verifyQuestion(values.length === 1 ? values[0] : undefined, body, party);
    this.#served.serve(signed, at);
    const question = shape.safeParse(JSON.parse(Buffer.from(body).toString('utf8')));
    if (!question.success) {
      response.writeHead(400).end();
      return;
    }
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const text = Buffer.from(await textFor(question.data, AbortSignal.any([gone.signal, this.#closing.signal])));
    if (this.#closing.signal.aborted) response.shouldKeepAlive = false;
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': text.length,
      'cache-control': 'no-store',
      [of.answerHeader]: signAnswer(key, signed.jti, text),
    });
    response.end(text);
  }

  /** Whoever waits is answered now. */
  beginClosing(): void {
    this.#closing.abort();
  }
}

/** Asks a signed question; the answer is known to be of it. */
export async function askSigned(
  pool: Pool,
  of: Exchange,
  {
    key,
    clock = systemClock,
    signal,
  }: { readonly key: Uint8Array; readonly clock?: Clock; readonly signal: AbortSignal },
  question: object,
): Promise<unknown> {
  const asked = Buffer.from(JSON.stringify(question));
  const jti = randomUUID();
  const signed = signQuestion({ audience: of.audience, key, at: clock() }, asked, jti);
  const { statusCode, headers, body } = await pool.request({
    path: of.path,
    method: 'POST',
    headers: { 'content-type': 'application/json', [of.questionHeader]: signed },
    body: asked,
    signal,
  });
  const bytes = Buffer.from(await body.arrayBuffer());
  if (statusCode !== 200) throw new InternalError('INTERNAL', `the teller of \`${of.path}\` answered ${statusCode}`);
  verifyAnswer(key, jti, bytes, headers[of.answerHeader]);
  return JSON.parse(bytes.toString('utf8'));
}
