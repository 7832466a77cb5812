import { ACCEPTED, isStated, refused, type Verdict } from './verdict.js';

/** A rule applied to one State otherwise than to all. */
export interface CountryDeviation {
  readonly rule: string;
  readonly state: string;
  readonly direction: 'RESTRICTIVE' | 'MORE_FAVOURABLE';
  /** For a restriction: the like application by that State to one's own missions. */
  readonly reciprocityMeasureRef: string | null;
  /** For more favourable treatment: the custom or agreement. */
  readonly agreementRef: string | null;
}

/**
 * VCDR 47: the receiving State shall not discriminate as between States. A restrictive application answers a like one by that
 * State; more favourable treatment rests on custom or agreement. A policy cannot name a State at all, so that whatever
 * treats one differently has to be written down as one of these.
 */
export function checkCountryDeviation(deviation: CountryDeviation): Verdict {
  const restrictive = deviation.direction === 'RESTRICTIVE';
  const ground = restrictive ? deviation.reciprocityMeasureRef : deviation.agreementRef;
  if (isStated(ground)) return ACCEPTED;
  const lack = restrictive ? 'a reciprocity measure' : 'a custom or agreement';
  return refused('VCDR-47', `\`${deviation.rule}\` is applied otherwise to \`${deviation.state}\` without ${lack}`);
}
