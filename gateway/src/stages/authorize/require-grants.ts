import type { Citation, Decision } from '@chancery/policy/decision';
import type { PolicyEngine } from '@chancery/policy/engine';
import type { Grant } from '@chancery/policy/writes/check-command';
import { WriteDenied } from '@chancery/shared/errors';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category, Coordinate } from '@chancery/shared/vocabulary';
import type { Command } from './commands.js';

/** What commands are allowed by. */
export interface Granting {
  readonly policy: Pick<PolicyEngine, 'couldOpen' | 'staticDenial'>;
  readonly inputs: ReadonlyMap<Coordinate, Category>;
  /** Whether a profile could run a command on anything at all. */
  grant(command: string, profile: Profile): Grant;
  callerCitations(decision: Decision): readonly Citation[];
}

/**
 * Refuses commands that nothing could grant to a profile, and fields that it could read nowhere, before anything is planned
 * or asked: whatever records there are, and whatever else stands in the document. Gives the rules that grant
 * them. Throws WRITE_DENIED.
 */
export function requireGrants(commands: readonly Command[], profile: Profile, granting: Granting): readonly string[] {
  const rules = commands.flatMap(({ name, given }) => {
    const grant = granting.grant(name, profile);
    if (!grant.accepted) throw new WriteDenied(grant.reason, [grant.rule]);
    for (const coordinate of given) requireReadable(coordinate, profile, granting);
    return grant.rules;
  });
  return [...new Set(rules)];
}

function requireReadable(
  coordinate: Coordinate,
  profile: Profile,
  { policy, inputs, callerCitations }: Granting,
): void {
  const category = inputs.get(coordinate);
  if (category === undefined || policy.couldOpen(profile, category)) return;
  const rules = callerCitations(policy.staticDenial(profile, category)).map(({ rule }) => rule);
  throw new WriteDenied(`\`${coordinate}\` cannot be set by who may not read it`, rules);
}
