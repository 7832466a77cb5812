import type { CheckedSignature } from '../notes/signed-note.js';
import type { ProvenValue } from './value-proof.js';

/** Who vouches for a checkpoint, a line each. */
export const printSignatures = (signatures: readonly CheckedSignature[]): string[] =>
  signatures.map(({ verifier, time }) =>
    time === null
      ? `signed by ${verifier.name}`
      : `cosigned by ${verifier.name} at ${new Date(time * 1_000).toISOString()}`,
  );

/** What a proof of a value proves, for a person. */
export function printProvenValue({
  path,
  value,
  bases,
  banner,
  origin,
  index,
  time,
  signatures,
}: ProvenValue): string[] {
  const at = new Date(time).toISOString();
  const stands = bases.map(({ coordinate, mark, citations, acts }) => {
    const cited = citations.map(({ rule, instrument, article }) => `${rule} (${instrument}, ${article})`);
    return `${coordinate}, marked ${mark}, by ${[...cited, ...acts].join(', ')}`;
  });
  return [
    `${JSON.stringify(value)} was said at ${path.join('.')}, ${at}`,
    ...(stands.length === 0 ? ['on what basis was not told with it'] : stands),
    `in an answer under ${banner}`,
    `entry ${index} of ${origin}`,
    ...printSignatures(signatures),
  ];
}
