import type { ThreatPriority } from './vocabulary.js';

/** Least score of each priority. */
const CRITICAL = 20;
const HIGH = 12;
const MEDIUM = 6;

/** What nobody can judge is taken as seriously as what may be true: to know nothing of a source is no reason to rest. */
const UNJUDGED = 6;
const AS_POSSIBLE = 3;

/**
 * How soon a threat is to be dealt with: how credible it is, 1 confirmed to 5 improbable and 6 not to be judged (Admiralty scale), times
 * how bad it would be, 1 to 5. The bounds are the project's own choice.
 */
export function priorityOf(credibility: number, impact: number): ThreatPriority {
  const weight = UNJUDGED - (credibility === UNJUDGED ? AS_POSSIBLE : credibility);
  const score = weight * impact;
  if (score >= CRITICAL) return 'CRITICAL';
  if (score >= HIGH) return 'HIGH';
  return score >= MEDIUM ? 'MEDIUM' : 'LOW';
}
