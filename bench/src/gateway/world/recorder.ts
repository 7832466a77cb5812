/** One call that a gateway made. */
export interface RecordedCall {
  readonly path: string;
  readonly body: string;
  /** How many calls it had to wait for, one after another: calls of one wave go out together. */
  readonly wave: number;
}

/** More than one request makes: only one at a time is noted. */
const KEPT_MAX = 100;

/** Notes the calls that arrive and in which order, so that the floor can make the same. */
export class CallRecorder {
  #calls: RecordedCall[] = [];
  /** The highest wave of those that have been answered. */
  #answered = 0;
  #count = 0;

  /** Notes a call; what is returned is to be called when it has been answered. */
  begin(path: string, body: string): () => void {
    this.#count += 1;
    const wave = this.#answered + 1;
    if (this.#calls.length < KEPT_MAX) this.#calls.push({ path, body, wave });
    return () => {
      this.#answered = Math.max(this.#answered, wave);
    };
  }

  /** Gives what was noted since the last time, and begins anew. */
  take(): { readonly count: number; readonly calls: readonly RecordedCall[] } {
    const taken = { count: this.#count, calls: this.#calls };
    this.#calls = [];
    this.#answered = 0;
    this.#count = 0;
    return taken;
  }
}
