import { ACCEPTED, isStated, refused, type Verdict } from './verdict.js';

/** The six items that the notice of an emergency disclosure states (32 CFR 2001.52(b)(6)), each in the writer's words. */
export const DISCLOSURE_ITEMS = [
  'information',
  'recipients',
  'transmission',
  'reason',
  'safeguarding',
  'briefings',
] as const;
export type DisclosureItem = (typeof DISCLOSURE_ITEMS)[number];

/** What was disclosed, to whom, how it was passed, why, how it is kept, and what the recipients were told and signed. */
export type DisclosureNotice = Readonly<Record<DisclosureItem, string | null>>;

/** Whether the notice of an emergency disclosure is whole. */
export function checkDisclosureNotice(notice: DisclosureNotice): Verdict {
  const missing = DISCLOSURE_ITEMS.filter((item) => !isStated(notice[item]));
  if (missing.length === 0) return ACCEPTED;
  return refused('EO-4.2b', `an emergency disclosure states six items, and not \`${missing.join(', ')}\``);
}
