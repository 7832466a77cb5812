import type { RegisterKey } from '@chancery/shared/brands';
import type { RecordMarks } from '@chancery/shared/labels/label';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import { type ActKind, CATEGORY_RULES, type Category } from '@chancery/shared/vocabulary';

const ALL = '*';

/** Whether the act names the record itself: by its scope key, or by the person whom it concerns. */
function namesRecord({ scope: { keys, persons } }: Act, { key, who }: RecordMarks): boolean {
  if (who !== null && persons.includes(who)) return true;
  return key !== null && (keys.includes(ALL) || keys.includes(key));
}

function namesMission({ scope: { missions } }: Act, mission: string | null): boolean {
  return mission !== null && (missions.includes(ALL) || missions.includes(mission));
}

/** Whether the act's scope reaches the record in respect of one mission: a release for one mission opens no other. */
export function coversRecord(act: Act, mission: RegisterKey | null, record: RecordMarks): boolean {
  return namesMission(act, mission) || namesRecord(act, record);
}

/** Whether the act's scope reaches the mission itself. */
export function coversMission(act: Act, mission: string): boolean {
  return namesMission(act, mission);
}

/** Whether the act's scope reaches the kind of data: a disaster declared for what rescuers need tells them where the house is. */
export function coversCategory({ kind, scope: { categories } }: Act, category: Category): boolean {
  if (categories.includes(ALL) || categories.includes(category)) return true;
  return kind === 'DISASTER' && category === 'PREMISES_PERIMETER' && categories.includes('PREMISES_RESCUE');
}

/** Acts that are about a person and nothing else: whose immunity is waived, against whom a court has decided. */
const ABOUT_A_PERSON: ReadonlySet<ActKind> = new Set<ActKind>(['WAIVER', 'JUDICIAL_DECISION']);
/** Acts about a place or its papers, that lift what protects a person only where they name him or the record. */
const ABOUT_A_PLACE: ReadonlySet<ActKind> = new Set<ActKind>(['CONSENT', 'RELEASE']);

function isPersonal(category: Category, { person, who }: RecordMarks): boolean {
  const groups: readonly string[] = CATEGORY_RULES[category]?.groups ?? [];
  return groups.includes('PERSONAL') || person !== null || who !== null;
}

/**
 * Whether the act's scope reaches the record for what the act does. VCDR 32 and VCCR 45 speak of the immunity of persons,
 * each his own: an act that names a mission alone lifts nothing that is personal, or the waiver for Mr A would open
 * the file on Ms B.
 */
export function reaches(act: Act, mission: RegisterKey | null, category: Category, record: RecordMarks): boolean {
  if (namesRecord(act, record)) return true;
  if (ABOUT_A_PERSON.has(act.kind)) return false;
  return namesMission(act, mission) && !(ABOUT_A_PLACE.has(act.kind) && isPersonal(category, record));
}
