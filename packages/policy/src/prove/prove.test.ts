import { afterAll, describe, expect, it } from '@jest/globals';
import { loadPolicies } from '../compile/load-policies.js';
import { createPolicyEngine } from '../engine.js';
import { POLICIES } from '../generated/policies.js';
import { OPEN, word } from './atoms.js';
import { all } from './formula.js';
import { tellLaw } from './law.js';
import { printVerdict } from './print-verdict.js';
import { prove, type Verdict } from './prove.js';
import { openSolver, type Solver } from './solver.js';
import { EXECUTION_APART } from './theorems/immunities.js';
import { INVIOLABLE } from './theorems/inviolable.js';
import { definitionsOf, formalRule } from './translate.js';

const LONG = 120_000;
const solvers: Solver[] = [];

/** The law without some of its rules, proved; and the engine of whichever law. */
async function provedWithout(gone: readonly string[], engineToo: boolean): Promise<Verdict> {
  const solver = await openSolver();
  solvers.push(solver);
  const rules = loadPolicies().map(formalRule);
  const law = tellLaw(solver, definitionsOf(rules.filter(({ id }) => !gone.includes(id))));
  const policies = engineToo ? POLICIES.filter(({ id }) => !gone.includes(id)) : POLICIES;
  return prove(law, { engine: createPolicyEngine({ policies }), policies }, INVIOLABLE);
}

const shown = ({ failures }: Verdict) =>
  failures.map(({ part, counterexample }) => ({
    part,
    confirmed: counterexample?.confirmed,
    requests: [...(counterexample?.questions.values() ?? [])].map(({ request }) => request),
  }));

describe('a theorem that a rule alone upheld', () => {
  afterAll(async () => {
    for (const each of solvers) await each.close();
  });

  it(
    'fails without the rule, by the same least question each time, which the engine without the rule opens',
    async () => {
      const [once, again] = [await provedWithout(['VCDR-24'], true), await provedWithout(['VCDR-24'], true)];

      expect(shown(once)).toMatchObject([{ part: expect.stringContaining('VCDR 24'), confirmed: true }]);
      expect(shown(again)).toEqual(shown(once));
      const [request] = shown(once)[0]?.requests ?? [];
      expect(request).toMatchObject({ category: 'ARCHIVE', stale: false, facts: [{ regime: 'VCDR' }] });
      expect(request?.acts.map(({ kind }) => kind)).not.toContain('RELEASE');
      expect(printVerdict(once)).toMatch(/^FAILS {2}inviolable-things-stay-closed[\s\S]*-> allow \[/);
    },
    LONG,
  );

  it(
    'says so when the engine does not show what the solver found',
    async () => {
      const verdict = await provedWithout(['VCDR-24'], false);

      expect(shown(verdict)).toMatchObject([{ confirmed: false }]);
      expect(printVerdict(verdict)).toContain('NOT CONFIRMED');
    },
    LONG,
  );

  it(
    'is not met by what nothing can meet',
    async () => {
      const solver = await openSolver();
      solvers.push(solver);
      const law = tellLaw(solver, definitionsOf(loadPolicies().map(formalRule)));
      const live = { engine: createPolicyEngine(), policies: POLICIES };
      const impossible = all(word('kind', 'POLICE'), word('role', 'RECEIVING_STATE_MFA'), OPEN);
      const verdict = await prove(law, live, {
        ...EXECUTION_APART,
        kind: 'some',
        needs: [
          { name: 'a ministry reads', meets: all(word('role', 'RECEIVING_STATE_MFA'), OPEN) },
          { name: 'police that are a ministry', meets: impossible },
        ],
      });

      expect(shown(verdict)).toEqual([{ part: 'police that are a ministry', confirmed: undefined, requests: [] }]);
    },
    LONG,
  );
});
