import { z } from 'zod';
import { parseHash } from '../notes/checkpoint.js';
import type { NoteVerifier } from '../notes/note-key.js';
import type { CheckedSignature } from '../notes/signed-note.js';
import { openTlogProof, parseTlogProof } from '../notes/tlog-proof.js';
import { verifyInclusion } from '../proofs.js';
import { leafHash } from '../tree.js';
import type { AnswerText } from './commit-answer.js';
import { openStatement } from './said-statement.js';
import type { SaidValue } from './said-values.js';
import type { ValuePath } from './told-by-path.js';
import { makeValueTree } from './value-tree.js';

/** What a kept answer is redeemed for: with it, any of its values is proved without asking anybody again. */
export interface RedeemedAnswer {
  /** Signed by the log's keys (`said-statement.ts`). */
  readonly statement: string;
  /** That the entry is on the log (C2SP tlog-proof). */
  readonly proof: string;
  /** Of which the salts of all leaves are made: whoever has it can guess at the other values, so that it is in no proof. */
  readonly secret: string;
}

/** What is proved to a reader who believes these keys. */
export interface ProvenValue extends SaidValue {
  readonly origin: string;
  readonly index: number;
  readonly time: number;
  readonly signatures: readonly CheckedSignature[];
}

/** The second: a null is proved too, and every leaf says what of it was withheld. */
const VERSION = 'chancery value-proof/v2';

const hash = z.string().transform((text, context) => {
  const read = parseHash(text);
  if (read !== null) return read;
  context.addIssue('not a hash');
  return z.NEVER;
});

const file = z.strictObject({
  v: z.literal(VERSION),
  leaf: z.string(),
  index: z.int().nonnegative(),
  path: z.array(hash).max(64),
  statement: z.string(),
  proof: z.string(),
});

const citations = z.array(z.strictObject({ rule: z.string(), instrument: z.string(), article: z.string() }));

const leafForm = z.strictObject({
  salt: z.string().regex(/^[\w-]{43}$/),
  path: z.array(z.union([z.string(), z.int().nonnegative()])).min(1),
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  bases: z.array(
    z.strictObject({
      coordinate: z.string(),
      mark: z.string(),
      citations,
      acts: z.array(z.string()),
    }),
  ),
  withheld: z.array(
    z.strictObject({ coordinate: z.string(), code: z.string(), citations, by: z.enum(['PLACE', 'PATTERN']) }),
  ),
  failed: z.array(z.string()),
  banner: z.string(),
});

/** Whether a text means to be a proof of a value, whatever it is worth. */
export const isValueProof = (text: string): boolean => text.startsWith('{');

/** Makes the file that proves one value of an answer and says nothing of the others but how many they are. */
export function proveValue(answer: AnswerText, { statement, proof, secret }: RedeemedAnswer, path: ValuePath): string {
  const tree = makeValueTree(answer, Buffer.from(secret, 'base64url'));
  const leaf = tree.leaves.find((each) => JSON.stringify(each.path) === JSON.stringify(path));
  if (leaf === undefined) throw new RangeError(`no value stands at \`${path.join('.')}\``);
  const hashes = tree.pathOf(leaf.index).map((each) => each.toString('base64'));
  const written = { v: VERSION, leaf: leaf.text, index: leaf.index, path: hashes, statement, proof };
  return `${JSON.stringify(written, null, 2)}\n`;
}

/** Checks a proof of a value; throws when anything of it does not hold. */
export function openValueProof(
  text: string,
  keys: readonly NoteVerifier[],
  cosigners: readonly NoteVerifier[] = [],
): ProvenValue {
  const { leaf, index, path, statement, proof } = file.parse(JSON.parse(text));
  const said = openStatement(statement, keys);
  const entry = openTlogProof(parseTlogProof(proof), said.entry, keys, cosigners);
  if (entry.checkpoint.origin !== said.origin || entry.index !== said.index) {
    throw new RangeError('the statement is of another entry than the proof');
  }
  if (!verifyInclusion(path, { index, size: said.values, leaf: leafHash(leaf), root: said.root })) {
    throw new RangeError('the value is not one of that answer');
  }
  const { salt: _, ...value } = leafForm.parse(JSON.parse(leaf));
  return { ...value, origin: said.origin, index: said.index, time: said.time, signatures: entry.signatures };
}
