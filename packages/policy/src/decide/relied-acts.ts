import { ACT, ACT_FLAGS, type ActFlag, type Bits, common, NONE, some, union, without } from '../compiled/bits.js';
import type { CompiledPolicy } from '../compiled/compiled-policy.js';
import type { RuleFindings } from '../compiled/evaluate.js';
import type { PolicyInput } from '../compiled/policy-input.js';
import type { CategoryRules, RuleEntry } from '../compiled/rule-table.js';
import { effectiveOf } from '../facts/act-matching.js';
import type { GatheredInput } from '../facts/gather-input.js';

type Holds = (policy: CompiledPolicy) => boolean;

/** An input as it would be if of its acts these alone were in force. */
function withActs({ input, acts }: GatheredInput, kept: Bits): PolicyInput {
  const raised = union(...[...acts.ids.keys()].map((flag) => ACT[flag]));
  const inForce = effectiveOf(common(raised, kept));
  // What cannot be excluded for want of knowledge stays so.
  return { ...input, inForce, notExcluded: union(without(input.notExcluded, input.inForce), inForce) };
}

/** Whether a rule would hold for some mission if of all acts these alone were in force. */
function holdsUnder(gathered: readonly GatheredInput[], kept: Bits): Holds {
  const inputs = gathered.map((each) => withActs(each, kept));
  return (policy) => inputs.some(policy.holds);
}

/** What holds; what would if no act were in force, if one were out of force, and if it alone were in force. */
interface Alternatives {
  readonly now: Holds;
  readonly bare: Holds;
  readonly lacking: Holds;
  readonly alone: Holds;
}

type Relies = (findings: RuleFindings, rules: CategoryRules, alternatives: Alternatives) => boolean;

const policiesOf = (entries: readonly RuleEntry[]): readonly CompiledPolicy[] => entries.map(({ policy }) => policy);

/** A bar rests on the act that makes it hold; another that was lifted does not matter where something still bars. */
const barRelies: Relies = ({ bars }, _rules, { lacking }) => policiesOf(bars).some((policy) => !lacking(policy));

/** That nothing permits rests on an act whose absence would leave a basis, and no bar. */
const wantRelies: Relies = (_findings, { permits, forbids }, { lacking }) =>
  policiesOf(permits).some(lacking) && !policiesOf(forbids).some(lacking);

/** A permission rests on what makes one of its rules hold, and on what keeps one from holding: a bar, a duty, another basis. */
const permissionRelies: Relies = (_findings, { permits, forbids, duties }, { now, bare, lacking, alone }) =>
  policiesOf([...permits, ...forbids, ...duties]).some((policy) => {
    const holds = now(policy);
    return holds !== lacking(policy) || (holds !== bare(policy) && holds === alone(policy));
  });

function relianceOf({ bars, bases }: RuleFindings): Relies {
  if (bars.length > 0) return barRelies;
  return bases.length > 0 ? permissionRelies : wantRelies;
}

const ALL: Bits = union(...ACT_FLAGS.map((flag) => ACT[flag]));

/** The acts that the outcome rests on, by id. */
export function reliedActs(
  gathered: readonly GatheredInput[],
  rules: CategoryRules,
  findings: RuleFindings,
): readonly string[] {
  // What could not be evaluated is denied on no act at all, and is not to be evaluated once more.
  if (findings.failed.length > 0) return [];
  const raised = new Set(gathered.flatMap(({ acts }) => [...acts.ids.keys()]));
  const flags = [...raised].filter((flag) => isNamed(flag, rules));
  if (flags.length === 0) return [];
  const relies = relianceOf(findings);
  const [now, bare] = [holdsUnder(gathered, ALL), holdsUnder(gathered, NONE)];
  const relied = flags.filter((flag) => {
    const lacking = holdsUnder(gathered, without(ALL, ACT[flag]));
    return relies(findings, rules, { now, bare, lacking, alone: holdsUnder(gathered, ACT[flag]) });
  });
  return relied.flatMap((flag) => gathered.flatMap(({ acts }) => acts.ids.get(flag) ?? []));
}

/** Whether any rule of the category names the act; of the others nothing can depend. */
function isNamed(flag: ActFlag, { forbids, permits, duties }: CategoryRules): boolean {
  return [...forbids, ...permits, ...duties].some(({ policy }) => some(policy.acts, ACT[flag]));
}
