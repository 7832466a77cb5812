import { ACCEPTED, refused, type Verdict } from './verdict.js';

/** The crimes of article 2(1) of the Convention on internationally protected persons. */
export type ProtectedPersonOffence = '2(1)(a)' | '2(1)(b)' | '2(1)(c)' | '2(1)(d)' | '2(1)(e)';

/** What happened, as far as article 2 turns on it. */
export interface Occurrence {
  /** What was done, or was to be done. */
  readonly deed: 'MURDER' | 'KIDNAPPING' | 'ATTACK_ON_PERSON' | 'ATTACK_ON_PREMISES' | 'OTHER';
  /** How far it went, and what part this one had in it. */
  readonly stage: 'COMMITTED' | 'THREATENED' | 'ATTEMPTED' | 'COMPLICIT';
  /** An internationally protected person, or premises, accommodation or transport of one. */
  readonly targetProtected: boolean;
  /** Whether an attack on premises was violent and likely to endanger the person or liberty of a protected person. */
  readonly endangersPerson: boolean;
}

const BY_STAGE: Readonly<Record<Exclude<Occurrence['stage'], 'COMMITTED'>, ProtectedPersonOffence>> = {
  THREATENED: '2(1)(c)',
  ATTEMPTED: '2(1)(d)',
  COMPLICIT: '2(1)(e)',
};

/** IPP 2(1): which crime an occurrence is; null when it is none. Threat, attempt and complicity are of a crime of (a) or (b). */
export function offenceOf({
  deed,
  stage,
  targetProtected,
  endangersPerson,
}: Occurrence): ProtectedPersonOffence | null {
  if (!targetProtected || deed === 'OTHER') return null;
  if (deed === 'ATTACK_ON_PREMISES' && !endangersPerson) return null;
  if (stage !== 'COMMITTED') return BY_STAGE[stage];
  return deed === 'ATTACK_ON_PREMISES' ? '2(1)(b)' : '2(1)(a)';
}

/** Whether an incident may be recorded under a limb of article 2, on which the duties of articles 4 to 11 hang. */
export function checkOffence(claimed: ProtectedPersonOffence | null, occurrence: Occurrence): Verdict {
  const found = offenceOf(occurrence);
  if (claimed === found) return ACCEPTED;
  return refused('IPP-2', `\`${claimed ?? 'none'}\` is recorded, but the occurrence is \`${found ?? 'none'}\``);
}
