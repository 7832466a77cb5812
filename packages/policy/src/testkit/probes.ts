import type { Handling } from '@chancery/shared/labels/label';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category } from '@chancery/shared/vocabulary';
import type { CompiledPolicy } from '../compiled/compiled-policy.js';
import { evaluateCompiled } from '../compiled/evaluate.js';
import type { PolicyInput } from '../compiled/policy-input.js';
import { createPolicyEngine, type PolicyEngine } from '../engine.js';
import { POLICIES } from '../generated/policies.js';
import { type CaseRequest, loadCases, viewOfCase } from './case-file.js';
import { seededSource } from './random.js';
import { anyRequest } from './varied-case.js';

/** A request, what the rules were asked about it, and what came of it. */
interface Probe {
  readonly profile: Profile;
  readonly category: Category;
  readonly handling: Handling;
  readonly view: SnapshotView;
  readonly now: number;
  readonly asked: readonly (readonly PolicyInput[])[];
  readonly outcome: string;
}

type GatheredInput = Pick<Probe, 'profile' | 'category' | 'handling' | 'view' | 'now'>;

/** What a profile alone would close is asked about too: a mutant may not be closed by it. */
const UNPRUNED: readonly CompiledPolicy[] = POLICIES.map((policy) => {
  if (policy.effect === 'permit') return { ...policy, couldHold: () => true };
  return policy.effect === 'forbid' ? { ...policy, alwaysHolds: () => false } : policy;
});

/** Everything of a decision but how long it may be kept. */
function outcomeOf(engine: PolicyEngine, { profile, category, handling, view, now }: GatheredInput): string {
  const { validUntil: _, ...outcome } = engine.decide(profile, category, handling, 'read', view, now);
  return JSON.stringify(outcome);
}

function askedBy({ subject, purpose, caseId, category, handling, now, ...law }: CaseRequest): GatheredInput {
  const request = { subject, purpose, caseId, category, handling, now, ...law };
  return {
    profile: { subject, purpose, caseId },
    category,
    handling: parseHandling(handling),
    view: viewOfCase(request),
    now: Date.parse(now),
  };
}

/** Requests that can tell a policy from another: every case, and as many varied ones as asked for. */
export interface Probes {
  readonly count: number;
  /** Whether any request is answered otherwise when a policy is replaced; null takes it away. */
  tells(original: CompiledPolicy, replacement: CompiledPolicy | null): boolean;
}

/** Draws the probes; the same count and seed give the same. */
export function drawProbes(varied: number, seed: number): Probes {
  const probes = new Map<Category, Probe[]>();
  let asked: (readonly PolicyInput[])[] = [];
  const engine = createPolicyEngine({
    policies: UNPRUNED,
    evaluate: (category, rules, inputs) => {
      asked.push(inputs);
      return evaluateCompiled(category, rules, inputs);
    },
  });
  const add = (request: CaseRequest): void => {
    asked = [];
    const probe = askedBy(request);
    const outcome = outcomeOf(engine, probe);
    const known = probes.get(probe.category) ?? [];
    known.push({ ...probe, asked, outcome });
    probes.set(probe.category, known);
  };
  const random = seededSource(seed);
  const cases = [...loadCases().values()].flat();
  for (const { request } of cases) add(request);
  for (let index = 0; index < varied; index += 1) add(anyRequest(random, index));
  return { count: cases.length + varied, tells: (original, replacement) => tells(probes, original, replacement) };
}

function tells(
  probes: ReadonlyMap<Category, readonly Probe[]>,
  original: CompiledPolicy,
  replacement: CompiledPolicy | null,
): boolean {
  const others = UNPRUNED.flatMap((policy) => (policy.id === original.id ? (replacement ?? []) : policy));
  const engine = createPolicyEngine({ policies: others });
  for (const category of original.categories) {
    for (const probe of probes.get(category) ?? []) {
      // Most requests do not turn on the policy at all; only where it answers otherwise is the whole decided again.
      const differs = probe.asked.some((inputs) => {
        return inputs.some(original.holds) !== (replacement !== null && inputs.some(replacement.holds));
      });
      if (differs && outcomeOf(engine, probe) !== probe.outcome) return true;
    }
  }
  return false;
}
