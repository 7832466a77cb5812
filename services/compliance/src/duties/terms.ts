/** How long the law gives, in its own words. */
export type TermWord = 'WITHOUT_DELAY' | 'WITHIN_72_HOURS' | 'AS_SET_HERE';

/** Within what time a rule asks for what it makes somebody owe, and how often. */
export interface Term {
  readonly word: TermWord;
  /** Seconds after which the law knows no excuse; null where it names no such limit. */
  readonly latestInSeconds: number | null;
  /** Whether one act that is relied on makes it owed once, however many days it is relied on; else it is owed for each day (UTC). */
  readonly once: 'AN_ACT' | 'A_DAY';
}

const DAY_S = 86_400;
const WITHOUT_DELAY: Term = { word: 'WITHOUT_DELAY', latestInSeconds: null, once: 'A_DAY' };
const AS_SET: Term = { word: 'AS_SET_HERE', latestInSeconds: null, once: 'A_DAY' };

/**
 * The terms of all rules by which something is owed. After how many seconds it is due stands in the rule itself; here stands what the number
 * is. `AS_SET_HERE` is a number of this project where the text gives none ("duly", "appropriate", a duty to erase what is needed no longer):
 * it wants a lawyer, as each number does that stands for "without delay".
 */
export const TERMS: Readonly<Record<string, Term>> = {
  // 32 CFR 2001.52(b)(6): within 72 hours of the disclosure or at the earliest opportunity, and no later than 30 days after it.
  'EO-4.2b': { word: 'WITHIN_72_HOURS', latestInSeconds: 30 * DAY_S, once: 'AN_ACT' },
  // VCCR 31(2): the text names no notice; that consent was assumed is told to whose consent it was, at once. From memory of practice.
  'VCCR-31-2D': { ...WITHOUT_DELAY, once: 'AN_ACT' },
  'VCCR-59': { ...WITHOUT_DELAY, once: 'AN_ACT' },
  // VCCR 36(1)(b) "without delay", of the post and of the person alike.
  'VCCR-36-1b': WITHOUT_DELAY,
  'VCCR-36-1bR': WITHOUT_DELAY,
  // VCCR 37 "without delay", 42 "promptly".
  'VCCR-37D': WITHOUT_DELAY,
  'VCCR-42': WITHOUT_DELAY,
  // IPP 6(1), Hostages 6(2) "without delay"; UN Personnel 13(2) from memory.
  'IPP-6-1': WITHOUT_DELAY,
  'HOST-6': WITHOUT_DELAY,
  'UNSAFE-13': WITHOUT_DELAY,
  // IPP 11, Hostages 7, UN Personnel 18: the final outcome, without a time.
  'IPP-11': AS_SET,
  'HOST-7': AS_SET,
  'UNSAFE-18': AS_SET,
  // LED 35(2) "without delay", by its transposition in the United Kingdom.
  'LED-35-2': WITHOUT_DELAY,
  // VCDR 41(2): the channel has no time.
  'VCDR-41-2': AS_SET,
  'VCDR-23': AS_SET,
  // What was read for a journey, an evacuation or an immunity is erased when it has served.
  'VCDR-37-3': AS_SET,
  'VCCR-63': AS_SET,
  'VCDR-44': AS_SET,
  'VCCR-26': AS_SET,
  'CPIUN-18F': AS_SET,
};

/** The term of a rule; of one that came since, a number of its own text that nobody has judged yet. */
export const termOf = (rule: string): Term => TERMS[rule] ?? AS_SET;

/** From this on somebody is warned before it is due: of what is due within minutes a warning would say nothing. */
const WARNED_FROM_MS = 3_600_000;

/** When somebody is warned that something will be due: when two thirds of its time have passed; null where it is due too soon for that. */
export function soonAt(arisenAt: number, dueAt: number): number | null {
  const term = dueAt - arisenAt;
  return term < WARNED_FROM_MS ? null : arisenAt + Math.round((term * 2) / 3);
}
