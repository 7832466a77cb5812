/** Takes one line of progress for a person to read. */
export type Report = (line: string) => void;

const PATIENCE_MS = 2000;

/** Waits for work, and says every two seconds that it still goes on. */
export async function reportWhileWaiting<T>(report: Report, subject: string, work: Promise<T>): Promise<T> {
  const started = performance.now();
  const timer = setInterval(() => {
    report(`${subject} (${Math.round((performance.now() - started) / 1000)} s)`);
  }, PATIENCE_MS);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
