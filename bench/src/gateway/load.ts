import { Pool } from 'undici';

/** What is sent, again and again. */
export interface Asked {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** One request on a connection of its own. */
export async function askOnce({ url, headers, body }: Asked): Promise<Answer> {
  const pool = new Pool(new URL(url).origin, { connections: 1 });
  try {
    return await askOver(pool, { url, headers, body });
  } finally {
    await pool.close();
  }
}

async function askOver(pool: Pool, { url, headers, body }: Asked): Promise<Answer> {
  const { statusCode, body: answer } = await pool.request({
    path: new URL(url).pathname,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: statusCode, body: await answer.text() };
}

export interface Load {
  readonly clients: number;
  readonly durationMs: number;
  /** Hears of every answer; null for one that did not come. */
  hear(answer: Answer | null): void;
}

export interface Loaded {
  readonly requests: number;
  readonly seconds: number;
  /** Milliseconds that each took, sorted. */
  readonly latencies: readonly number[];
}

/** A closed loop: each client asks again once it has its answer. Ends when the last answer is there, so that nothing is half counted. */
export async function loadClosed(asked: Asked | ((client: number) => Asked), load: Load): Promise<Loaded> {
  const { clients, durationMs, hear } = load;
  const askedBy = (client: number) => (typeof asked === 'function' ? asked(client) : asked);
  const pool = new Pool(new URL(askedBy(0).url).origin, { connections: clients, headersTimeout: 60_000 });
  const latencies: number[] = [];
  const start = performance.now();
  const run = async (client: number): Promise<void> => {
    const own = askedBy(client);
    while (performance.now() - start < durationMs) {
      const sentAt = performance.now();
      const answer = await askOver(pool, own).catch(() => null);
      latencies.push(performance.now() - sentAt);
      hear(answer);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => run(client)));
  const seconds = (performance.now() - start) / 1_000;
  await pool.destroy();
  return { requests: latencies.length, seconds, latencies: latencies.sort((a, b) => a - b) };
}

/** The value below which a share of sorted numbers lies. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
