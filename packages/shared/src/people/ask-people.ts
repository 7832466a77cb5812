import { type ExchangeParty, openExchange } from '../law/open-exchange.js';
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

/** Reads an answer; a text that is not that of its digest is nobody's. */
export function peoplePageOf({ limit }: Pick<PeopleQuestion, 'limit'>, answer: unknown): PeoplePage {
  const told = peopleAnswerShape.parse(answer);
  const people = told.flatMap(([digest, text]) => parseProfile(text, digest) ?? []);
  return { people, next: told.length < limit ? null : (told.at(-1)?.[0] ?? null) };
}

/** Asks compliance, at its address. */
export function openPeople(party: ExchangeParty): { readonly ask: AskPeople } & AsyncDisposable {
  const exchange = openExchange(PEOPLE, party);
  return {
    ask: async (question) => peoplePageOf(question, await exchange.ask(question)),
    [Symbol.asyncDispose]: () => exchange[Symbol.asyncDispose](),
  };
}
