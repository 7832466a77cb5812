import { z } from 'zod';
import type { Exchange } from '../law/signed-exchange.js';
import { DATE_TEXT, DIGEST_TEXT } from '../subjects/text-shapes.js';

/** Whoever keeps the register of agreements: its own persons come by file alone, so that no command lets one of them in. */
export const REGISTER_PARTY = 'CHANCERY';

/** Where compliance tells of the trust agreements that its register holds. */
export const AGREEMENTS: Exchange = {
  path: '/agreements',
  questionHeader: 'chancery-agreements-question',
  answerHeader: 'chancery-agreements-answer',
  audience: 'agreements',
};
/** How long a question waits for something new before it is told that there is nothing: a poll behind the push. */
export const AGREEMENTS_WAIT_MAX_MS = 1_000;

export const agreementsQuestionShape = z.strictObject({
  held: DIGEST_TEXT.nullable(),
  waitMs: z.int().min(0).max(AGREEMENTS_WAIT_MAX_MS),
});
export type AgreementsQuestion = z.infer<typeof agreementsQuestionShape>;

/** One agreement of the register, once two persons have made it: what it says now, and how far it still counts. */
const toldShape = z.strictObject({
  id: z.string().max(40),
  /** Version: one is narrowed, superseded or switched off by the next. */
  v: z.int().min(1),
  issuer: z.string().max(200),
  /** Whether it counts at all; switched off, its issuer is believed by nothing else either. */
  isOn: z.boolean(),
  /** First day on which another has taken its place. */
  endsOn: DATE_TEXT.nullable(),
  /** The agreement, as its file would say it. */
  agreement: z.unknown(),
});
export type ToldAgreement = z.infer<typeof toldShape>;

/** How long ago what is told was known to be current, and how long the question has waited for it. */
const times = { ageMs: z.number().min(0), waitedMs: z.number().min(0) };

export const agreementsAnswerShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('SAME'), ...times }),
  z.strictObject({ kind: z.literal('WHOLE'), ...times, digest: DIGEST_TEXT, agreements: z.array(toldShape) }),
]);
