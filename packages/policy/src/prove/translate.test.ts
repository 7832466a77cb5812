import { describe, expect, it } from '@jest/globals';
import { loadPolicies } from '../compile/load-policies.js';
import { POLICIES } from '../generated/policies.js';
import { type CaseRequest, viewOfCase } from '../testkit/case-file.js';
import { seededSource } from '../testkit/random.js';
import { anyRequest } from '../testkit/varied-case.js';
import { readAtom, type Situation } from './atoms.js';
import { evaluate, type Formula } from './formula.js';
import { GUARANTEES } from './guarantees.js';
import { personTable } from './person-table.js';
import { situationsOf } from './situations.js';
import { definitionsOf, formalRule } from './translate.js';

/** CHANCERY_PROVE_QUESTIONS=10000 makes it the full run. */
const QUESTIONS = Number(process.env.CHANCERY_PROVE_QUESTIONS ?? 2000);
const SEED = Number(process.env.CHANCERY_PROVE_SEED ?? 1963);

const definitions = new Map(definitionsOf(loadPolicies().map(formalRule)).map(({ name, formula }) => [name, formula]));

function holdsIn(situation: Situation): (formula: Formula) => boolean {
  const holds = (name: string): boolean => {
    const read = readAtom(name, situation);
    if (read !== undefined) return read;
    const formula = definitions.get(name);
    if (formula === undefined) throw new RangeError(`no atom \`${name}\``);
    return evaluate(formula, holds);
  };
  return (formula) => evaluate(formula, holds);
}

function situationsOfRequest(request: CaseRequest): readonly Situation[] {
  const { subject, purpose, caseId, category, handling, now } = request;
  const view = viewOfCase(request);
  return situationsOf({ subject, purpose, caseId }, category, handling, view, Date.parse(now));
}

/** Requests of subjects as a trust agreement admits them: an agency of the State or organisation that it acts for. */
function* requests(): Generator<CaseRequest> {
  const random = seededSource(SEED);
  for (let index = 0; index < QUESTIONS; index += 1) {
    const request = anyRequest(random, index);
    if (request.subject.agency.startsWith(`${request.subject.represents}.`)) yield request;
  }
}

describe('the law as formulas', () => {
  it('says of every question, rule by rule, what the compiled engine says', () => {
    let asked = 0;
    for (const request of requests()) {
      for (const situation of situationsOfRequest(request)) {
        asked += 1;
        const holds = holdsIn(situation);
        const live = POLICIES.filter(({ categories, holds: holdsOf }) => {
          return categories.includes(situation.category) && holdsOf(situation.input);
        });
        const told = POLICIES.filter(({ id }) => holds({ op: 'atom', name: `rule ${id}` }));
        const bars = live.filter(({ effect }) => effect === 'forbid');
        const permits = live.filter(({ effect }) => effect === 'permit');

        expect(told.map(({ id }) => id)).toEqual(live.map(({ id }) => id));
        expect(holds({ op: 'atom', name: 'open' })).toBe(bars.length === 0 && permits.length > 0);
      }
    }
    expect(asked).toBeGreaterThan(QUESTIONS / 2);
  });
});

describe('what the facts layer guarantees', () => {
  it('holds of every question that it asks', () => {
    const guarantees = [
      ...GUARANTEES,
      ...personTable().map((formula) => ({ says: 'the matrix of the treaties', formula })),
    ];
    for (const request of requests()) {
      for (const situation of situationsOfRequest(request)) {
        const holds = holdsIn(situation);
        const broken = guarantees.filter(({ formula }) => !holds(formula)).map(({ says }) => says);
        if (broken.length > 0) throw new Error(`${broken.join(', ')}: ${JSON.stringify(request)}`);
      }
    }
  });
});
