import type { LedgerWriter } from '@chancery/ledger/ledger-writer';
import { type AnswerToHash, answerDigest } from '@chancery/ledger/said/commit-answer';
import type { Receipt } from '@chancery/shared/brands';
import type { Clock } from '@chancery/shared/clock';
import type { ErrorCode } from '@chancery/shared/errors';
import type { OnceASecond } from '../admit/once-a-second.js';
import type { GatewayRequest } from '../receive/request.js';
import { entryOf, type Versions } from './entry-of.js';
import type { Outcome, Refused } from './outcome.js';

/** What outcomes are recorded with. */
export interface Recording {
  readonly clock: Clock;
  readonly ledger: LedgerWriter;
  readonly versions: Versions;
  /** Refusals of those whose token was not believed, by code: nothing was disclosed to them, and they need no token to be recorded. */
  readonly strangers: OnceASecond;
  /** Refusals that come by the thousand: of requests that were not admitted, by code and agency. */
  readonly shed: OnceASecond;
}

/** Puts an outcome on the ledger, with a commitment to the text of its answer. Throws when the ledger does not take it. */
export async function record(
  outcome: Outcome,
  text: AnswerToHash | null,
  request: Pick<GatewayRequest, 'networkAddress'>,
  { ledger, versions, clock }: Recording,
): Promise<Receipt> {
  const snapshot = outcome.kind === 'answered' ? outcome.asking.view.snapshot : outcome.reached.asking?.view.snapshot;
  if (snapshot) ledger.registerSnapshot(snapshot);
  const entry = entryOf(outcome, request, versions, clock());
  const { receipt } = await ledger.append(text === null ? entry : { said: answerDigest(text), ...entry });
  return receipt;
}

/** What costs its sender nothing is recorded once a second: the ledger is not to be filled by whoever is refused. */
export function isToBeRecorded(
  { error: { code }, reached: { token } }: Refused,
  { clock, strangers, shed }: Recording,
): boolean {
  const now = clock();
  if (token === null) return strangers.admit(code, now);
  return !NOT_ADMITTED.has(code) || shed.admit(`${code} ${token.subject.agency}`, now);
}

const NOT_ADMITTED: ReadonlySet<ErrorCode> = new Set(['RATE_EXCEEDED', 'OVERLOADED']);
