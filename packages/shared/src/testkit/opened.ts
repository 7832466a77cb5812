/** What a start of several parts has opened so far, to be closed in reverse. */
export class Opened {
  readonly #closers: (() => unknown)[] = [];

  /** Notes how something that is open is closed; gives it back. */
  add<T>(opened: T, close: (opened: T) => unknown): T {
    this.#closers.push(() => close(opened));
    return opened;
  }

  /** Closes all, whatever fails meanwhile; then throws what failed first. */
  async close(): Promise<void> {
    const failures: unknown[] = [];
    for (let close = this.#closers.pop(); close !== undefined; close = this.#closers.pop()) {
      await Promise.resolve()
        .then(close)
        .catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  }
}

/**
 * Starts something of several parts. What was opened when one of them fails is closed before the failure is told: nobody else
 * could, and a server or a process that is left keeps a run of tests from ending.
 */
export async function openAll<T>(start: (opened: Opened) => Promise<T>): Promise<T> {
  const opened = new Opened();
  try {
    return await start(opened);
  } catch (error) {
    // What fails in closing follows from the failure, and would hide it.
    await opened.close().catch(() => undefined);
    throw error;
  }
}

/** Waits for all of several that start at once, and notes each that did before one that did not is told. */
export async function openTogether<T>(
  opened: Opened,
  starting: readonly Promise<T>[],
  close: (started: T) => unknown,
): Promise<T[]> {
  const settled = await Promise.allSettled(starting);
  const started = settled.flatMap((each) => (each.status === 'fulfilled' ? [opened.add(each.value, close)] : []));
  for (const each of settled) if (each.status === 'rejected') throw each.reason;
  return started;
}
