import { iso31661 } from 'iso-3166';

/** ISO 3166-1 alpha-3, and the code that Wikidata and the European Union use for Kosovo, which has none there. */
const COUNTRIES: ReadonlySet<string> = new Set([...iso31661.map(({ alpha3 }) => alpha3), 'XKX']);

/** Members of the only tetragraphs that may be read for their members in a roll-up (register of 2016, D.2 table 3). */
export const EYES: Readonly<Record<string, readonly string[]>> = {
  ACGU: ['AUS', 'CAN', 'GBR', 'USA'],
  FVEY: ['AUS', 'CAN', 'GBR', 'NZL', 'USA'],
  TEYE: ['AUS', 'GBR', 'USA'],
};

/**
 * Alliances, coalitions and organisations that a mark may name. Annex A of the register is not public; these stand in
 * its public parts or in public enumerations of it, from memory.
 */
const ORGANISATIONS: ReadonlySet<string> = new Set([
  ...Object.keys(EYES),
  ...['AU', 'BWCS', 'CFCK', 'CMFC', 'CMFP', 'CPMT', 'CWCS', 'ECTF', 'EFOR', 'EU', 'EUDA', 'GCTF', 'GMIF', 'IESC'],
  ...['ISAF', 'KFOR', 'MCFI', 'MIFH', 'MLEC', 'NACT', 'NATO', 'OSCE', 'SFOR', 'SPAA', 'UN', 'UNCK'],
]);

/** Whether a code is a country's. */
export function isCountry(code: string): boolean {
  return COUNTRIES.has(code);
}

/** Whether a code may stand in a list of recipients, sources or owners. */
export function isRecipient(code: string): boolean {
  return COUNTRIES.has(code) || ORGANISATIONS.has(code);
}

/** Order of a list: the United States, then States, then organisations and tetragraphs. */
export function orderRecipients(recipients: Iterable<string>): string[] {
  return [...recipients].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

/** Sorts where a list wants a recipient. */
export function placeOf(recipient: string): string {
  if (recipient === 'USA') return `0${recipient}`;
  return `${isCountry(recipient) ? 1 : 2}${recipient}`;
}

/** Order of owners and sources: States, the United States among them, then organisations. */
export function orderOwners(owners: Iterable<string>): string[] {
  return [...owners].sort((a, b) => (ownerPlaceOf(a) < ownerPlaceOf(b) ? -1 : 1));
}

/** Sorts where a list of owners or sources wants a code. */
export function ownerPlaceOf(owner: string): string {
  return `${isCountry(owner) ? 1 : 2}${owner}`;
}

/** A list with the members of ACGU, FVEY and TEYE beside them, so that it can be compared with another. */
export function expandEyes(entries: Iterable<string>): Set<string> {
  const all = [...entries];
  return new Set([...all, ...all.flatMap((entry) => EYES[entry] ?? [])]);
}

/** The same list without members that a tetragraph in it names; the United States always stand by themselves. */
function contractEyes(entries: ReadonlySet<string>): Set<string> {
  const named = new Set([...entries].flatMap((entry) => EYES[entry] ?? []));
  return new Set([...entries].filter((entry) => entry === 'USA' || !named.has(entry)));
}

/** What every one of several lists has; nothing of no lists. */
export function commonTo(lists: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const [first = new Set<string>(), ...rest] = lists;
  return new Set([...first].filter((entry) => rest.every((list) => list.has(entry))));
}

/** A set as a list of the register. */
export function recipientList(recipients: ReadonlySet<string>): string[] {
  return orderRecipients(contractEyes(recipients));
}
