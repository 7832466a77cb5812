import { Pool } from 'undici';
import { askSigned } from '../law/signed-exchange.js';
import { parseProfile } from '../subjects/parse-profile.js';
import type { Profile } from '../subjects/subject.js';
import { PEOPLE, type PeopleQuestion, peopleAnswerShape } from './people-wire.js';

/** A page of those who have asked, in the order of their digests. */
export interface PeoplePage {
  readonly people: readonly Profile[];
  /** Digest of the last; null when there are no more. */
  readonly next: string | null;
}

/** Asks who of a State has asked, for what and with which attributes. */
export type AskPeople = (question: PeopleQuestion) => Promise<PeoplePage>;

const ANSWER_MAX_MS = 3_000;
const ANSWER_BYTES_MAX = 4 * 1024 * 1024;

/** Reads an answer; a text that is not that of its digest is nobody's. */
export function peoplePageOf({ limit }: Pick<PeopleQuestion, 'limit'>, answer: unknown): PeoplePage {
  const told = peopleAnswerShape.parse(answer);
  const people = told.flatMap(([digest, text]) => parseProfile(text, digest) ?? []);
  return { people, next: told.length < limit ? null : (told.at(-1)?.[0] ?? null) };
}

/** Asks compliance, at its address. */
export function openPeople({
  url,
  key,
}: {
  readonly url: string;
  readonly key: Uint8Array;
}): { readonly ask: AskPeople } & AsyncDisposable {
  const pool = new Pool(new URL(url).origin, {
    connections: 2,
    maxResponseSize: ANSWER_BYTES_MAX,
    headersTimeout: ANSWER_MAX_MS,
    bodyTimeout: ANSWER_MAX_MS,
  });
  return {
    ask: async (question) => {
      const party = { key, signal: AbortSignal.timeout(ANSWER_MAX_MS) };
      return peoplePageOf(question, await askSigned(pool, PEOPLE, party, question));
    },
    [Symbol.asyncDispose]: () => pool.destroy(),
  };
}
