import { z } from 'zod';
import type { Exchange } from '../law/signed-exchange.js';
import { DIGEST_TEXT } from '../subjects/text-shapes.js';

/** Where compliance tells gateways who of a State has asked, as the ledger keeps it. */
export const PEOPLE: Exchange = {
  path: '/people',
  questionHeader: 'chancery-people-question',
  answerHeader: 'chancery-people-answer',
  audience: 'people',
};
/** Profiles of one answer. */
export const PEOPLE_MAX = 500;
/** Characters of a pseudonym; nobody has a longer one. */
export const PERSON_LENGTH_MAX = 40;

export const peopleQuestionShape = z.strictObject({
  represents: z.string().min(1).max(40),
  /** One person alone; null of everybody. */
  subject: z.string().max(PERSON_LENGTH_MAX).nullable(),
  /** Digest of the last profile that was told; null at the beginning. */
  after: DIGEST_TEXT.nullable(),
  limit: z.int().min(1).max(PEOPLE_MAX),
});
export type PeopleQuestion = z.infer<typeof peopleQuestionShape>;

/** Texts of profiles with their digests, in the order of these. Fewer than asked for: there are no more. */
export const peopleAnswerShape = z.array(z.tuple([DIGEST_TEXT, z.string()])).max(PEOPLE_MAX);
