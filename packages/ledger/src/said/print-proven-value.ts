import type { CheckedSignature } from '../notes/signed-note.js';
import type { ToldCitation } from './said-values.js';
import type { ProvenValue } from './value-proof.js';

/** Who vouches for a checkpoint, a line each. */
export const printSignatures = (signatures: readonly CheckedSignature[]): string[] =>
  signatures.map(({ verifier, time }) =>
    time === null
      ? `signed by ${verifier.name}`
      : `cosigned by ${verifier.name} at ${new Date(time * 1_000).toISOString()}`,
  );

const cited = ({ rule, instrument, article }: ToldCitation): string => `${rule} (${instrument}, ${article})`;

/** What a proof of a value proves, for a person. */
export function printProvenValue({
  path,
  value,
  bases,
  withheld,
  failed,
  banner,
  origin,
  index,
  time,
  signatures,
}: ProvenValue): string[] {
  const at = new Date(time).toISOString();
  const stands = bases.map(
    ({ coordinate, mark, citations, acts }) =>
      `${coordinate}, marked ${mark}, by ${[...citations.map(cited), ...acts].join(', ')}`,
  );
  const kept = withheld.map(
    ({ coordinate, code, citations, by }) =>
      `${coordinate} was withheld${by === 'PATTERN' ? ' there or at places like it' : ''}: ${code}, by ${citations.map(cited).join(', ')}`,
  );
  const reasons = [...stands, ...kept, ...failed.map((code) => `${code} failed there`)];
  return [
    `${JSON.stringify(value)} was said at ${path.join('.')}, ${at}`,
    ...(reasons.length > 0
      ? reasons
      : [value === null ? 'why was not told with it' : 'on what basis was not told with it']),
    banner === '' ? 'in a page of an export' : `in an answer under ${banner}`,
    `entry ${index} of ${origin}`,
    ...printSignatures(signatures),
  ];
}
