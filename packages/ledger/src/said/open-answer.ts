import { commitTo } from '../commitment.js';
import { parseEntry } from '../parse-entry.js';
import { leafHash } from '../tree.js';
import type { AnswerText } from './commit-answer.js';
import { answerDigest } from './commit-answer.js';
import type { SaidStatement } from './said-statement.js';
import { makeValueTree } from './value-tree.js';

/** Part `said` of the sidecar of an entry. */
export interface KeptOpening {
  readonly salt: Buffer;
  readonly blob: string;
}

/** What can be said of an entry and an answer that was shown; null when the entry does not commit to that answer. */
export function stateWhatWasSaid(
  { leaf, opening: { salt, blob } }: { readonly leaf: string; readonly opening: KeptOpening },
  answer: AnswerText,
  place: { readonly origin: string; readonly index: number },
): SaidStatement | null {
  const { said, time } = parseEntry(leaf);
  if (said !== commitTo(salt, blob) || blob !== JSON.stringify(answerDigest(answer))) return null;
  const { leaves, root } = makeValueTree(answer, salt);
  return { ...place, time, entry: leafHash(leaf), values: leaves.length, root };
}
