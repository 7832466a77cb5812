import type { NoteVerifier } from '../notes/note-key.js';
import { requireQuorum, type TrustPolicy } from '../notes/policy.js';
import { openCheckpoint } from '../notes/signed-checkpoint.js';
import type { TreeHead } from '../proofs.js';
import { type Edge, rootOf } from '../tree.js';

/** What a log was said to be at some size, by somebody outside its database. */
export interface Claim extends TreeHead {
  readonly logId: number;
  /** Who says so, in words: `the head kept outside`. */
  readonly by: string;
}

/** Number of the gateway's log. */
export const FIRST_LOG = 1;

/** What a head says that was kept outside the database. */
export function claimOfHead(head: Edge): Claim {
  return { logId: FIRST_LOG, size: head.size, root: rootOf(head), by: 'the head kept outside' };
}

/**
 * What a signed checkpoint says; throws when no known key of its log has signed it, or with a policy no quorum of its witnesses. An origin ends in the
 * number of its log.
 */
export function claimOfCheckpoint(
  note: string,
  keys: readonly NoteVerifier[],
  policy: TrustPolicy | null = null,
): Claim {
  const { checkpoint, signatures } = openCheckpoint(note, [...keys, ...(policy?.logs ?? [])], policy?.witnesses);
  const { origin, size, root } = checkpoint;
  requireQuorum(signatures, policy);
  const logId = /\/([1-9][0-9]{0,8})$/.exec(origin)?.[1];
  if (logId === undefined) throw new RangeError(`\`${origin}\` is not the origin of a log`);
  return { logId: Number(logId), size, root, by: `the checkpoint of \`${origin}\`` };
}
