import { openLedgerReader } from '../ledger-reader.js';
import { RuntimeTooOld } from '../notes/ml-dsa-44.js';
import type { NoteVerifier } from '../notes/note-key.js';
import { type TrustPolicy, toleranceOf } from '../notes/policy.js';
import { type Claim, claimOfCheckpoint, FIRST_LOG } from './claims.js';
import { concludeVerdict, type Verdict } from './verdict.js';

/** What a saved checkpoint says: by the policy where a quorum has cosigned it, by the keys of the log where those are given. */
export function believedClaim(note: string, keys: readonly NoteVerifier[], policy: TrustPolicy | null): Claim {
  try {
    return claimOfCheckpoint(note, keys, policy);
  } catch (error) {
    // By fewer signatures than were asked for, because the runtime cannot check them all: never.
    if (policy === null || keys.length === 0 || error instanceof RuntimeTooOld) throw error;
    return claimOfCheckpoint(note, keys);
  }
}

/** The largest checkpoint in the ledger itself that a quorum has cosigned; null where there is none. */
export async function cosignedClaim(url: string, policy: TrustPolicy): Promise<Claim | null> {
  const reader = await openLedgerReader(url);
  try {
    for (const note of await reader.checkpoints(FIRST_LOG)) {
      try {
        const claim = claimOfCheckpoint(note, [], policy);
        return { ...claim, by: `${claim.by} with its quorum` };
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
      }
    }
    return null;
  } finally {
    await reader.close();
  }
}

/** A ledger that no quorum vouches for is not shown to be whole, whatever its bytes say. */
export function withoutQuorum({ logs, findings, erased }: Verdict): Verdict {
  const what = 'none of its last checkpoints is cosigned by a quorum of the policy';
  return concludeVerdict(logs, [...findings, { severity: 'missing', logId: FIRST_LOG, index: null, what }], erased);
}

/** What a policy is worth, for whoever wrote it. */
export function printTolerance(policy: TrustPolicy): string {
  const count = toleranceOf(policy);
  if (count === null) return 'the policy has too many witnesses to say how many of them may be corrupt';
  if (count < 0) return 'the policy asks for no witness: its log alone can show two views';
  return `by the policy the operator together with any ${count} of its witnesses cannot show two views`;
}
