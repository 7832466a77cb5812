import { readFileSync } from 'node:fs';
import { ConfigurationError } from '../errors.js';
import { countMembers, membersOf } from '../json-members.js';
import type { Log } from '../log.js';
import { parseTrustAgreement, type TrustAgreement } from './trust-agreement.js';

/** A file of an agreement as it was last read. */
export interface AgreementFile {
  readonly text: string;
  /** Null when it is no agreement: then nobody is believed by it. */
  readonly agreement: TrustAgreement | null;
  /** The issuer that it names, as far as that can be read: one that another file names as well is not believed either. */
  readonly issuer: string | null;
}

/** Reads one agreement; the error names the file and every fault in it. */
export function readTrustAgreement(file: string): TrustAgreement {
  return parseAgreementFile(file, readFileSync(file, 'utf8'));
}

/** Parses the text of an agreement's file; throws with the file's name and every fault. */
export function parseAgreementFile(file: string, text: string): TrustAgreement {
  return parseFile(file, text, parseTrustAgreement);
}

/** The files as they are now. What did not change is not read again; what is no agreement costs its own issuer, and is reported. */
export function followFiles(
  known: ReadonlyMap<string, AgreementFile>,
  texts: ReadonlyMap<string, string>,
  log: Log,
): Map<string, AgreementFile> {
  for (const name of known.keys()) if (!texts.has(name)) log({ event: 'trust', message: `\`${name}\` was taken away` });
  const read = ([name, text]: readonly [string, string]): [string, AgreementFile] => {
    const held = known.get(name);
    return [name, held?.text === text ? held : readChanged(name, text, log)];
  };
  return new Map([...texts].map(read));
}

function readChanged(name: string, text: string, log: Log): AgreementFile {
  try {
    const agreement = parseAgreementFile(name, text);
    log({ event: 'trust', message: `\`${name}\` holds ${agreement.id} with ${agreement.issuer}` });
    return { text, agreement, issuer: agreement.issuer };
  } catch (error) {
    log({ event: 'trust', message: `nobody is believed by ${messageOf(error)}` });
    return { text, agreement: null, issuer: issuerIn(text) };
  }
}

/** The agreement of each issuer; none where two files name one, for then the order would decide. */
export function agreementsOf(files: ReadonlyMap<string, AgreementFile>, log: Log): Map<string, TrustAgreement> {
  const namesOf = new Map<string, string[]>();
  for (const [name, { issuer }] of files) {
    if (issuer !== null) namesOf.set(issuer, [...(namesOf.get(issuer) ?? []), name]);
  }
  for (const [issuer, names] of namesOf) {
    if (names.length > 1)
      log({ event: 'trust', message: `nobody is believed by ${names.join(' and ')}: each names ${issuer}` });
  }
  const agreements = [...files.values()].flatMap(({ agreement }) => agreement ?? []);
  return new Map(
    agreements
      .filter(({ issuer }) => namesOf.get(issuer)?.length === 1)
      .map((agreement) => [agreement.issuer, agreement]),
  );
}

/** Parses JSON of a file; the error begins with the file's name. */
export function parseFile<T>(file: string, text: string, parse: (value: unknown) => T): T {
  try {
    return parse(parseOnce(text));
  } catch (error) {
    throw new ConfigurationError(`\`${file}\`: ${messageOf(error)}`, { cause: error });
  }
}

const NESTING_MAX = 64;

/** Of a name that stands twice JSON.parse keeps the last, and whoever reviews a file may have read the first. */
function parseOnce(text: string): unknown {
  const json = withoutMark(text);
  const value: unknown = JSON.parse(json);
  if (membersOf(value) === countMembers(Buffer.from(json), NESTING_MAX)) return value;
  throw new Error('a name stands twice in one object, or it nests without end');
}

/** Some editors begin a file with a byte order mark, which JSON does not know. */
const withoutMark = (text: string): string => text.replace(/^\ufeff/, '');

function issuerIn(text: string): string | null {
  try {
    const { issuer } = JSON.parse(withoutMark(text));
    return typeof issuer === 'string' ? issuer : null;
  } catch {
    return null;
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
