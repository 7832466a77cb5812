import type { Instant } from '@chancery/shared/clock';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { SnapshotSource } from '@chancery/shared/snapshot/snapshot-source';
import type { SeenRecord } from '@chancery/shared/subgraph/reading/seen-record';
import type { SightQuestion } from '@chancery/shared/subgraph/visibility/sight-question';
import { chooseProfile } from '@chancery/shared/subjects/choose-profile';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { VerifiedTokens } from '@chancery/shared/subjects/verified-tokens';
import type { VerifiedToken } from '@chancery/shared/subjects/verify-token';
import { type GatewayRequest, singleValue } from '../receive/request.js';
import { traceIn } from './trace.js';

/** Who asks, for what, at which moment, under which state of the law. Fixed once, so that a whole answer is decided alike. */
export interface Asking {
  readonly token: VerifiedToken;
  readonly profile: Profile;
  readonly now: Instant;
  readonly view: SnapshotView;
  readonly trace: string;
  /** Text of `Chancery-Reason`. */
  readonly reason: string | null;
  /** Records that were looked at for its commands; a service is told of them with those alone. */
  readonly seen?: readonly SeenRecord[];
  /** Of whose sight it is, where the gateway lists records for that: a service is told and leaves the others out. */
  readonly sight?: SightQuestion;
}

/** What a caller is identified with. */
export interface Identifying {
  readonly tokens: VerifiedTokens;
  readonly snapshots: SnapshotSource;
  newTrace(): string;
}

/** Whose token it is. Throws one of the 401 codes. */
export const verifyCaller = (
  { authorization }: Pick<GatewayRequest, 'authorization'>,
  { tokens }: Pick<Identifying, 'tokens'>,
  now: Instant,
): VerifiedToken => tokens.verify(singleValue('Authorization', authorization, 'TOKEN_MALFORMED'), now);

/** The same of whoever comes with a token for the first time: its key may have been published since the keys were fetched. */
export const identifyCaller = (
  { authorization }: Pick<GatewayRequest, 'authorization'>,
  { tokens }: Pick<Identifying, 'tokens'>,
  now: Instant,
): Promise<VerifiedToken> => tokens.verifyLooking(singleValue('Authorization', authorization, 'TOKEN_MALFORMED'), now);

/** What the caller asks for. Throws PURPOSE_REQUIRED, PURPOSE_NOT_ASSIGNED or INPUT_INVALID. */
export function askingOf(
  token: VerifiedToken,
  request: Pick<GatewayRequest, 'purpose' | 'caseId' | 'reason' | 'traceparent'>,
  { snapshots, newTrace }: Pick<Identifying, 'snapshots' | 'newTrace'>,
  now: Instant,
): Asking {
  const profile = chooseProfile(token, {
    purpose: singleValue('Chancery-Purpose', request.purpose),
    caseId: singleValue('Chancery-Case', request.caseId),
  });
  const reason = singleValue('Chancery-Reason', request.reason) ?? null;
  const trace = traceIn(request.traceparent) ?? newTrace();
  return { token, profile, now, view: snapshots.view(now), trace, reason };
}
