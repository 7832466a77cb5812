import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { demoLaw, EMBASSY } from '@chancery/shared/subgraph/testkit/demo-law';
import { NOW, profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import type { Category, Coordinate } from '@chancery/shared/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicyEngine } from '../engine.js';
import { POLICIES } from '../generated/policies.js';
import { engineOfLaw } from '../prove/diff/engine-of-law.js';
import { type Comparison, type PastCompared, PastComparison, type PastRequest } from './compare-past.js';
import { EFFECTS } from './decide-again.js';
import { printPast } from './print-past.js';

const CHECKOUT = fileURLToPath(new URL('../../../../', import.meta.url));
const LAW = fileURLToPath(new URL('../../law', import.meta.url));
const own = createPolicyEngine();
const snapshot = sealSnapshot({ number: 1, ...demoLaw() });
const FIELDS: Readonly<Record<string, Category>> = {
  'Mission.city': 'PUBLIC_FACT',
  'Premises.floorPlan': 'PREMISES_RESCUE',
  'Premises.hazards': 'PREMISES_RESCUE',
};
const fieldOf: Comparison['fieldOf'] = (coordinate) => {
  const category = FIELDS[coordinate];
  return category === undefined ? undefined : { category, floor: 0 };
};
const RECORD = parseHandling(`l=USA:0;rel=*;nat=*;pur=*;own=USA.foreign-ministry;m=${EMBASSY}`);
const PUBLIC = parseHandling(`l=-;rel=*;nat=*;pur=*;own=CHANCERY.register;m=${EMBASSY}`);
const LETTERS = Object.entries(EFFECTS);

/** What an entry would have: each coordinate as this law decides it. */
function requestOf(persona: string, receipt: string, coordinates: readonly string[]): PastRequest {
  const circumstances = { profile: profileOf(persona), snapshot, now: NOW };
  const lines = coordinates.map((coordinate) => {
    const category = FIELDS[coordinate] ?? 'EXISTENCE';
    const handling = category === 'PUBLIC_FACT' ? PUBLIC : RECORD;
    const narrowed = handlingAt(handling, coordinate as Coordinate, category, 0);
    const decided = own.decide(circumstances.profile, category, narrowed, 'read', viewOf(snapshot, false), NOW);
    const [decision = 'I'] = LETTERS.find(([, effect]) => effect === decided.effect) ?? [];
    return {
      coordinate,
      handling,
      count: 3,
      decision,
      rules: decided.citations.map(({ rule }) => rule),
      acts: decided.acts,
    };
  });
  return { receipt, agency: circumstances.profile.subject.agency, policy: own.version, circumstances, lines };
}

const PAST = [
  requestOf('usa.diplomatic-security', 'r1', ['Mission.city', 'Premises.floorPlan']),
  requestOf('usa.diplomatic-security', 'r2', ['Premises.floorPlan', 'Premises.floorPlan']),
  requestOf('gbr.foreign-ministry', 'r3', ['Mission.city', 'Premises.floorPlan']),
];

function compare(changes: Partial<Comparison>, past: readonly PastRequest[] = PAST): PastCompared {
  const comparison = new PastComparison({
    ...{ present: { engine: own, version: own.version }, other: own, instead: null, fieldOf },
    ...changes,
  });
  for (const each of past) comparison.add(each);
  return comparison.result();
}

const MORE = `@id("CHY-MORE")
@instrument("CHANCERY")
@article("CHY-MORE")
@title("More for foreign ministries")
@summary("A rule that no law has.")
@inForce("2026-01-01")
@tell("caller")
@checked("true")
permit (principal, action == Action::"PREMISES_RESCUE", resource)
when { principal.kind == AgencyKind::"FOREIGN_MINISTRY" };
`;

describe('the past under another law', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'law-'));
    cpSync(LAW, folder, { recursive: true });
    rmSync(join(folder, 'chancery/CHY-OWN.cedar'));
    // The bar of VCDR 22(1) would hold whatever permits.
    rmSync(join(folder, 'vcdr-1961/VCDR-22-1.cedar'));
    writeFileSync(join(folder, 'chancery/CHY-MORE.cedar'), MORE);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is the same under the same law, of a folder too', () => {
    const same = engineOfLaw(CHECKOUT, LAW, CHECKOUT);
    expect(same.version).toBe(own.version);
    const result = compare({ other: same.engine });
    expect(result).toMatchObject({ requests: 3, lines: 6, notPossible: 0, otherwise: 0, differences: [] });
    expect(printPast(result)).toContain('nothing of it would have been decided otherwise');
  });

  it('says what a rule less closes and a rule more opens, by agency, field and rules', () => {
    const other = engineOfLaw(CHECKOUT, folder, CHECKOUT);
    expect(other.version).not.toBe(own.version);
    const { differences } = compare({ other: other.engine });

    expect(differences).toEqual([
      {
        turn: 'OPENS',
        agency: 'GBR.foreign-ministry',
        coordinate: 'Premises.floorPlan',
        before: ['CHY-DENY'],
        after: ['CHY-MORE'],
        requests: 1,
        values: 3,
        example: 'r3',
      },
      {
        turn: 'CLOSES',
        agency: 'USA.diplomatic-security',
        coordinate: 'Premises.floorPlan',
        before: expect.arrayContaining(['CHY-OWN']),
        after: ['CHY-DENY'],
        requests: 2,
        values: 9,
        example: 'r1',
      },
    ]);
    expect(printPast(compare({ other: other.engine }))).toContain('GBR.foreign-ministry  Premises.floorPlan');
  });

  it('says what other facts close: relations that are no more', () => {
    const instead = { snapshot: sealSnapshot({ number: 2, facts: [], acts: [] }), now: NOW };
    const turns = compare({ instead }).differences.map(({ turn, agency, coordinate }) => [turn, agency, coordinate]);
    expect(turns).toContainEqual(['CLOSES', 'USA.diplomatic-security', 'Premises.floorPlan']);
    expect(turns.filter(([, , coordinate]) => coordinate === 'Mission.city')).toEqual([]);
  });

  it('tells apart what may have opened: where the profile alone closed, no record was read', () => {
    const [request] = PAST;
    const pruned = { coordinate: 'Premises.floorPlan', handling: null, count: 1, decision: 'W', acts: [] };
    const profile = profileOf('ury.observer');
    const circumstances = { profile, snapshot, now: NOW };
    expect(own.couldOpen(profile, 'PREMISES_RESCUE')).toBe(false);
    const rules = own.staticDenial(profile, 'PREMISES_RESCUE').citations.map(({ rule }) => rule);
    const asked = { ...request, receipt: 'r4', agency: 'URY.observer', policy: own.version, circumstances };
    const other = createPolicyEngine({ policies: POLICIES.filter(({ id }) => !rules.includes(id)) });
    const { differences } = compare({ other }, [{ ...asked, lines: [{ ...pruned, rules }] }]);
    expect(differences).toMatchObject([{ turn: 'MAY_OPEN', coordinate: 'Premises.floorPlan', after: [] }]);
  });

  it('counts what cannot be decided again, and what stands otherwise than its rules decide', () => {
    const [first, second, third] = PAST;
    if (first === undefined || second === undefined || third === undefined) throw new RangeError('no past');
    const [line] = third.lines;
    if (line === undefined) throw new RangeError('no line');
    const result = compare({}, [
      { ...first, circumstances: null },
      { ...second, lines: second.lines.map((each) => ({ ...each, coordinate: 'Gone.field' })) },
      {
        ...third,
        lines: [
          { ...line, decision: 'W', rules: ['VCDR-22-1'] },
          { ...line, decision: 'I' },
        ],
      },
    ]);
    expect(result).toMatchObject({ lines: 6, notPossible: 4, otherwise: 1, internal: 1 });
    expect(result.differences).toMatchObject([{ turn: 'OPENS', before: ['VCDR-22-1'], coordinate: 'Mission.city' }]);
  });
});
