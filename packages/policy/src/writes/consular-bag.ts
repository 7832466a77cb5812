import { ACCEPTED, isStated, refused, type Verdict } from './verdict.js';

/** A request to open a consular bag. */
export interface OpeningRequest {
  /** Why the bag is believed to hold something else; null when nothing is said. */
  readonly seriousReason: string | null;
  /** Null while the sending State has not answered. */
  readonly sendingStateAgreed: boolean | null;
  readonly representativePresent: boolean;
}

/** What becomes of the bag. */
export type BagOutcome = 'LET_PASS' | 'AWAIT_ANSWER' | 'OPEN_IN_PRESENCE' | 'RETURN_TO_ORIGIN';

/**
 * VCCR 35(3): with serious reason the receiving State may ask that the bag be opened in its presence by an authorised
 * representative of the sending State. A refusal returns the bag to its place of origin; it never opens it.
 */
export function outcomeOfOpeningRequest(request: OpeningRequest): BagOutcome {
  if (!isStated(request.seriousReason)) return 'LET_PASS';
  if (request.sendingStateAgreed === null) return 'AWAIT_ANSWER';
  if (!request.sendingStateAgreed) return 'RETURN_TO_ORIGIN';
  return request.representativePresent ? 'OPEN_IN_PRESENCE' : 'AWAIT_ANSWER';
}

/** A bag on its way from one consular post to another. */
export interface ConsularBagRoute {
  readonly from: { readonly honorary: boolean; readonly receivingState: string };
  readonly to: { readonly honorary: boolean; readonly receivingState: string };
  /** States that consented to the exchange. */
  readonly consenting: ReadonlySet<string>;
}

/** VCCR 58(4): two honorary posts in different States exchange bags only with the consent of both receiving States. */
export function checkConsularBagRoute({ from, to, consenting }: ConsularBagRoute): Verdict {
  if (!from.honorary || !to.honorary || from.receivingState === to.receivingState) return ACCEPTED;
  const missing = [from.receivingState, to.receivingState].filter((state) => !consenting.has(state));
  if (missing.length === 0) return ACCEPTED;
  return refused('VCCR-35-3', `a bag between two honorary posts without the consent of \`${missing.join(', ')}\``);
}
