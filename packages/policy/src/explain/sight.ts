import type { MissionInput } from '../facts/mission-inputs.js';
import type { Reader } from './reader.js';

/** Attributes that the record marks of a person. */
const OF_PERSON: ReadonlySet<string> = new Set([
  'person',
  'possiblePerson',
  'immunity',
  'possibleImmunity',
  'hostTied',
  'nationalOfSubject',
]);
const OF_STATUS: ReadonlySet<string> = new Set(['legalStatus', 'possibleLegalStatus']);
/** Attributes that rest on acts; a mandate makes a role. */
const OF_ACTS: ReadonlySet<string> = new Set(['role', 'possibleRole', 'inForce', 'notExcluded']);
/** Attributes that who sees the row and its marking may know: of the subject, the record's marks, and public facts. */
const OPEN: ReadonlySet<string> = new Set([
  'kind',
  'purpose',
  'regime',
  'possibleRegime',
  'tags',
  'grounds',
  'offences',
  'published',
  'rescueMinimum',
  'originator',
  'ownState',
  'needToKnow',
  'ownUse',
  'registerRecord',
  'dataLaw',
  'transfer',
  'aboutDetention',
  'unitedNations',
  'aboutOffender',
  'proceedings',
]);
/** Attributes that the profile alone tells. */
export const OF_PROFILE: ReadonlySet<string> = new Set(['kind', 'purpose', 'needToKnow', 'ownUse']);

/** Which attributes of an input the reader may not be told. */
export function hiddenFrom(
  reader: Reader,
  { jurisdiction }: MissionInput,
  readsActs: boolean,
): (attribute: string) => boolean {
  const readsStatus = reader.status(jurisdiction.mission);
  return (attribute) => {
    if (OPEN.has(attribute)) return false;
    if (OF_PERSON.has(attribute)) return !reader.person;
    if (OF_STATUS.has(attribute)) return !readsStatus;
    if (OF_ACTS.has(attribute)) return !readsActs;
    // What nobody has sorted in yet is told to who may read everything.
    return !(readsActs && readsStatus && reader.person);
  };
}
