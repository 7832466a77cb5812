import type { AccessRow } from '@chancery/ledger/access-list';
import type { Entry } from '@chancery/ledger/parse-entry';
import { createPolicyEngine, type PolicyEngine } from '@chancery/policy/engine';
import { type Circumstances, decideAgain, type FieldOf, fieldNamed } from '@chancery/policy/replay/decide-again';
import { isTransferThen, roleThen } from '@chancery/policy/replay/told-then';
import type { Instant } from '@chancery/shared/clock';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import type { Handling, Label } from '@chancery/shared/labels/label';
import { groupsOf, hasMembers } from '@chancery/shared/memberships';
import { supergraphCategories } from '@chancery/shared/schema/supergraph-categories';
import type { Snapshot } from '@chancery/shared/snapshot/snapshot';
import type { Coordinate } from '@chancery/shared/vocabulary';
import type { AuditedAccess } from './audited-access.js';
import type { AuditedReplay } from './audited-words.js';

/** By what rules and by what schema entries are judged. */
export interface Judging {
  readonly engine: PolicyEngine;
  readonly fieldOf: FieldOf;
}

/** Judges by the rules of this process and by the schema that callers are served; read once there is something to judge. */
export function judgingBy(supergraphSdl: () => string): () => Judging {
  return () => {
    const categories = supergraphCategories(supergraphSdl());
    return { engine: createPolicyEngine(), fieldOf: (coordinate) => categories.get(coordinate) };
  };
}

/** What the circumstances of an entry make of one of its lines. */
export type JudgedAccess = Pick<
  AuditedAccess,
  | 'category'
  | 'rank'
  | 'clearance'
  | 'role'
  | 'actKind'
  | 'isTransfer'
  | 'isOriginatorControlled'
  | 'isForeignGovernment'
  | 'markingPolicy'
  | 'markingPolicies'
  | 'isNonMember'
  | 'replay'
>;

/** Judges one line of an entry by what the entry names; circumstances that are gone leave open what follows from them. */
export function judgeAccess(
  row: AccessRow,
  records: Handling,
  entry: Pick<Entry, 'policy' | 'actor' | 'now'>,
  circumstances: Circumstances | null,
  { engine, fieldOf }: Judging,
): JudgedAccess {
  const [coordinate, , , decision, rules, acts = []] = row;
  const field = fieldNamed(coordinate, fieldOf);
  const { label } = handlingAt(records, coordinate as Coordinate, field?.category ?? 'EXISTENCE', field?.floor ?? 0);
  const [act] = acts;
  const { markingPolicy, markingPolicies, isNonMember } = markedFor(label, entry.actor?.represents ?? '', entry.now);
  return {
    category: field?.category ?? null,
    rank: Math.max(0, ...label.ranks.values()),
    clearance: clearanceFor(label, entry.actor?.clearances ?? {}),
    isOriginatorControlled: label.originatorControls.length > 0,
    isForeignGovernment: label.foreignSources.size > 0,
    markingPolicy,
    markingPolicies,
    isNonMember,
    role: circumstances === null ? null : roleThen(records.record, circumstances),
    actKind: circumstances === null || act === undefined ? null : kindOf(act, circumstances.snapshot),
    isTransfer:
      circumstances !== null &&
      field !== undefined &&
      decision === 'A' &&
      isTransferThen(records.record, field.category, circumstances),
    replay: replayOf(),
  };

  function replayOf(): AuditedReplay {
    if (circumstances === null) return 'NOT_POSSIBLE';
    if (entry.policy !== engine.version) return 'OTHER_RULES';
    const again = decideAgain({ coordinate, handling: records, decision, rules, acts }, circumstances, engine, fieldOf);
    if (again === null) return 'NOT_POSSIBLE';
    return again.isSame ? 'SAME' : 'OTHERWISE';
  }
}

/** Under the policies of the label; of who has a clearance under none of them, the highest that it has. */
function clearanceFor({ ranks }: Label, clearances: Readonly<Record<string, number>>): number {
  const under = Object.entries(clearances).filter(([policy]) => ranks.has(policy));
  const counted = under.length > 0 ? under : Object.entries(clearances);
  return Math.max(0, ...counted.map(([, rank]) => rank));
}

/** Under whose policies the label is marked, and whether who asked stands outside one of those organisations. */
function markedFor(
  { ranks }: Label,
  represents: string,
  then: Instant,
): Pick<JudgedAccess, 'markingPolicy' | 'markingPolicies' | 'isNonMember'> {
  const organisations = new Set([...ranks.keys()].filter((policy) => hasMembers(policy, then)));
  const own = groupsOf(represents, then);
  const weight = (policy: string): number => (organisations.has(policy) ? 1_000 : 0) + (ranks.get(policy) ?? 0);
  const policies = [...ranks.keys()].sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1));
  return {
    markingPolicy: policies[0] ?? null,
    markingPolicies: policies,
    isNonMember: policies.some((policy) => organisations.has(policy) && policy !== represents && !own.includes(policy)),
  };
}

type Kind = JudgedAccess['actKind'];
const kinds = new WeakMap<Snapshot, ReadonlyMap<string, Kind>>();

/** `act_41d0@2` by its kind in the law of that time. */
function kindOf(act: string, snapshot: Snapshot): Kind {
  let known = kinds.get(snapshot);
  if (known === undefined) {
    known = new Map(snapshot.acts.map(({ id, kind }) => [id, kind]));
    kinds.set(snapshot, known);
  }
  return known.get(act.slice(0, act.lastIndexOf('@'))) ?? null;
}
