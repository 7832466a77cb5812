import { readFileSync } from 'node:fs';
import { sha256Of } from '@chancery/shared/brands';
import { sealSnapshot } from '@chancery/shared/snapshot/parse-snapshot';
import type { Act, Fact } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category, Coordinate } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { createPolicyEngine } from '../engine.js';
import { actOf, factOf, NOON, profileOf } from '../testkit/scenario.js';
import { type ExplainRequest, explain } from './explain.js';
import { printExplanation } from './print-explanation.js';

const engine = createPolicyEngine();
const fire = profileOf('DEU.fire-service', 'EMERGENCY_SERVICE', 'PROTECT_LIFE');
const security = profileOf('USA.diplomatic-security', 'DIPLOMATIC_SECURITY', 'INCIDENT_RESPONSE');
const OPEN = 'l=-;rel=*;nat=*;pur=*';
const disaster = actOf('DISASTER', 'EMERGENCY_SERVICE', ['Q1', 'Q2'], {
  by: { represents: 'DEU', office: 'EMERGENCY_SERVICE' },
});

interface GatheredInput {
  readonly profile?: Profile;
  readonly asker?: Profile;
  readonly handling?: string;
  readonly coordinate?: Coordinate;
  readonly category?: Category;
  readonly facts?: readonly Fact[];
  readonly acts?: readonly Act[];
  readonly stale?: boolean;
}

function explained(asked: GatheredInput) {
  const profile = asked.profile ?? fire;
  const snapshot = sealSnapshot({
    number: 7,
    facts: asked.facts ?? [factOf('Q1'), factOf('Q2', { regime: 'VCCR' })],
    acts: asked.acts ?? [disaster],
  });
  const request: ExplainRequest = {
    profile,
    asker: asked.asker ?? security,
    handling: asked.handling ?? `${OPEN};own=USA.diplomatic-security;m=Q1;t=exclusiveUse`,
    coordinate: asked.coordinate ?? 'Premises.floorPlan',
    category: asked.category ?? 'PREMISES_RESCUE',
    floor: 0,
    view: viewOf(snapshot, asked.stale ?? false),
    now: NOON,
  };
  const explanation = explain(request, engine);
  return { explanation, text: printExplanation(explanation), json: JSON.stringify(explanation) };
}

describe('the floor plan in a fire', () => {
  it('of the embassy is barred by article 22(1), which the head of mission lifts or the sending State by a release', () => {
    const { explanation, text } = explained({});

    expect(explanation.outcome).toMatchObject({ effect: 'withhold', code: 'INVIOLABILITY' });
    expect(explanation.rules?.bars).toMatchObject([
      {
        rule: 'VCDR-22-1',
        article: '22(1)',
        mission: 'Q1',
        liftedBy: ['CONSENT by HEAD_OF_MISSION of USA', 'RELEASE by USA'],
      },
    ]);
    expect(explanation.missions).toMatchObject([
      {
        mission: 'Q1',
        sending: 'USA',
        receiving: 'DEU',
        regimes: ['VCDR'],
        roles: ['RECEIVING_STATE_EMERGENCY'],
        acts: [{ act: 'act_disaster@1', matched: true }],
      },
    ]);
    expect(text).toContain('VCDR 1961, article 22(1) [VCDR-22-1] Inviolability of the premises of the mission');
    expect(text).toContain('lifted by CONSENT by HEAD_OF_MISSION of USA');
    expect(explanation.rules?.permits).toEqual([]);
    expect(text).not.toContain('ALLOWED');
  });

  it('of the consulate is open by article 31(2), the bar of which is lifted, and the post is told', () => {
    const { explanation, text } = explained({
      handling: `${OPEN};own=USA.diplomatic-security;m=Q2;t=exclusiveUse`,
    });

    expect(explanation.outcome).toMatchObject({
      effect: 'allow',
      citations: [{ rule: 'VCCR-31-2D' }],
      obligations: [{ kind: 'NOTIFY_POST', dueAt: '2026-09-21T12:05:00Z' }],
      acts: ['act_disaster@1'],
      validUntil: '2026-09-21T18:00:00Z',
    });
    expect(explanation.rules?.lifted).toMatchObject([{ rule: 'VCCR-31-2' }]);
    expect(explanation.rules?.permits[0]?.when.every(({ holds }) => holds === true)).toBe(true);
    expect(text).toContain('owes NOTIFY_POST by 2026-09-21T12:05:00Z [VCCR-31-2D]');
  });

  it('says which condition of the closest permit fails', () => {
    const police = profileOf('DEU.police', 'POLICE', 'THREAT_PREVENTION');
    const { explanation } = explained({
      profile: police,
      category: 'THREAT',
      coordinate: 'Warning.body',
      facts: [factOf('Q1', { receiving: 'GBR' })],
      acts: [],
      handling: `${OPEN};own=USA.intelligence;m=Q1`,
    });
    const duty = explanation.rules?.closest.find(({ rule }) => rule === 'VCDR-22-2');

    expect(explanation.outcome.code).toBe('BASIS_MISSING');
    expect(duty?.when.filter(({ holds }) => holds === false).map(({ text }) => text)).toEqual([
      'the subject is RECEIVING_STATE_LEA or RECEIVING_STATE_MFA or RECEIVING_STATE_EMERGENCY',
    ]);
  });
});

describe('an act that does not bear on the value', () => {
  const why = (act: Act) => explained({ acts: [act] }).explanation.missions?.[0]?.acts?.[0];
  const consent = actOf('CONSENT', 'HEAD_OF_MISSION', ['Q1']);

  it.each<[string, Act]>([
    ['is for ARCHIVE', { ...consent, scope: { ...consent.scope, categories: ['ARCHIVE'] } }],
    ['is addressed to GBR: *', { ...consent, to: { represents: 'GBR', agencies: ['*'] } }],
    ['begins at 2026-09-21T13:00:00Z', { ...consent, from: '2026-09-21T13:00:00Z' }],
    ['ended at 2026-09-21T11:00:00Z', { ...consent, from: '2026-09-20T11:00:00Z', until: '2026-09-21T11:00:00Z' }],
    ['was revoked at 2026-09-21T12:00:00Z', { ...consent, revokedAt: '2026-09-21T12:00:00Z' }],
    [
      'is not one that HEAD_OF_POST of USA can give here, or no rule asks for it',
      { ...consent, by: { represents: 'USA', office: 'HEAD_OF_POST' } },
    ],
  ])('says that it %s', (reason, act) => {
    expect(why(act)).toMatchObject({ matched: false, why: reason });
    expect(why(consent)).toMatchObject({
      matched: true,
      why: 'is in force and counts as CONSENT_HEAD_OF_MISSION, CONSENT_BY_MAKER',
    });
  });

  it('is outweighed when it is a consent and a refusal stands beside it', () => {
    const { explanation } = explained({ acts: [consent, actOf('CONSENT_REFUSAL', 'HEAD_OF_MISSION', ['Q1'])] });

    expect(explanation.outcome.code).toBe('INVIOLABILITY');
    expect(explanation.missions?.[0]?.acts).toMatchObject([
      { kind: 'CONSENT', matched: false, why: 'is outweighed by an express refusal' },
      { kind: 'CONSENT_REFUSAL', matched: true },
    ]);
  });
});

describe('a label that bars', () => {
  const HANDLING = `l=USA:3;c=SI;rel=USA;nat=*;pur=*;oc=USA.intelligence:ORCON;fgi=ZMB;own=USA.intelligence;m=Q1!EXISTENCE(${OPEN})`;

  it('is told test by test, with what each asks and what the subject has', () => {
    const { explanation } = explained({ handling: HANDLING, asker: { ...fire } });
    const tests = explanation.mandatory?.tests ?? [];

    expect(explanation.outcome.code).toBe('LABEL_NOT_DOMINATED');
    expect(tests.filter(({ holds }) => holds === false).map(({ test }) => test)).toEqual([
      'RANK',
      'COMPARTMENT',
      'RELEASE',
    ]);
    expect(tests).toContainEqual({ test: 'RANK', asked: 'USA:3', has: 'nothing', holds: false });
    expect(explanation.mandatory?.bars.map(({ rule }) => rule)).toContain('IC-OC');
    expect(explanation.mandatory?.bars.find(({ rule }) => rule === 'IC-OC')?.liftedBy).toContain(
      'ORIGINATOR_CONSENT by USA',
    );
  });

  it('never names a source, open or protected', () => {
    for (const source of ['~', 'ZMB']) {
      const { text, json } = explained({ handling: HANDLING.replace('fgi=ZMB', `fgi=${source}`) });
      expect(text).not.toContain(source);
      expect(json).not.toContain(source);
    }
  });

  it('of a row that the reader may not see is told to nobody: neither mark nor mission nor act', () => {
    const { explanation, text, json } = explained({ handling: HANDLING.split('!')[0] ?? '', asker: fire });

    expect(explanation).toMatchObject({ mandatory: null, missions: null, rules: null });
    expect(explanation.outcome.citations.map(({ rule }) => rule)).toEqual(['LABEL', 'VCDR-22-1']);
    for (const mark of ['SI', 'Q1', 'USA', 'act_', 'ORCON']) {
      expect(text).not.toContain(mark);
      expect(json).not.toContain(mark);
    }
  });

  it('says nothing of the clearances of another State', () => {
    const { explanation } = explained({ handling: HANDLING, profile: security, asker: fire });

    expect(explanation.mandatory?.tests).toContainEqual({ test: 'RANK', asked: 'USA:3', has: null, holds: false });
  });
});

describe('what no fact could open', () => {
  it('is explained by the profile alone', () => {
    const inspectorate = profileOf('USA.inspectorate', 'OVERSIGHT', 'OVERSIGHT');
    const { explanation, text } = explained({ profile: inspectorate, category: 'THREAT', coordinate: 'Warning.body' });

    expect(explanation).toMatchObject({ judgedBy: 'PROFILE_ALONE', mandatory: null, missions: null });
    expect(explanation.outcome).toMatchObject({ code: 'NEED_TO_KNOW', validUntil: 'never' });
    expect(explanation.rules?.bars).toMatchObject([
      { rule: 'CHY-OVSB', when: [{ text: 'the agency is of kind OVERSIGHT', holds: true }] },
    ]);
    expect(text).not.toContain('Q1');
  });
});

describe('a stale snapshot', () => {
  const HANDLING = `${OPEN};own=USA.diplomatic-security;m=Q2;t=exclusiveUse`;

  it('is the reason where it alone closes, and is not where the last known facts close as well', () => {
    const closed = explained({ stale: true, handling: HANDLING }).explanation;
    const barred = explained({ stale: true }).explanation;

    expect(closed).toMatchObject({ judgedBy: 'UNKNOWN_FACTS', outcome: { code: 'ACTS_STALE' } });
    expect(barred).toMatchObject({ judgedBy: 'LAST_KNOWN_FACTS', outcome: { code: 'INVIOLABILITY' } });
    expect(barred.rules?.bars).toMatchObject([{ rule: 'VCDR-22-1' }]);
  });

  it('lets nobody read the acts of it', () => {
    expect(explained({ stale: true, handling: HANDLING }).json).not.toContain('act_disaster');
  });
});

describe('other rules than those that were compiled', () => {
  it('are not explained', () => {
    const request = { profile: fire, asker: fire, handling: `${OPEN};own=USA.x`, coordinate: 'A.b', floor: 0 } as const;
    const view = viewOf(sealSnapshot({ number: 1, facts: [], acts: [] }), false);
    const other = { ...engine, version: sha256Of('other') };

    expect(() => explain({ ...request, category: 'ARCHIVE', view, now: NOON }, other)).toThrow('other rules');
  });
});

describe('docs/explain.md', () => {
  it('names every option of the command', async () => {
    const { USAGE } = await import('./parse-arguments.js');
    const text = readFileSync(new URL('../../../../docs/explain.md', import.meta.url), 'utf8');
    const options = [...new Set(USAGE.match(/--[a-z-]+/g))];

    expect(options.length).toBeGreaterThan(8);
    expect(options.filter((option) => !text.includes(`\`${option}`))).toEqual([]);
  });
});
