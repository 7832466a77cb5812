/** Those who wait for something new. */
export class Waiting {
  readonly #waiting = new Set<() => void>();

  /** Resolves when there is something new, when so many milliseconds have passed, or at the signal. */
  until(waitMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const over = (): void => {
        clearTimeout(late);
        signal.removeEventListener('abort', over);
        this.#waiting.delete(over);
        resolve();
      };
      const late = setTimeout(over, waitMs);
      signal.addEventListener('abort', over);
      this.#waiting.add(over);
      if (signal.aborted) over();
    });
  }

  /** There is something new. */
  wake(): void {
    for (const over of [...this.#waiting]) over();
  }
}
