import { generateKeyPairSync } from 'node:crypto';
import { createEntropy } from '../entropy.js';
import { printCheckpoint } from '../notes/checkpoint.js';
import { type NoteSigner, signerOf } from '../notes/note-key.js';
import { signNote } from '../notes/signed-note.js';
import { printTlogProof } from '../notes/tlog-proof.js';
import { printEntry } from '../print-entry.js';
import { makeInclusionProof } from '../proofs.js';
import { type AnswerText, answerDigest } from '../said/commit-answer.js';
import { stateWhatWasSaid } from '../said/open-answer.js';
import { printStatement } from '../said/said-statement.js';
import type { RedeemedAnswer } from '../said/value-proof.js';
import { appendLeaves, EMPTY_EDGE, leafHash, rootOf } from '../tree.js';
import { PLAIN_SPELLING } from './plain-spelling.js';
import { sampleEntry } from './sample-entry.js';

export const LOG = 'chancery.test/ledger/1';

/** A signer with a key of its own. */
export const newSigner = (name = LOG): NoteSigner =>
  signerOf(name, 'note', generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());

/** Redeems each of some answers, as if they were the whole log. */
export function redeemAnswers(answers: readonly AnswerText[], signer: NoteSigner): RedeemedAnswer[] {
  const entries = answers.map((answer, index) => {
    const stamp = {
      ...{ time: 1_790_000_000_000 + index, profile: null, asked: null },
      receipt: `${index}`.padStart(21, 'r').concat('A') as never,
    };
    const means = { entropy: createEntropy(), ...PLAIN_SPELLING };
    const { leaf, sidecars } = printEntry(sampleEntry({ said: answerDigest(answer) }), stamp, means);
    const opening = sidecars.find(({ part }) => part === 'said');
    if (opening === undefined) throw new Error('an entry that commits to nothing');
    return { answer, leaf, opening };
  });
  const hashes = entries.map(({ leaf }) => leafHash(leaf));
  const root = rootOf(appendLeaves(EMPTY_EDGE, hashes));
  const note = signNote(printCheckpoint({ origin: LOG, size: hashes.length, root }), [signer]);
  return entries.map(({ answer, leaf, opening }, index) => {
    const statement = stateWhatWasSaid({ leaf, opening }, answer, { origin: LOG, index });
    if (statement === null) throw new Error('an entry that does not commit to its answer');
    const path = makeInclusionProof(hashes, index);
    return {
      statement: signNote(printStatement(statement), [signer]),
      proof: printTlogProof({ extra: leafHash(leaf), index, path, note }),
      secret: opening.salt.toString('base64url'),
    };
  });
}
