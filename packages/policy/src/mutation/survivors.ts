import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { loadPolicies } from '../compile/load-policies.js';
import { POLICIES } from '../generated/policies.js';
import { drawProbes } from '../testkit/probes.js';
import { mutantsOf } from './mutate.js';

/** CHANCERY_MUTATION_CASES makes it a longer run. */
const VARIED = Number(process.env.CHANCERY_MUTATION_CASES ?? 40_000);
const SEED = 1961;

/** The mutants that are known to survive, with reasons. */
export const SURVIVORS_FILE = new URL('../../mutation-survivors.json', import.meta.url);

const survivor = z.strictObject({
  rule: z.string(),
  clause: z.enum(['when', 'unless']),
  conjunct: z.string(),
  change: z.enum(['drop', 'flip']),
  /** Why the mutant decides as the policy does. */
  reason: z.string(),
});

/** A mutant that no request tells from its policy, and why none can. */
export type Survivor = z.infer<typeof survivor>;

/** The survivors that are committed. */
export function loadSurvivors(): readonly Survivor[] {
  return z.array(survivor).parse(JSON.parse(readFileSync(SURVIVORS_FILE, 'utf8')));
}

/** What a run of all mutants finds. */
export interface MutationRun {
  readonly mutants: number;
  readonly survivors: readonly Omit<Survivor, 'reason'>[];
  /** Policies that could be taken away without any request being answered otherwise. */
  readonly needless: readonly string[];
}

/** Puts every mutant of every policy, and the absence of each, to the probes. */
export function runMutants(): MutationRun {
  const probes = drawProbes(VARIED, SEED);
  const policies = new Map(POLICIES.map((policy) => [policy.id, policy]));
  const pairs = loadPolicies().flatMap((source) => {
    const policy = policies.get(source.rule.annotations.id);
    return policy === undefined ? [] : [{ source, policy }];
  });
  const mutants = pairs.flatMap(({ source, policy }) =>
    mutantsOf(source, policy).map((mutant) => ({ mutant, policy })),
  );
  const survivors = mutants.filter(({ mutant, policy }) => !probes.tells(policy, mutant.policy));
  return {
    mutants: mutants.length,
    survivors: survivors.map(({ mutant: { rule, clause, conjunct, change } }) => ({ rule, clause, conjunct, change })),
    needless: POLICIES.filter((policy) => !probes.tells(policy, null)).map(({ id }) => id),
  };
}
