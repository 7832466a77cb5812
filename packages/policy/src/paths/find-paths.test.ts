import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act, Fact } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category } from '@chancery/shared/vocabulary';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evaluateCompiled } from '../compiled/evaluate.js';
import { createRuleTable } from '../compiled/rule-table.js';
import { POLICIES } from '../generated/policies.js';
import { type CaseRequest, viewOfCase } from '../testkit/case-file.js';
import { seededSource } from '../testkit/random.js';
import { randomRequest } from '../testkit/random-request.js';
import { actOf, factOf, MINUTE, NOON, profileOf } from '../testkit/scenario.js';
import type { AskedValue, SupposedStep } from './asked-value.js';
import { bearingView } from './bearing-acts.js';
import { decides, findPaths, leastSets, type PathSearch, vocabularyOf } from './find-paths.js';
import { joinGrantors } from './join-grantors.js';
import type { PathToYes } from './path.js';

const rules = { table: createRuleTable(POLICIES), evaluate: evaluateCompiled };
const search: PathSearch = {
  rules,
  limits: { pathsMax: 100_000, decisionsMax: 20_000 },
  assigned: ['PROTECT_LIFE', 'THREAT_PREVENTION'],
};

function askedOf(request: CaseRequest): AskedValue {
  const given = { ...request, stale: false };
  const { subject, purpose, caseId, category, handling, now } = given;
  const parsed = parseHandling(handling);
  const view = bearingView(viewOfCase(given), parsed.record);
  return { profile: { subject, purpose, caseId }, category, handling: parsed, view, now: Date.parse(now) };
}

type Set = readonly SupposedStep[];

/** A value of a record, and what could be otherwise about it is little. */
const asked = (
  profile: Profile,
  category: Category,
  handling: string,
  facts: readonly Fact[],
  acts: readonly Act[] = [],
): AskedValue => ({
  profile,
  category,
  handling: parseHandling(handling),
  view: bearingView(viewOf(sealSnapshot({ number: 1, facts, acts }), false), parseHandling(handling).record),
  now: NOON + MINUTE,
});

const CONSULATE = factOf('Q1', { regime: 'VCCR' });
const FIRE = profileOf('DEU.fire-service', 'EMERGENCY_SERVICE', 'PROTECT_LIFE');
const OWN = 'l=-;rel=*;nat=*;pur=*;own=USA.diplomatic-security;m=Q1;t=exclusiveUse';
const refusal = actOf('CONSENT_REFUSAL', 'HEAD_OF_POST', ['Q1']);

/** Who asks for what, and some of the paths that there must be. */
const SMALL: readonly (readonly [string, AskedValue, readonly string[]])[] = [
  [
    'a floor plan of a consulate in a fire opens by the disaster alone',
    asked(FIRE, 'PREMISES_RESCUE', OWN, [CONSULATE]),
    ['DISASTER of DEU', 'DISASTER of USA', 'RELEASE of USA'],
  ],
  [
    'a disaster opens nothing against a refusal, which its own State takes back',
    asked(FIRE, 'PREMISES_RESCUE', OWN, [CONSULATE], [refusal]),
    ['DISASTER of DEU + REVOCATION of USA'],
  ],
  [
    'an embassy is opened by no disaster',
    asked(FIRE, 'PREMISES_RESCUE', OWN, [factOf('Q1')]),
    ['CONSENT of USA', 'RELEASE of USA'],
  ],
  [
    'an address opens for the purpose that the receiving State protects for',
    asked(profileOf('DEU.police', 'POLICE', 'CRIMINAL_INVESTIGATION'), 'PREMISES_PERIMETER', OWN, [CONSULATE]),
    ['THREAT_PREVENTION'],
  ],
  [
    'a report under control of its originator and a release set asks for both acts',
    asked(
      profileOf('DEU.foreign-ministry', 'FOREIGN_MINISTRY', 'THREAT_PREVENTION'),
      'THREAT',
      'l=USA:0;rel=GBR+USA;nat=*;pur=*;oc=USA.intelligence:ORCON;own=USA.intelligence;m=Q1',
      [factOf('Q1')],
    ),
    ['ORIGINATOR_CONSENT of USA + RELEASE of USA'],
  ],
];

function inWords(step: PathToYes[number]): string {
  switch (step.step) {
    case 'ACT':
      return `${step.act} of ${step.by.represents}`;
    case 'REVOCATION':
      return `REVOCATION of ${step.by.represents}`;
    case 'PURPOSE':
      return step.purpose;
    case 'AGENCY_KIND':
      return step.kind;
    case 'CASE':
      return step.caseId;
    case 'CLEARANCE':
      return `${step.policy}:${step.rank}`;
    case 'COMPARTMENT':
      return step.compartment;
    case 'LABEL':
      return step.step;
  }
}

/** Every set of at most so many steps, with no two that stand in place of one another. */
function setsOf(asked: AskedValue, most: number): Set[] {
  const { giving, turning, oneOf } = vocabularyOf(asked, search);
  const all = [...giving, ...turning, ...oneOf.flat()];
  const exclude = (a: SupposedStep, b: SupposedStep) => oneOf.some((list) => list.includes(a) && list.includes(b));
  let sets: [Set, number][] = [[[], 0]];
  const made = [...sets];
  for (let size = 1; size <= most && sets.length > 0; size += 1) {
    sets = sets.flatMap(([set, next]) =>
      all.flatMap((step, index): [Set, number][] =>
        index < next || set.some((other) => exclude(other, step)) ? [] : [[[...set, step], index + 1]],
      ),
    );
    made.push(...sets);
  }
  return made.map(([set]) => set);
}

/** The least sets among all of at most so many steps: each is tried, the smallest first, but those that hold one that opens. */
const bruteForce = (asked: AskedValue, most: number): PathToYes[] => {
  const opening: Set[] = [];
  for (const set of setsOf(asked, most)) {
    if (opening.some((smaller) => smaller.every((step) => set.includes(step)))) continue;
    if (decides(asked, set, rules)) opening.push(set);
  }
  return leastSets(opening).map((set) => set.map(({ step }) => step));
};

/** As words, whatever the order; the offices that would do are joined alike on both sides. */
const text = (paths: readonly PathToYes[]): string[] =>
  joinGrantors(paths)
    .map((path) =>
      path
        .map((step) => JSON.stringify(step))
        .sort()
        .join(' + '),
    )
    .sort();

const upTo = (most: number, paths: readonly PathToYes[]) => paths.filter(({ length }) => length <= most);
const isClosed = (asked: AskedValue) => !decides(asked, [], rules);
const seed = fc.nat({ max: 2 ** 31 });

describe('the paths to a value', () => {
  it('of at most two steps are those that brute force finds by trying every two', () => {
    const lengths = new Set<number>();
    let compared = 0;
    fc.assert(
      fc.property(seed, (drawn) => {
        const asked = askedOf(randomRequest(seededSource(drawn)));
        if (!isClosed(asked)) return;
        const found = findPaths(asked, search);
        for (const { length } of found.paths) lengths.add(length);
        if (!found.complete) return;
        compared += 1;
        expect(text(upTo(2, found.paths))).toEqual(text(bruteForce(asked, 2)));
      }),
      { numRuns: 20, seed: 11 },
    );
    expect(compared).toBeGreaterThan(8);
    expect([...lengths].sort()).toEqual(expect.arrayContaining([1, 2]));
  });

  it.each(SMALL)(
    'are those that brute force finds among every set there is: %s',
    (_, asked, least) => {
      const found = findPaths(asked, search);
      expect(found.complete).toBe(true);
      expect(isClosed(asked)).toBe(true);
      const all = vocabularyOf(asked, search).giving.length + vocabularyOf(asked, search).turning.length + 3;
      expect(text(found.paths)).toEqual(text(bruteForce(asked, all)));
      expect(found.paths.map((path) => path.map(inWords).join(' + '))).toEqual(expect.arrayContaining([...least]));
    },
    120_000,
  );

  it('each open the value, and not without any one of their steps', () => {
    let tried = 0;
    fc.assert(
      fc.property(seed, (drawn) => {
        const asked = askedOf(randomRequest(seededSource(drawn)));
        if (!isClosed(asked)) return;
        const { giving, turning, oneOf } = vocabularyOf(asked, search);
        for (const path of findPaths(asked, search).paths.slice(0, 30)) {
          const steps = path.flatMap((step) => oneFor(step, [...giving, ...turning, ...oneOf.flat()]));
          expect(steps).toHaveLength(path.length);
          expect(decides(asked, steps, rules)).toBe(true);
          for (const lacking of steps) {
            expect(
              decides(
                asked,
                steps.filter((step) => step !== lacking),
                rules,
              ),
            ).toBe(false);
            tried += 1;
          }
        }
      }),
      { numRuns: 30, seed: 12 },
    );
    expect(tried).toBeGreaterThan(100);
  });

  it('are cut off in number and in time, and it is said that they were', () => {
    const [, asked] = SMALL[0] ?? [];
    if (asked === undefined) throw new Error('no case');
    const whole = findPaths(asked, search);
    const listed = findPaths(asked, { ...search, limits: { ...search.limits, pathsMax: 1 } });
    expect(listed).toEqual({ paths: whole.paths.slice(0, 1), complete: false });
    const rushed = findPaths(asked, { ...search, limits: { ...search.limits, decisionsMax: 3 } });
    expect(rushed.complete).toBe(false);
    for (const path of text(rushed.paths)) expect(text(whole.paths)).toContain(path);
  });
});

/** A step of the vocabulary that a step of a path names: of several offices that would do, the first. */
function oneFor(step: PathToYes[number], all: readonly SupposedStep[]): SupposedStep[] {
  const found = all.find((each) => {
    if (step.step !== 'ACT' || each.step.step !== 'ACT') return JSON.stringify(each.step) === JSON.stringify(step);
    const { by, ...what } = step;
    const { by: theirs, ...theirWhat } = each.step;
    return (
      JSON.stringify(what) === JSON.stringify(theirWhat) &&
      theirs.represents === by.represents &&
      theirs.offices.every((office) => by.offices.includes(office))
    );
  });
  return found === undefined ? [] : [found];
}
