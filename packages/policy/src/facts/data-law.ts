import type { RecordMarks } from '@chancery/shared/labels/label';
import { CATEGORY_RULES, type Category } from '@chancery/shared/vocabulary';
import type { DataLaw } from '../compiled/bits.js';
import type { UnionStatus } from './union.js';

/**
 * Words in the name of an agency by which it is an authority competent for crime (LED 3(7)). A name is all that a record
 * says of its maker; what bears none of them is told by the mark `leaOrigin`.
 */
const COMPETENT: ReadonlySet<string> = new Set([
  'police',
  'gendarmerie',
  'prosecution',
  'prosecutor',
  'court',
  'prison',
]);
/** Words by which it is not, whatever it keeps: what a ministry learns of a detention stays a ministry's data. */
const CIVIL: ReadonlySet<string> = new Set([
  'ministry',
  'consular',
  'embassy',
  'mission',
  'fire',
  'health',
  'social',
  'tax',
]);

function wordsOf(owner: string): readonly string[] {
  return owner.slice(owner.indexOf('.') + 1).split('-');
}

/** Whether a competent authority made the record for its own ends; a court's civil matters are no such end. */
function isOfLawEnforcement({ owner, tags }: RecordMarks, category: Category): boolean {
  if (tags.has('leaOrigin')) return true;
  if (tags.has('civilMatter')) return false;
  const words = wordsOf(owner);
  if (words.some((word) => COMPETENT.has(word))) return true;
  if (words.some((word) => CIVIL.has(word))) return false;
  // Of an agency that does both, such as customs, the kind of data tells.
  const groups: readonly string[] = CATEGORY_RULES[category]?.groups ?? [];
  return groups.includes('LEA');
}

/**
 * The one law of the Union on personal data that binds the holder of a record: the Directive for what competent
 * authorities made (GDPR 2(2)(d), LED 1-2), Regulation (EU) 2018/1725 for bodies of the Union, the GDPR for all else.
 */
export function dataLawOf(record: RecordMarks, category: Category, owner: UnionStatus): DataLaw {
  if (owner.unionBody) return 'EUDPR';
  // Switzerland is no third country for the Directive (recital 102), and what its own authorities hold is under its own law.
  if (!owner.underGdpr) return 'NONE';
  return isOfLawEnforcement(record, category) ? 'LED' : 'GDPR';
}

/** Whether a disclosure is a transfer to a third country or an organisation under that law. */
export function isTransfer(law: DataLaw, subject: UnionStatus): boolean {
  switch (law) {
    case 'LED':
      return !(subject.underLed || subject.unionBody);
    case 'GDPR':
    case 'EUDPR':
      return !(subject.underGdpr || subject.unionBody);
    default:
      return false;
  }
}
