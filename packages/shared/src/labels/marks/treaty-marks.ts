import type { CanonicalCursor } from '../canonical-cursor.js';
import type { Rank } from '../label.js';
import type { LabelParts } from '../read-label.js';
import type { MarkForm } from './control-marks.js';
import { orderRecipients, readRecipients } from './recipients.js';

interface TreatyMark {
  readonly policy: 'NATO' | 'EU';
  readonly rank: Rank;
  readonly banner: string;
  readonly portion: string;
}

/** Levels of NATO, and of the European Union, which has none below RESTREINT UE/EU RESTRICTED. */
export const TREATY_MARKS: readonly TreatyMark[] = [
  { policy: 'NATO', rank: 0, banner: 'NATO UNCLASSIFIED', portion: 'NU' },
  { policy: 'NATO', rank: 1, banner: 'NATO RESTRICTED', portion: 'NR' },
  { policy: 'NATO', rank: 2, banner: 'NATO CONFIDENTIAL', portion: 'NC' },
  { policy: 'NATO', rank: 3, banner: 'NATO SECRET', portion: 'NS' },
  { policy: 'NATO', rank: 4, banner: 'COSMIC TOP SECRET', portion: 'CTS' },
  { policy: 'EU', rank: 1, banner: 'RESTREINT UE/EU RESTRICTED', portion: 'R-UE/EU-R' },
  { policy: 'EU', rank: 2, banner: 'CONFIDENTIEL UE/EU CONFIDENTIAL', portion: 'C-UE/EU-C' },
  { policy: 'EU', rank: 3, banner: 'SECRET UE/EU SECRET', portion: 'S-UE/EU-S' },
  { policy: 'EU', rank: 4, banner: 'TRES SECRET UE/EU TOP SECRET', portion: 'TS-UE/EU-TS' },
];

const RELEASABLE = ' RELEASABLE TO ';

/** Reads a mark of NATO or the Union; null when the text does not begin like one. */
export function readTreatyMark(cursor: CanonicalCursor, form: MarkForm): LabelParts | null {
  const mark = TREATY_MARKS.find((each) => standsAt(cursor, each[form]));
  if (mark === undefined) return null;
  cursor.expect(mark[form]);
  const start = cursor.position;
  const recipients = cursor.accept(RELEASABLE) ? readRecipients(cursor) : [];
  if (recipients.includes(mark.policy)) return cursor.fail(`no ${mark.policy} among those it is released to`, start);
  return {
    ranks: new Map([[mark.policy, mark.rank]]),
    compartments: new Set(),
    // What an organisation marks is for its members until it says otherwise, unclassified information too.
    releasableTo: new Set([mark.policy, ...recipients]),
    nationals: 'ANY',
    purposes: 'ANY',
    displayOnly: null,
    originatorControls: [],
    foreignSources: new Set(),
    tlp: null,
  };
}

/** Prints the mark of a label under NATO's or the Union's policy; null when there is no such level. */
export function printTreatyMark({ ranks, releasableTo }: LabelParts, form: MarkForm): string | null {
  const [policy, rank] = [...ranks][0] ?? [];
  const mark = TREATY_MARKS.find((each) => each.policy === policy && each.rank === rank);
  if (mark === undefined) return null;
  const others = releasableTo === 'ANY' ? [] : [...releasableTo].filter((recipient) => recipient !== policy);
  return mark[form] + (others.length === 0 ? '' : RELEASABLE + orderRecipients(others).join(', '));
}

/** Whether a mark stands here as a whole: `C-UE/EU-C`, and not the C of the register. */
function standsAt({ text, position }: CanonicalCursor, mark: string): boolean {
  return text.startsWith(mark, position) && /^(?![A-Z0-9-])/.test(text.slice(position + mark.length));
}
