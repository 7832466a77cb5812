import type { Act } from '@chancery/shared/snapshot/snapshot';
import { AGREEMENT_KEYS, EXECUTION, INSTRUMENT_KEYS } from './act-subjects.js';
import { isEmergencyDisclosure } from './emergency-disclosure.js';
import { type ActMatter, speaksForSomebody, stateOfAgency } from './speaks-for.js';

/** Why an act counts for nothing, and the rule that says so. */
export interface ActFault {
  readonly rule: string;
  /** Lower case, no full stop; what the act says stands in backticks. */
  readonly reason: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const FORM = 'ACT-FORM';
const ALL = '*';
/** Whose waiver must be in writing (VCCR 45(2)). */
const WAIVED_IN_WRITING: ReadonlySet<string> = new Set(['CONSULAR_OFFICER', 'CONSULAR_EMPLOYEE', 'HONORARY_OFFICER']);

/** The rule that says who may give an act of a kind. */
function ruleOf({ kind }: Act, { fact, person }: ActMatter): string {
  switch (kind) {
    case 'CONSENT':
    case 'CONSENT_REFUSAL':
      return fact?.regime === 'VCDR' ? 'VCDR-22-1' : 'VCCR-31-2';
    case 'RELEASE':
      return 'VCDR-24';
    case 'WAIVER':
      return person?.category.includes('UN_') ? 'CPIUN-18' : 'VCDR-32';
    case 'MANDATE':
      return 'VCDR-45bc';
    case 'DISASTER':
      return 'VCCR-31-2D';
    case 'JUDICIAL_DECISION':
      return 'VCCR-41';
    case 'EMERGENCY_DISCLOSURE':
      return 'EO-4.2b';
    case 'ORIGINATOR_CONSENT':
    case 'AGREEMENT':
    case 'PARTY_STATUS':
    case 'ASSIGNMENT':
      return FORM;
  }
}

/**
 * Whether an act counts for what it is about, by all that the act itself tells: who speaks, what it names, how long it
 * lasts. What is kept (writes/acts.ts) and what is matched (act-issuers.ts) ask this and nothing else of an act.
 */
export function faultOf(act: Act, matter: ActMatter): ActFault | null {
  if (!speaksForSomebody(act, matter)) {
    const { office, represents } = act.by;
    const reason = `\`${act.kind}\` is not for \`${office}\` of \`${represents}\` to give`;
    return { rule: ruleOf(act, matter), reason };
  }
  return faultOfContent(act, matter);
}

const fault = (rule: string, reason: string): ActFault => ({ rule, reason });

function faultOfContent(act: Act, matter: ActMatter): ActFault | null {
  switch (act.kind) {
    case 'CONSENT':
      return act.until === null ? fault(FORM, 'a consent ends') : faultOfScope(act);
    // A refusal closes: one of everything is good.
    case 'CONSENT_REFUSAL':
      return null;
    case 'RELEASE':
    case 'ORIGINATOR_CONSENT':
      return faultOfScope(act);
    case 'WAIVER':
      return faultOfWaiver(act, matter);
    case 'MANDATE':
      return faultOfMandate(act, matter);
    case 'DISASTER':
      return isWithinADay(act) ? faultOfScope(act) : fault('VCCR-31-2D', 'a disaster ends within 24 hours');
    case 'JUDICIAL_DECISION':
      return isNamed(act) ? faultOfPersons(act) : fault('VCCR-41', 'a judicial decision is named');
    case 'EMERGENCY_DISCLOSURE':
      return isEmergencyDisclosure(act, matter.owner === null ? null : stateOfAgency(matter.owner))
        ? null
        : fault('EO-4.2b', 'it names its recipients and data');
    case 'AGREEMENT':
      return faultOfAgreement(act);
    case 'PARTY_STATUS':
      return faultOfPartyStatus(act);
    case 'ASSIGNMENT':
      return faultOfAssignment(act);
  }
}

function isWithinADay({ from, until }: Act): boolean {
  return until !== null && Date.parse(until) - Date.parse(from) <= DAY_MS;
}

/** What it is about is named: not everything there is. */
function faultOfScope({ scope: { missions, keys, persons } }: Act): ActFault | null {
  if ([missions, keys, persons].some((names) => names.includes(ALL))) {
    return fault(FORM, 'the act names its missions, keys or persons');
  }
  return missions.length + keys.length + persons.length === 0 ? fault(FORM, 'the act is about nothing') : null;
}

/** What reaches a person names the person, or the record by its key: of a mission alone many are members. */
function faultOfPersons(act: Act): ActFault | null {
  const named = [...act.scope.persons, ...act.scope.keys.filter((key) => key !== EXECUTION)];
  return named.length === 0 ? fault(FORM, `a \`${act.kind}\` names the person or the record`) : faultOfScope(act);
}

function faultOfWaiver(act: Act, { person }: ActMatter): ActFault | null {
  const unwritten = !act.written && person !== null && WAIVED_IN_WRITING.has(person.category);
  if (unwritten) return fault('VCCR-45', 'the waiver for a member of a consular post is in writing');
  return faultOfPersons(act);
}

/** VCDR 45(b)-(c), 46: a third State that is neither of the two, acceptable to the receiving State, whose note is named. */
function faultOfMandate(act: Act, { fact }: ActMatter): ActFault | null {
  const { represents } = act.to;
  if (represents === ALL || represents === fact?.sending || represents === fact?.receiving) {
    return fault('VCDR-45bc', `\`${represents}\` is no third State`);
  }
  return isNamed(act) ? faultOfScope(act) : fault('VCDR-45bc', 'a mandate names the acceptance by the receiving State');
}

function faultOfAgreement({ to, scope }: Act): ActFault | null {
  if (to.represents === ALL) return fault(FORM, 'an agreement names the other party');
  if (scope.keys.some((key) => AGREEMENT_KEYS.has(key))) return null;
  return fault(FORM, `no rule asks for an agreement on \`${scope.keys.join(', ')}\``);
}

function faultOfPartyStatus({ to, scope }: Act): ActFault | null {
  const [key, ...others] = scope.keys;
  if (key === undefined || others.length > 0 || !INSTRUMENT_KEYS.has(key)) {
    return fault(FORM, `\`${scope.keys.join(', ')}\` is no single instrument that a rule asks for`);
  }
  return to.represents === ALL ? null : fault(FORM, 'the status of a party is owed to everyone');
}

function faultOfAssignment(act: Act): ActFault | null {
  if (act.to.represents === ALL) return fault(FORM, 'an assignment names who is assigned');
  if (act.scope.keys.includes(EXECUTION)) return fault(FORM, `\`${EXECUTION}\` is no case`);
  return faultOfScope(act);
}

/**
 * Whether the act refers to the instrument that it rests on: for a mandate the receiving State's acceptance of the
 * protecting power (VCDR 45(b)-(c), 46), for a judicial decision the decision itself.
 */
export function isNamed({ ref }: Act): boolean {
  return ref !== null && ref.trim() !== '';
}
