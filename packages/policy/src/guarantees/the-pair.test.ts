import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import type { Category } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { createPolicyEngine } from '../engine.js';
import { actOf, factOf, forCategories, MINUTE, NOON, profileOf } from '../testkit/scenario.js';

const EMBASSY = 'Q875787';
const CONSULATE = 'Q470042';
const HONORARY = 'Q80685174';
const facts = [
  factOf(EMBASSY),
  factOf(CONSULATE, { regime: 'VCCR' }),
  factOf(HONORARY, { sending: 'ZAF', regime: 'VCCR_HONORARY' }),
];
const owners: Readonly<Record<string, string>> = { [HONORARY]: 'ZAF.foreign-ministry' };
const fireService = profileOf('DEU.fire-service', 'EMERGENCY_SERVICE', 'PROTECT_LIFE');
const engine = createPolicyEngine();

const fireAt = (mission: string): Act =>
  actOf('DISASTER', 'EMERGENCY_SERVICE', [mission], {
    id: 'act_fire',
    by: { represents: 'DEU', office: 'EMERGENCY_SERVICE' },
  });

/** Every mission burns; `others` are further acts. */
function asked(mission: string, category: Category, ...others: Act[]) {
  const view = viewOf(sealSnapshot({ number: 1, facts, acts: [fireAt(mission), ...others] }), false);
  const owner = owners[mission] ?? 'USA.diplomatic-security';
  const handling = parseHandling(`l=-;rel=*;nat=*;pur=*;own=${owner};m=${mission};t=exclusiveUse`);
  const { effect, code, citations, obligations } = engine.decide(
    fireService,
    category,
    handling,
    'read',
    view,
    NOON + MINUTE,
  );
  return { effect, code, rules: citations.map(({ rule }) => rule), obligations: obligations.map(({ kind }) => kind) };
}

const refusal = actOf('CONSENT_REFUSAL', 'HEAD_OF_POST', [CONSULATE]);
const consent = forCategories(actOf('CONSENT', 'HEAD_OF_MISSION', [EMBASSY]), ['PREMISES_RESCUE']);

describe('fire at two posts of one State in one receiving State', () => {
  it('withholds the floor plan of the embassy: its Convention presumes no consent', () => {
    expect(asked(EMBASSY, 'PREMISES_RESCUE')).toEqual({
      effect: 'withhold',
      code: 'INVIOLABILITY',
      rules: ['VCDR-22-1'],
      obligations: [],
    });
  });

  it('opens the floor plan of the consulate general, and has the post told', () => {
    expect(asked(CONSULATE, 'PREMISES_RESCUE')).toEqual({
      effect: 'allow',
      code: null,
      rules: ['VCCR-31-2D'],
      obligations: ['NOTIFY_POST'],
    });
  });

  it('withholds it again when the head of post expressly refuses', () => {
    expect(asked(CONSULATE, 'PREMISES_RESCUE', refusal)).toEqual({
      effect: 'withhold',
      code: 'INVIOLABILITY',
      rules: ['VCCR-31-2'],
      obligations: [],
    });
  });

  it('opens the floor plan of the embassy when the head of mission consents', () => {
    expect(asked(EMBASSY, 'PREMISES_RESCUE', consent)).toMatchObject({ effect: 'allow', rules: ['CHY-ACT'] });
  });

  it.each([
    [EMBASSY, []],
    [CONSULATE, []],
    [CONSULATE, [refusal]],
    [EMBASSY, [consent]],
  ])('withholds the interior plan of %s in all four', (mission, acts) => {
    expect(asked(mission, 'PREMISES_INTERIOR', ...acts)).toMatchObject({ effect: 'withhold', code: 'INVIOLABILITY' });
  });

  it('rests rescue at an honorary consulate on the duty to protect, and never cites article 31 there', () => {
    expect(asked(HONORARY, 'PREMISES_RESCUE')).toMatchObject({ effect: 'allow', rules: ['VCCR-59'] });
    expect(asked(HONORARY, 'PREMISES_INTERIOR')).toMatchObject({ effect: 'withhold', rules: ['CHY-DENY'] });
  });

  it('keeps the archives of each post shut, by the article of its own treaty', () => {
    expect(asked(EMBASSY, 'ARCHIVE').rules).toEqual(['VCDR-24']);
    expect(asked(CONSULATE, 'ARCHIVE').rules).toEqual(['VCCR-33']);
    expect(asked(HONORARY, 'ARCHIVE').rules).toEqual(['CHY-DENY']);
  });
});
