import type { Instant } from '@chancery/shared/clock';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import { chooseProfile } from '@chancery/shared/subjects/choose-profile';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { TrustStore } from '@chancery/shared/subjects/trust-store';
import { type VerifiedToken, verifyToken } from '@chancery/shared/subjects/verify-token';
import { type GatewayRequest, singleValue } from '../receive/request.js';

/** Who asks, for what, at which moment, under which state of the law. Fixed once, so that a whole answer is decided alike. */
export interface Asking {
  readonly token: VerifiedToken;
  readonly profile: Profile;
  readonly now: Instant;
  readonly view: SnapshotView;
  readonly trace: string;
  /** Text of `Chancery-Reason`. */
  readonly reason: string | null;
}

/** Throws one of the 401 codes. */
export const verifyCaller = (request: GatewayRequest, trust: TrustStore, now: Instant): VerifiedToken =>
  verifyToken(singleValue('Authorization', request.authorization, 'TOKEN_MALFORMED'), trust, now);

/** Throws PURPOSE_REQUIRED, PURPOSE_NOT_ASSIGNED or INPUT_INVALID. */
export function askingOf(
  token: VerifiedToken,
  request: GatewayRequest,
  moment: {
    readonly now: Instant;
    readonly view: SnapshotView;
    readonly trace: string;
  },
): Asking {
  const profile = chooseProfile(token, {
    purpose: singleValue('Chancery-Purpose', request.purpose),
    caseId: singleValue('Chancery-Case', request.caseId),
  });
  return {
    token,
    profile,
    now: moment.now,
    view: moment.view,
    trace: moment.trace,
    reason: singleValue('Chancery-Reason', request.reason) ?? null,
  };
}
