import { readdirSync, readFileSync } from 'node:fs';
import { InternalError } from '@chancery/shared/errors';
import { Kind, parse } from 'graphql';

/** A document that shows what Chancery does, ready to be sent. */
export interface Example {
  /** Name of its operation. */
  readonly name: string;
  readonly document: string;
}

const EXAMPLES = new URL('../../../docs/examples/', import.meta.url);

/** The order in which a newcomer reads them; an example that is not named here comes after. */
const READING_ORDER = [
  ...['WholePicture', 'Fire', 'Tearline', 'DutyToProtect', 'OwnPost', 'Sources', 'Evacuation', 'Partner'],
  ...['ProtectingPower', 'Passage', 'Organisation', 'CaseStudies', 'Oversight', 'Response'],
  ...['ThreatMatrix', 'AsOf', 'TrustAgreements', 'ProposedAgreements', 'IncidentList'],
];

/** Reads the examples of the documentation. */
export function loadExamples(folder: URL = EXAMPLES): Example[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => toExample(file, readFileSync(new URL(file, folder), 'utf8')))
    .sort((first, second) => placeOf(first) - placeOf(second) || first.name.localeCompare(second.name, 'en'));
}

function placeOf({ name }: Example): number {
  const place = READING_ORDER.indexOf(name);
  return place === -1 ? READING_ORDER.length : place;
}

function toExample(file: string, document: string): Example {
  const operations = parse(document).definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const name = operations[0]?.name?.value;
  if (operations.length !== 1 || name === undefined) {
    throw new InternalError('INTERNAL', `the example ${file} must hold one operation with a name`);
  }
  return { name, document };
}
