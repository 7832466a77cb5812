import type { PersonMarks } from '@chancery/shared/labels/label';
import type { Act, Fact } from '@chancery/shared/snapshot/snapshot';
import { ACT_KINDS } from '@chancery/shared/vocabulary';
import { OFFICES, type OfficeRow, OWNING_AGENCY, type Party, TRANSIT_NOTICE } from './offices.js';

/** What an act is about, as far as it decides who may issue it. */
export interface ActMatter {
  /** The jurisdiction fact of the mission; null when it is about none or nothing is known of it. */
  readonly fact: Fact | null;
  /** The agency that made the record; null when it is about none. */
  readonly owner: string | null;
  /** The person concerned; null when nobody is described. */
  readonly person: PersonMarks | null;
}

/** The matter of an act about States rather than about a record. */
export const ABOUT_NO_RECORD: ActMatter = { fact: null, owner: null, person: null };

/** The State of an agency: `USA` of `USA.diplomatic-security`. */
export function stateOfAgency(agency: string): string {
  const dot = agency.indexOf('.');
  return dot < 0 ? agency : agency.slice(0, dot);
}

const UNITED_NATIONS = 'UN';
const ROWS_BY_KIND: ReadonlyMap<string, readonly OfficeRow[]> = new Map(
  ACT_KINDS.map((kind) => [kind, OFFICES.filter((row) => row.kind === kind)]),
);

/** An office, spelled one way: `CHARGE_DAFFAIRES` is written as often as `CHARGE_D_AFFAIRES`. */
export function officeOf({ by }: Act): string {
  return by.office.replace('CHARGE_DAFFAIRES', 'CHARGE_D_AFFAIRES');
}

/** The agency that made the record is called by its own name, or as what it is. */
function officeIn(act: Act, owner: string | null): string {
  const office = officeOf(act);
  return owner !== null && agencyName(owner) === office ? OWNING_AGENCY : office;
}

/** `DIPLOMATIC_SECURITY` of `USA.diplomatic-security`. */
export function agencyName(agency: string): string {
  return agency
    .slice(agency.indexOf('.') + 1)
    .replaceAll('-', '_')
    .toUpperCase();
}

/** Whether an office stands in the table for acts of this kind on behalf of this party, by the post and the person. */
function holdsOffice(act: Act, party: Party, { fact, owner, person }: ActMatter): boolean {
  const office = party === 'MAKER' ? officeIn(act, owner) : officeOf(act);
  return (ROWS_BY_KIND.get(act.kind) ?? []).some((row) => {
    if (row.party !== party || !row.offices.includes(office)) return false;
    if (row.regimes !== null && (fact === null || !row.regimes.includes(fact.regime))) return false;
    return row.persons === null || row.persons.some((category) => category === person?.category);
  });
}

/** Whether whoever issued the act is that party to what it is about. */
function isParty(act: Act, party: Party, { fact, owner, person }: ActMatter): boolean {
  const { represents } = act.by;
  switch (party) {
    case 'SENDING':
      return represents === fact?.sending || isMemberOf(act, fact, person);
    case 'RECEIVING':
      return represents === fact?.receiving;
    case 'MAKER':
      return owner !== null && represents === stateOfAgency(owner);
    case 'UN':
      return represents === UNITED_NATIONS;
    case 'ITSELF':
      return true;
  }
}

/** CPIUN 14: a Member waives for its representative; at the seat of the Organisation the record names it by nationality alone. */
function isMemberOf({ kind, by }: Act, fact: Fact | null, person: PersonMarks | null): boolean {
  if (kind !== 'WAIVER' || fact?.regime !== 'CPIUN' || person?.category !== 'UN_REPRESENTATIVE') return false;
  return person.nationalities.size === 1 && person.nationalities.has(by.represents);
}

/** Whether whoever issued the act speaks for that party in acts of this kind. */
export function speaksFor(act: Act, party: Party, matter: ActMatter): boolean {
  return isParty(act, party, matter) && holdsOffice(act, party, matter);
}

/** Whether whoever issued the act may speak in acts of this kind at all, on whosever behalf. */
export function speaksForSomebody(act: Act, matter: ActMatter): boolean {
  return (ROWS_BY_KIND.get(act.kind) ?? []).some(({ party }) => speaksFor(act, party, matter));
}

/** Whether the act names a State as one of transit, rather than assigning somebody to a case. */
export function isTransitNotice(act: Act): boolean {
  return act.kind === 'ASSIGNMENT' && act.by.office === TRANSIT_NOTICE;
}
