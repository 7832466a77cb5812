import { InternalError } from '@chancery/shared/errors';
import type { Dispatcher } from 'undici';
import type { Cut } from './cut.js';

export interface ReaderOptions {
  readonly signal: Cut;
  readonly responseBytesMax: number;
  /** Whether the subgraph may have begun to do what is asked. */
  begun(has: boolean): void;
  resolve(text: string): void;
  reject(reason: unknown): void;
}

// 400 is how a subgraph refuses the caller's variables: it says which, in an answer of the usual form.
const READABLE_STATUSES = new Set([200, 400]);

/** Reads one response within a size and a deadline. A slow or endless one is cut off, not waited for. */
export class ResponseReader implements Dispatcher.DispatchHandler {
  readonly #options: ReaderOptions;
  readonly #chunks: Buffer[] = [];
  readonly #onAbort = () => this.#fail(this.#options.signal.reason);
  #bytes = 0;
  #controller: Dispatcher.DispatchController | null = null;
  #settled = false;

  constructor(options: ReaderOptions) {
    this.#options = options;
    options.signal.addEventListener('abort', this.#onAbort, { once: true });
    if (options.signal.aborted) this.#onAbort();
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    this.#options.begun(true);
    // Cut off while it waited for a connection: it must not be sent after all.
    if (this.#settled) controller.abort(new Error('aborted'));
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    // It refused the signed context, and looked at nothing else.
    if (status === 401) this.#options.begun(false);
    if (!READABLE_STATUSES.has(status)) this.#fail(unreachable(`answered with status ${status}`));
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.byteLength;
    if (this.#bytes > this.#options.responseBytesMax) this.#fail(unreachable('answered with too many bytes'));
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (!this.#settle()) return;
    const [first, second] = this.#chunks;
    this.#options.resolve((first && !second ? first : Buffer.concat(this.#chunks)).toString('utf8'));
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (this.#settle()) this.#options.reject(error);
  }

  #fail(reason: unknown): void {
    if (!this.#settle()) return;
    this.#options.reject(reason);
    this.#controller?.abort(reason instanceof Error ? reason : new Error('aborted'));
  }

  #settle(): boolean {
    if (this.#settled) return false;
    this.#settled = true;
    this.#options.signal.removeEventListener('abort', this.#onAbort);
    return true;
  }
}

const unreachable = (what: string): InternalError => new InternalError('SUBGRAPH_UNREACHABLE', `a subgraph ${what}`);
