import type { TrustAgreement } from './trust-agreement.js';
import { readTrustAgreement } from './trust-store.js';

/** Lines that say what an agreement lets an issuer's tokens claim. */
function summarise(agreement: TrustAgreement): string {
  const list = (values: Iterable<string>): string => [...values].join(', ') || 'none';
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
    `  keys          ${agreement.keys === null ? `from ${agreement.jwksUri}` : list(agreement.keys.keys())}`,
    `  tokens        ${agreement.tokenAgeMaxSeconds} s old at most, clocks ${agreement.clockSkewSeconds} s apart at most`,
  ].join('\n');
}

/** Checks the agreement in a file: exit status 0 with its summary, or 1 with what is wrong. */
function main(file: string | undefined): number {
  if (file === undefined) {
    process.stderr.write('usage: trust:check FILE\n');
    return 1;
  }
  try {
    process.stdout.write(`${summarise(readTrustAgreement(file))}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

process.exitCode = main(process.argv[2]);
