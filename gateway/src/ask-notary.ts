import type { Subject } from '@chancery/shared/subjects/subject';
import { request } from 'undici';

/** What the notary is asked. */
export interface NotaryQuestion {
  readonly words: Readonly<Record<string, string>>;
  /** Who asks, by its token and by nothing else that was sent. */
  readonly subject: Subject;
  /** An answer that its holder kept, where it is shown one. */
  readonly shown: Uint8Array | null;
}

/** What the notary said. */
export interface NotaryAnswer {
  readonly status: number;
  readonly body: string;
}

const ANSWER_MAX_MS = 5_000;

/** Asks the notary for whoever asks us; null when it does not answer. */
export async function askNotary(
  notaryUrl: string,
  path: string,
  { words, subject, shown }: NotaryQuestion,
): Promise<NotaryAnswer | null> {
  try {
    const url = new URL(path, notaryUrl);
    for (const [name, value] of Object.entries({ ...words, ...askerOf(subject) })) url.searchParams.set(name, value);
    const { statusCode, body } = await request(url, {
      method: shown === null ? 'GET' : 'POST',
      body: shown,
      signal: AbortSignal.timeout(ANSWER_MAX_MS),
      reset: true,
    });
    const text = await body.text();
    return statusCode >= 500 ? null : { status: statusCode, body: text };
  } catch {
    return null;
  }
}

/** What the notary is told of who asks: an agency, and the State whose requests it oversees. */
function askerOf({ agency, kind, represents }: Subject): Record<string, string> {
  return { agency, ...(kind === 'OVERSIGHT' ? { oversees: represents } : {}) };
}
