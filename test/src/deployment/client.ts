import { Agent, type IncomingMessage, request } from 'node:http';
import type { Reply } from './verdict.js';

/** One question of one caller. */
export interface Question {
  readonly token: string;
  readonly purpose: string;
  readonly document: string;
}

/** No answer, and why. */
const nothing = (why: string): Reply => ({ status: 0, text: why });

/** Asks a gateway over kept connections, so many at once. */
export class Client {
  readonly #agent: Agent;
  readonly #url: URL;
  readonly #silentMs: number;

  constructor(url: string, connections: number, silentMs: number) {
    this.#url = new URL('/graphql', url);
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
    this.#silentMs = silentMs;
  }

  /** What came back; status 0 when the connection ended without an answer. Throws when nothing at all happened for too long. */
  ask(question: Question): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const sent = request(this.#url, {
        method: 'POST',
        agent: this.#agent,
        timeout: this.#silentMs,
        headers: {
          authorization: `Bearer ${question.token}`,
          'chancery-purpose': question.purpose,
          'content-type': 'application/json',
          accept: 'application/graphql-response+json',
        },
      });
      sent.once('timeout', () => {
        reject(new Error(`no answer and no end within ${this.#silentMs} ms`));
        sent.destroy();
      });
      sent.once('error', (error: NodeJS.ErrnoException) => resolve(nothing(error.code ?? error.message)));
      sent.once('response', (response) => read(response, resolve));
      sent.end(JSON.stringify({ query: question.document }));
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

function read(response: IncomingMessage, resolve: (reply: Reply) => void): void {
  const pieces: Buffer[] = [];
  response.on('data', (piece: Buffer) => pieces.push(piece));
  response.once('error', (error) => resolve(nothing(error.message)));
  response.once('close', () => {
    // Half an answer is none.
    if (!response.complete) return resolve(nothing('half an answer'));
    resolve({ status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString('utf8') });
  });
}
