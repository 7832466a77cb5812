import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadPolicies } from '../compile/load-policies.js';
import { createPolicyEngine } from '../engine.js';
import { POLICIES } from '../generated/policies.js';
import { allTheorems } from './all-theorems.js';
import { type ToldLaw, tellLaw } from './law.js';
import { printGuarantees, printTheorems } from './print-theorems.js';
import { printVerdict } from './print-verdict.js';
import { prove } from './prove.js';
import { openSolver, type Solver } from './solver.js';
import { definitionsOf, formalRule } from './translate.js';

const LONG = 300_000;

const sources = loadPolicies();
const engine = createPolicyEngine();
const all = allTheorems(sources, engine);
const live = { engine, policies: POLICIES };

describe('the law', () => {
  let solver: Solver;
  let law: ToldLaw;

  beforeAll(async () => {
    solver = await openSolver();
    law = tellLaw(solver, definitionsOf(sources.map(formalRule)));
  }, LONG);

  afterAll(() => solver.close());

  it.each(all.map((theorem) => ({ id: theorem.id, never: theorem.forbids, theorem })))(
    '$id: forbids $never',
    async ({ theorem }) => {
      const verdict = await prove(law, live, theorem);
      if (verdict.failures.length > 0) throw new Error(printVerdict(verdict));
    },
    LONG,
  );

  it('has its theorems, and what they rest on, printed in docs/theorems.md', () => {
    const page = readFileSync(new URL('../../../../docs/theorems.md', import.meta.url), 'utf8');
    expect(page).toContain(printTheorems(all));
    expect(page).toContain(printGuarantees());
  });

  it('has theorems of different names, each with its article and one sentence', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.filter(({ article, forbids }) => article.length < 5 || forbids.length < 20)).toEqual([]);
  });
});
