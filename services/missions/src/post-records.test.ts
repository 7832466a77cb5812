import { CONSULATE, EMBASSY } from '@chancery/shared/subgraph/testkit/demo-law';
import { profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import type { Purpose } from '@chancery/shared/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { missions as service } from './service.js';
import { runDemoPair } from './testkit/demo-pair.js';

const STARTED_WITHIN_MS = 120_000;

type Node = Readonly<Record<string, unknown>>;

describe('records of a post', () => {
  let missions: RunningService;
  beforeAll(async () => {
    missions = await runDemoPair();
  }, STARTED_WITHIN_MS);
  afterAll(async () => missions[Symbol.asyncDispose]());

  /** What a persona sees of a kind of record of a post. */
  async function seen(persona: string, purpose: Purpose, field: string, selection: string, post = EMBASSY) {
    const document = `{ missionByWikidataId(wikidataId: "${post}") { list: ${field} { edges { node { ${selection} } } } } }`;
    const answer = await missions.client.query(profileOf(persona, purpose), document);
    expect(answer.errors).toEqual([]);
    const data = answer.data as { missionByWikidataId: { list: { edges: { node: Node }[] } } };
    return data.missionByWikidataId.list.edges.map(({ node }) => node);
  }

  it('keep what the register believed of a standing beside what it learnt: one holds, and was learnt when the other was given up', async () => {
    const fields = 'status heldFrom recordedAt supersededAt';
    const periods = await seen('usa.diplomatic-security', 'PROTECT_LIFE', 'legalStatusPeriods', fields);
    const [held, ...more] = periods.filter(({ supersededAt }) => supersededAt === null);
    const [believed] = periods.filter(({ supersededAt }) => supersededAt !== null);

    expect(more).toEqual([]);
    expect(believed?.supersededAt).toBe(held?.recordedAt);
    expect(String(believed?.heldFrom) > String(held?.heldFrom)).toBe(true);
  });

  it('are asked about as of a day, as the register knew them at a moment', async () => {
    const fields = 'heldFrom recordedAt supersededAt';
    const all = await seen('usa.diplomatic-security', 'PROTECT_LIFE', 'legalStatusPeriods', fields);
    const [believed] = all.filter(({ supersededAt }) => supersededAt !== null);
    const [held] = all.filter(({ supersededAt }) => supersededAt === null);
    const asOf = (day: unknown, moment: unknown) =>
      seen(
        'usa.diplomatic-security',
        'PROTECT_LIFE',
        `legalStatusPeriods(filter: { and: [
          { heldFrom: { lte: "${day}" } }
          { or: [{ heldUntil: { isNull: true } }, { heldUntil: { gt: "${day}" } }] }
          { recordedAt: { lte: "${moment}" } }
          { or: [{ supersededAt: { isNull: true } }, { supersededAt: { gt: "${moment}" } }] }
        ] })`,
        fields,
      );
    const long = '2026-09-20';

    expect(await asOf(long, '2026-09-20T00:00:00Z')).toEqual([held]);
    expect(await asOf(believed?.heldFrom, believed?.recordedAt)).toEqual([believed]);
    // Then nobody knew yet that it had begun so early.
    expect(await asOf(held?.heldFrom, believed?.recordedAt)).toEqual([]);
    expect(await asOf(held?.heldFrom, held?.recordedAt)).toEqual([held]);
  });

  it('say of consular premises whether they serve the post alone, and on what article their inviolability rests', async () => {
    const areas = await seen(
      'usa.diplomatic-security',
      'PROTECT_LIFE',
      'areas',
      'exclusiveUse inviolabilityBasis',
      CONSULATE,
    );

    expect(areas.length).toBeGreaterThan(0);
    for (const area of areas) expect(area).toMatchObject({ exclusiveUse: true, inviolabilityBasis: 'VCCR_31' });
  });

  it('tell the ministry of the host who is on the list and as what, and neither how to reach nor where to find anybody (VCDR 10)', async () => {
    const fields = 'office immunityCategory nationality arrivedOn contact liveLocation fiscalStatus';
    const holders = await seen('deu.foreign-ministry', 'PROTOCOL_NOTIFICATION', 'postHolders', fields);

    expect(holders.map(({ office }) => office).sort()).toEqual([
      'ADMINISTRATIVE_OFFICER',
      'HEAD_OF_MISSION',
      'LOCAL_GUARD',
      'REGIONAL_SECURITY_OFFICER',
    ]);
    for (const holder of holders) {
      expect(holder.immunityCategory).not.toBeNull();
      expect(holder).toMatchObject({ contact: null, liveLocation: null, fiscalStatus: null });
    }
    const families = await seen('deu.foreign-ministry', 'PROTOCOL_NOTIFICATION', 'familyMembers', 'members joinedAt');
    expect(families).toHaveLength(2);
  });

  it('tell the police of the host nobody of the list', async () => {
    for (const purpose of ['CRIMINAL_INVESTIGATION', 'THREAT_PREVENTION'] as const) {
      const holders = await seen('deu.police', purpose, 'postHolders', 'office immunityCategory');
      expect(holders).toEqual([]);
    }
  });

  it('keep the category and days from which immunity follows, as they were known then and later', async () => {
    const fields = 'category validFrom recordedAt supersededAt postHolder { reference }';
    const all = await seen('usa.diplomatic-security', 'PROTECT_LIFE', 'immunityStatuses', fields);
    const ofHead = all.filter(({ postHolder }) => (postHolder as Node).reference === `HOM-${EMBASSY}`);

    expect(ofHead).toHaveLength(2);
    expect(ofHead.filter(({ supersededAt }) => supersededAt === null)).toHaveLength(1);
  });

  it('have no name of a person, and no template of a body', async () => {
    const { sdl } = await service.schema();
    const fieldsOf = (name: string): string[] => {
      const [, body = ''] = new RegExp(`\\ntype ${name} [^{]*\\{\\n([\\s\\S]*?)\\n\\}`).exec(sdl) ?? [];
      return [...body.matchAll(/^ {2}(\w+)[(:]/gm)].map(([, field = '']) => field);
    };
    expect(fieldsOf('PostHolder')).toContain('office');
    for (const type of ['PostHolder', 'FamilyMember', 'ImmunityStatus', 'Visitor', 'Credential', 'TrainingRecord']) {
      expect(fieldsOf(type).filter((field) => /name|birth|photo|picture/i.test(field))).toEqual([]);
    }
    expect(fieldsOf('BiometricEnrollment').sort()).toEqual(
      [
        'id',
        'handling',
        'concurrencyToken',
        'synthetic',
        'reference',
        'subjectRef',
        'modality',
        'legalBasis',
        'retentionUntil',
        'mission',
      ].sort(),
    );
  });

  it('hide from everybody but who made it that a biometric was enrolled', async () => {
    const document = '{ biometricEnrollments { totalCount edges { node { modality } } } }';
    const own = await missions.client.query(profileOf('usa.diplomatic-security'), document);
    expect(own.data).toMatchObject({ biometricEnrollments: { totalCount: 2 } });

    for (const persona of [
      'deu.police',
      'deu.foreign-ministry',
      'gbr.foreign-ministry',
      'un.security',
      'ury.observer',
    ]) {
      const other = await missions.client.query(profileOf(persona), document);
      expect(other.data).toEqual({ biometricEnrollments: expect.objectContaining({ edges: [] }) });
    }
  });

  it('let the host know that there is an emergency action plan, and read none of its tripwires', async () => {
    const document = '{ emergencyActionPlans { edges { node { id scenario tripwires } } } }';
    const own = await missions.client.query(profileOf('usa.diplomatic-security'), document);
    const host = await missions.client.query(profileOf('deu.foreign-ministry', 'THREAT_PREVENTION'), document);
    const partner = await missions.client.query(profileOf('gbr.foreign-ministry'), document);
    const plansOf = (answer: typeof own): Node[] =>
      (answer.data as { emergencyActionPlans: { edges: { node: Node }[] } }).emergencyActionPlans.edges.map(
        ({ node }) => node,
      );

    expect(plansOf(own).every(({ tripwires }) => Array.isArray(tripwires) && tripwires.length > 0)).toBe(true);
    expect(plansOf(host)).toHaveLength(plansOf(own).length);
    for (const plan of plansOf(host)) expect(plan).toMatchObject({ scenario: null, tripwires: null });
    expect(plansOf(partner)).toEqual([]);
  });

  it('show where people gather to the post alone, and the ways out to nobody else', async () => {
    const fields = 'assemblyPoints routes';
    const [own] = await seen('usa.diplomatic-security', 'EVACUATION', 'evacuationPlans', fields);
    expect(own).toMatchObject({ assemblyPoints: expect.any(Array), routes: expect.any(Array) });

    const host = await missions.client.query(
      profileOf('deu.police'),
      '{ evacuationPlans { edges { node { assemblyPoints routes } } } }',
    );
    const plans = (host.data as { evacuationPlans: { edges: { node: Node }[] } }).evacuationPlans.edges;
    for (const { node } of plans) expect(node).toMatchObject({ assemblyPoints: null, routes: null });
  });
});
