import { toldRules } from '@chancery/policy/explain/told-rules';
import type { AuditedAccess } from './audited-access.js';

/** What of an access follows from the label and the maker of the records, and from acts about them. */
type OfRecords = Pick<
  AuditedAccess,
  | 'rank'
  | 'markingPolicy'
  | 'markingPolicies'
  | 'isNonMember'
  | 'isOriginatorControlled'
  | 'isForeignGovernment'
  | 'clearance'
  | 'owner'
  | 'role'
  | 'rule'
  | 'rules'
  | 'act'
  | 'acts'
  | 'actKind'
>;

/**
 * Of what was withheld the oversight of who asked is told what who asked was told: that it was, and by which rules as far as they are told. What the label says, who made
 * the record and which acts bear on it is its own State's, or a State would learn through its auditor what its people may not know.
 */
export function asToldWithheld<Told extends OfRecords>(told: Told, clearances: Readonly<Record<string, number>>): Told {
  const rules = [...toldRules(told.rules)];
  return {
    ...told,
    rank: null,
    markingPolicy: null,
    markingPolicies: [],
    isNonMember: null,
    isOriginatorControlled: null,
    isForeignGovernment: null,
    // Under which policies would tell those of the label.
    clearance: Math.max(0, ...Object.values(clearances)),
    owner: null,
    role: null,
    rule: rules[0] ?? null,
    rules,
    act: null,
    acts: [],
    actKind: null,
  };
}
