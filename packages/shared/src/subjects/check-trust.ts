import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { helped, needed, readCommand, wordsOf } from '../command-help.js';
import { exampleAgreement } from './agreement-example.js';
import { printFault } from './fault.js';
import type { ListedOperations } from './listed-operations.js';
import { parseRevocations, REVOCATIONS_FILE, type Revocations } from './revocations.js';
import { AgreementError, type TrustAgreement } from './trust-agreement.js';
import { parseFile, readTrustAgreement } from './trust-files.js';

const USAGE = `usage: npm run trust:check -- FILE
       npm run -s trust:check -- --example > FILE

FILE is a trust agreement, or the list \`${REVOCATIONS_FILE}\` of issuers and tokens that are switched off. Says what it allows and
ends with 0, or says all that is wrong with it and ends with 1 (3: usage). --example prints an agreement to start from; docs/agreements.md
explains each field, docs/trust-agreement.schema.json is its JSON Schema.
`;

const list = (values: Iterable<string>): string => [...values].join(', ') || 'none';

/** Lines that say what an agreement lets an issuer's tokens claim. */
function summarise(agreement: TrustAgreement): string {
  const ceiling = [...agreement.ceiling].map(([policy, rank]) => `${policy} ${rank}`);
  const agencies = [...agreement.agencies].map(([agency, kind]) => `${agency} (${kind})`);
  return [
    `${agreement.id}: ${agreement.issuer} for ${agreement.represents}`,
    `  from ${agreement.validFrom} until before ${agreement.validTo}, audience ${agreement.audience}`,
    `  agencies      ${list(agencies)}`,
    `  ranks up to   ${list(ceiling)}`,
    `  compartments  ${list(agreement.compartments)}`,
    `  purposes      ${list(agreement.purposes)}`,
    `  algorithms    ${list(agreement.algorithms)}`,
    `  keys          ${agreement.keys === null ? `published at ${agreement.jwksUri ?? 'the place that the issuer’s metadata names'}` : list(agreement.keys.keys())}`,
    `  web origins   ${list(agreement.origins)}`,
    `  operations    ${agreement.operations === null ? 'any' : listOperations(agreement.operations)}`,
    `  tokens        ${agreement.tokenAgeMaxSeconds} s old at most, clocks ${agreement.clockSkewSeconds} s apart at most`,
  ].join('\n');
}

/** Each listed document in a line: its digest, what it is for and on what it rests. */
const listOperations = (operations: ListedOperations): string =>
  [...operations]
    .map(([digest, { text, purpose, basis }]) =>
      [
        `sha256:${digest}`,
        text === null ? 'sent whole' : (purpose ?? 'any purpose'),
        ...(basis === null ? [] : [basis]),
      ].join('; '),
    )
    .join('\n                ') || 'none';

const summariseRevocations = ({ issuers, tokens }: Revocations): string =>
  ['switched off', `  issuers       ${list(issuers)}`, `  tokens        ${list(tokens)}`].join('\n');

function check(file: string): string {
  if (basename(file) !== REVOCATIONS_FILE) return summarise(readTrustAgreement(file));
  return summariseRevocations(parseFile(file, readFileSync(file, 'utf8'), parseRevocations));
}

/** One fault a line, each with its path. */
function complain(file: string, error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof AgreementError) {
    return [`${file}: ${cause.faults.length} faults`, ...cause.faults.map((fault) => `  ${printFault(fault)}`)].join(
      '\n',
    );
  }
  return error instanceof Error ? error.message : String(error);
}

const OPTIONS = { example: { type: 'boolean' } } as const;

function main(args: string[]): number {
  if (helped(args, USAGE)) return 0;
  const words = readCommand(USAGE, () => readWords(args));
  if (words === null) return 3;
  const { isExample, file } = words;
  try {
    process.stdout.write(`${isExample ? JSON.stringify(exampleAgreement(), null, 2) : check(file)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${complain(file, error)}\n`);
    return 1;
  }
}

function readWords(args: readonly string[]): { readonly isExample: boolean; readonly file: string } {
  const { values, positionals } = wordsOf(args, OPTIONS, 1);
  const isExample = values.example === true;
  return { isExample, file: isExample ? '' : needed('FILE', positionals[0], 'an agreement, or what is switched off') };
}

process.exitCode = main(process.argv.slice(2));
