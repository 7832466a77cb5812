import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readRule } from '../../compile/read-rule.js';
import { createPolicyEngine } from '../../engine.js';
import { decideCase } from '../../testkit/case-file.js';
import { seededSource } from '../../testkit/random.js';
import { anyRequest } from '../../testkit/varied-case.js';
import { readAtom } from '../atoms.js';
import { evaluate } from '../formula.js';
import { replay, situationOf } from '../replay.js';
import { openSolver, type Solver } from '../solver.js';
import { definitionsOf } from '../translate.js';
import { compareLaws, type Law, type LawDiff } from './compare.js';
import { alternativesText, rowFormula } from './cubes.js';
import { printDiff } from './print-diff.js';
import { readLaw } from './read-law.js';

const LONG = 120_000;
const CHECKOUT = fileURLToPath(new URL('../../../../../', import.meta.url));
const LAW = fileURLToPath(new URL('../../../law', import.meta.url));
const law = readLaw(CHECKOUT, LAW, CHECKOUT);

/** The law with one text changed. */
function changed(id: string, change: (text: string) => string): Law {
  const rule = law.get(id);
  if (rule === undefined) throw new RangeError(`no rule \`${id}\``);
  const text = change(rule.text);
  expect(text).not.toBe(rule.text);
  return new Map([...law, [id, { ...readRule(`x/${id}.cedar`, text), text }]]);
}

function without(id: string): Law {
  return new Map([...law].filter(([each]) => each !== id));
}

const forMore = (text: string): string =>
  text.replace(
    'context.purpose == Purpose::"EVACUATION" ||',
    'context.purpose == Purpose::"EVACUATION" || context.purpose == Purpose::"INCIDENT_RESPONSE" ||',
  );

const told = ({ cases }: LawDiff) =>
  cases.map(({ direction, rule, rows }) => ({
    direction,
    rule,
    rows: rows.map((row) => Object.fromEntries([...row].map(([column, said]) => [column, alternativesText(said)]))),
  }));

describe('what a change of the law opens and closes', () => {
  // One for each comparison: what one was told of two laws another must not know.
  const solvers: Solver[] = [];
  const compare = async (before: Law, after: Law): Promise<LawDiff> => {
    const solver = await openSolver();
    solvers.push(solver);
    return compareLaws(solver, before, after);
  };
  let wider: LawDiff;
  const more = changed('VCDR-44', forMore);

  beforeAll(async () => {
    wider = await compare(law, more);
  }, LONG);
  afterAll(async () => {
    for (const each of solvers) await each.close();
  });

  it('is one line where one purpose is added', () => {
    expect(told(wider)).toEqual([
      {
        direction: 'opens',
        rule: 'VCDR-44',
        rows: [
          {
            category: 'EVACUEE',
            regime: 'VCDR',
            role: 'RECEIVING_STATE_BORDER | RECEIVING_STATE_LEA | RECEIVING_STATE_MFA | TRANSIT_STATE',
            purpose: 'INCIDENT_RESPONSE',
          },
        ],
      },
    ]);
    expect(wider).toMatchObject({ changed: ['VCDR-44'], added: [], removed: [], reworded: [], idle: [] });
    expect(printDiff(wider)).toContain('nothing else opens, closes or is owed otherwise: proved of every question');
  });

  it(
    'closes, the other way round, what it opens',
    async () => {
      const narrower = await compare(more, law);
      const turned = told(wider).map((each) => ({ ...each, direction: 'closes' }));
      expect(told(narrower)).toEqual(turned);
    },
    LONG,
  );

  it('is shown by a question that the live engine answers as the unchanged law does', () => {
    const [shown] = wider.cases;
    if (shown === undefined) throw new RangeError('nothing opened');
    const { request, differences } = replay(shown.example);
    expect(differences).toEqual([]);
    expect(decideCase(createPolicyEngine(), request)).toMatchObject({ effect: 'withhold', code: 'BASIS_MISSING' });
  });

  it(
    'covers every question of many whose outcome differs',
    async () => {
      const withoutBar = without('VCDR-24');
      const diff = await compare(law, withoutBar);
      const rows = diff.cases.flatMap((each) => each.rows);
      const definitions = new Map(
        [...definitionsOf([...law.values()], 'old '), ...definitionsOf([...withoutBar.values()], 'new ')].map(
          (each) => [each.name, each.formula],
        ),
      );
      const random = seededSource(44);
      let differing = 0;
      for (let index = 0; index < 3000; index += 1) {
        const request = anyRequest(random, index);
        if (!request.subject.agency.startsWith(`${request.subject.represents}.`)) continue;
        const situation = situationOf({ ...request, category: index % 3 === 0 ? 'ARCHIVE' : request.category });
        const holds = (name: string): boolean => {
          const formula = definitions.get(name);
          return readAtom(name, situation) ?? (formula !== undefined && evaluate(formula, holds));
        };
        if (holds('old open') === holds('new open')) continue;
        differing += 1;
        expect(rows.some((row) => evaluate(rowFormula(row), holds))).toBe(true);
      }
      expect(differing).toBeGreaterThan(5);
      expect(diff.removed).toEqual(['VCDR-24']);
    },
    LONG,
  );

  it(
    'is nothing where words alone change, and says so of a rule on which no outcome turns',
    async () => {
      const reworded = await compare(
        law,
        changed('VCDR-44', (text) => `// Another comment.\n${text}`),
      );
      expect(reworded).toMatchObject({ reworded: ['VCDR-44'], changed: [], cases: [] });

      const doubled = new Map([...law]);
      const twin = law.get('VCDR-44');
      if (twin !== undefined) doubled.set('VCDR-44T', { ...twin, id: 'VCDR-44T' });
      expect(await compare(law, doubled)).toMatchObject({ added: ['VCDR-44T'], idle: ['VCDR-44T'], cases: [] });
    },
    LONG,
  );

  it(
    'is what is owed too',
    async () => {
      const owed = await compare(law, without('HOST-7'));
      expect(told(owed).map(({ direction, rule }) => ({ direction, rule }))).toEqual([
        { direction: 'no longer owes', rule: 'HOST-7' },
      ]);
    },
    LONG,
  );
});

describe('the law to be compared', () => {
  it('is read from a folder, from a checkout and from a revision, wherever it lay then', () => {
    const folder = mkdtempSync(join(tmpdir(), 'chancery-law-'));
    try {
      const text = readFileSync(join(LAW, 'vcdr-1961/VCDR-24.cedar'), 'utf8');
      cpSync(join(LAW, 'vcdr-1961'), join(folder, 'packages/policy/policies/vcdr-1961'), { recursive: true });
      const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { stdio: 'ignore' });
      git('init', '-q');
      git('add', '.');
      git('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '-qm', 'a');
      writeFileSync(join(folder, 'packages/policy/policies/vcdr-1961/VCDR-24.cedar'), `// Later.\n${text}`);

      expect(readLaw(folder, 'HEAD', folder).get('VCDR-24')?.text).toBe(text);
      expect(readLaw(folder, folder, folder).get('VCDR-24')?.text).toBe(`// Later.\n${text}`);
      expect(readLaw(folder, 'packages/policy/policies', folder).get('VCDR-24')?.text).toBe(`// Later.\n${text}`);
      expect(() => readLaw(folder, '--output=x', folder)).toThrow('`--output=x` is neither a folder nor a revision');
      expect(() => readLaw(folder, '.git', folder)).toThrow('`.git` holds no rule');
      symlinkSync('loop', join(folder, 'loop'));
      expect(() => readLaw(folder, 'loop', folder)).toThrow('`loop` is neither a folder nor a revision');
      mkdirSync(join(folder, 'odd', 'a.cedar'), { recursive: true });
      expect(() => readLaw(folder, 'odd', folder)).toThrow(
        expect.objectContaining({ code: 'INPUT_INVALID', message: expect.stringContaining('`odd` cannot be read') }),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
