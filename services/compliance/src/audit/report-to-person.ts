import { CATEGORY_RULES, type Category, type Purpose } from '@chancery/shared/vocabulary';

/** A row of the question `of-person`. */
export interface PersonAccess {
  readonly recordedAt: string;
  readonly decision: string;
  readonly category: Category | null;
  readonly agency: string;
  readonly purpose: Purpose | null;
  readonly rule: string | null;
  readonly isTransfer: boolean;
  readonly count: number;
}

/** What a person is told of disclosures of his own data to one recipient (GDPR 15(1)(a)-(c), 15(2); LED 14). */
export interface ToldDisclosure {
  readonly recipient: string;
  readonly category: string;
  readonly purpose: string;
  readonly ground: string;
  readonly transfer: boolean;
  readonly first: string;
  readonly last: string;
  readonly times: number;
}

/**
 * Stands below every report, whatever was left out of it and whether anything was: that access is restricted may itself undermine what
 * it is restricted for (LED 15(3)).
 */
export const NEUTRAL_END =
  'This is what can be told. Access may be restricted by law, and whether it is cannot always be said; you may ask the supervisory authority to check (LED 15(3), 17; GDPR 23, 77).';

/** Purposes whose pursuit telling of could defeat (LED 15(1)(a)-(d)). */
const RESTRICTED_PURPOSES: ReadonlySet<Purpose> = new Set([
  'THREAT_PREVENTION',
  'CRIMINAL_INVESTIGATION',
  'ARREST',
  'PROSECUTION',
  'EXECUTION',
  'OVERSIGHT',
]);
/** Kinds of data that are not told of to whom they concern: sources, and what oversight itself keeps. */
const RESTRICTED_CATEGORIES: ReadonlySet<Category> = new Set([
  'INTEL_REPORT',
  'INTEL_SOURCE',
  'THREAT',
  'AUDIT',
  'EXISTENCE',
]);
/** Words in the name of an agency whose reading is not told of. */
const RESTRICTED_AGENCIES = /\.(.*-)?(intelligence|security|police|gendarmerie|prosecution|prosecutor)(-|$)/;

function isTold({ decision, category, purpose, agency }: PersonAccess): boolean {
  // What nobody received was disclosed to nobody.
  if (decision !== 'ALLOWED' || category === null || purpose === null) return false;
  if (RESTRICTED_PURPOSES.has(purpose) || RESTRICTED_CATEGORIES.has(category)) return false;
  const groups: readonly string[] = CATEGORY_RULES[category].groups;
  return !groups.includes('LEA') && !RESTRICTED_AGENCIES.test(agency);
}

/** What may be told, by recipient, kind of data, purpose and ground. */
export function reportToPerson(rows: readonly PersonAccess[]): readonly ToldDisclosure[] {
  const told = new Map<string, ToldDisclosure>();
  for (const row of rows.filter(isTold)) {
    const { agency, category, purpose, rule, isTransfer, recordedAt, count } = row;
    const what = {
      recipient: agency,
      category: category ?? '',
      purpose: purpose ?? '',
      ground: rule ?? '',
      transfer: isTransfer,
    };
    const key = JSON.stringify(Object.values(what));
    const known = told.get(key) ?? { ...what, first: recordedAt, last: recordedAt, times: 0 };
    const [first = recordedAt, , last = recordedAt] = [known.first, recordedAt, known.last].toSorted();
    told.set(key, { ...known, first, last, times: known.times + count });
  }
  return [...told].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
}
