import type { ServerResponse } from 'node:http';
import { SUBSCRIPTIONS } from '../limit/subscription-limits.js';
import { SECURITY_HEADERS } from './send.js';
import { owingOf, roomOf, type UnreadLimits } from './unread.js';

const HEADERS = {
  'content-type': 'application/x-ndjson; charset=utf-8',
  // What stands before us may not gather an export and send it at once.
  'x-accel-buffering': 'no',
};

/** The way to a caller that takes lines. */
export interface LineSink {
  /** Sends lines, each of which ends in a line feed; what they tell was recorded. */
  write(lines: string): void;
  /** Resolves when the caller has taken enough of what was sent; false when it has not in time. */
  room(): Promise<boolean>;
  /** Ends it with the last line. */
  end(line: string): void;
}

/** A response of lines of JSON (NDJSON). */
export class LineStream implements LineSink {
  readonly #response: ServerResponse;
  readonly #limits: UnreadLimits;

  constructor(
    response: ServerResponse,
    headers: Readonly<Record<string, string>>,
    limits: UnreadLimits = SUBSCRIPTIONS,
  ) {
    this.#response = response;
    this.#limits = limits;
    response.writeHead(200, { ...SECURITY_HEADERS, ...HEADERS, ...headers });
  }

  write(lines: string): void {
    if (!this.#response.closed && !this.#response.writableEnded) this.#response.write(lines);
  }

  room(): Promise<boolean> {
    return roomOf(owingOf(this.#response), this.#limits);
  }

  end(line: string): void {
    this.write(line);
    this.#response.end();
    // Who takes nothing would hold the connection until the last byte.
    if (this.#response.writableLength > this.#limits.unsentBytesMax) this.#response.destroy();
  }
}
