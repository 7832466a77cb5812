import type { Clock } from '../clock.js';
import { SignedTeller } from '../law/signed-exchange.js';
import { AGREEMENTS, type AgreementsQuestion, agreementsQuestionShape, type ToldAgreement } from './agreement-wire.js';

/** What the register holds, by its digest. */
export interface HeldAgreements {
  readonly digest: string;
  /** In the order in which they were last decided on. */
  readonly agreements: readonly ToldAgreement[];
}

/** What is told, and how one hears that there is something new. */
export interface ToldAgreements {
  held(): HeldAgreements;
  /** How long ago that was known to be so. */
  lagMs(): number;
  /** Resolves when there is something new, when so many milliseconds have passed, or at the signal. */
  changed(waitMs: number, signal: AbortSignal): Promise<void>;
}

/** Tells gateways which trust agreements there are, as soon as one of them has changed. */
export function tellAgreements(told: ToldAgreements, key: Uint8Array, clock?: Clock): SignedTeller<AgreementsQuestion> {
  async function textFor({ held, waitMs }: AgreementsQuestion, over: AbortSignal): Promise<string> {
    const startedAt = performance.now();
    if (told.held().digest === held) await told.changed(waitMs, over);
    const { digest, agreements } = told.held();
    const times = { ageMs: Math.max(0, told.lagMs()), waitedMs: performance.now() - startedAt };
    return JSON.stringify(
      digest === held ? { kind: 'SAME', ...times } : { kind: 'WHOLE', ...times, digest, agreements },
    );
  }
  return new SignedTeller({
    of: AGREEMENTS,
    key,
    shape: agreementsQuestionShape,
    textFor,
    ...(clock ? { clock } : {}),
  });
}
