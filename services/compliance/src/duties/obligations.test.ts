import { profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import type { Profile } from '@chancery/shared/subjects/subject';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assumed, DUTIES_START_WITHIN_MS, type DutyRow, held, RunningDuties } from '../testkit/running-duties.js';
import { DutyClock } from './duty-clock.js';

const HOUR_S = 3_600;

describe('obligations', () => {
  let duties: RunningDuties;
  beforeAll(async () => {
    duties = await RunningDuties.open();
  }, DUTIES_START_WITHIN_MS);
  afterAll(async () => duties[Symbol.asyncDispose]());

  const fire = profileOf('deu.fire-service');
  const police = profileOf('deu.police');
  const security = profileOf('usa.diplomatic-security');
  const ministry = profileOf('deu.foreign-ministry');
  const partner = profileOf('gbr.foreign-ministry');
  const oversight = profileOf('usa.inspectorate');

  it('are overdue the moment their time has passed, whether or not anybody looked, and are told of once by however many clocks', async () => {
    await duties.begin();
    await duties.project(
      duties.entries([
        [assumed(), 0],
        [held({ rule: 'IPP-6-1', owed: [['NOTIFY_SENDING_STATE', 86_400]] }), 0],
      ]),
    );
    const clocks = [1, 2, 3].map(
      () =>
        new DutyClock({
          loaderUrl: duties.compliance.database.loaderUrl,
          clock: () => duties.now,
          log: (line) => {
            throw new Error(JSON.stringify(line));
          },
          // Only when it is told to.
          everyMs: 1_000_000,
        }),
    );
    const look = () => Promise.all(clocks.map((clock) => clock.look()));
    const ofFire = ', filter: { rule: { eq: "VCCR-31-2D" } }';
    const ofPolice = ', filter: { rule: { eq: "IPP-6-1" } }';

    let before = await duties.events();
    await look();
    expect(await duties.events()).toBe(before);
    duties.now = duties.start + 300_000;
    expect(await duties.onlyOne(fire, ofFire)).toMatchObject({ state: 'OVERDUE', overdueAt: null });
    await look();
    await look();
    expect(await duties.events()).toBe(before + 1);
    expect(await duties.onlyOne(fire, ofFire)).toMatchObject({
      state: 'OVERDUE',
      overdueAt: duties.at(300),
      dueSoonAt: null,
    });

    before = await duties.events();
    duties.now = duties.start + 16 * HOUR_S * 1_000;
    await look();
    expect(await duties.onlyOne(police, ofPolice)).toMatchObject({ state: 'PENDING', dueSoonAt: duties.at(57600) });
    duties.now = duties.start + 24 * HOUR_S * 1_000;
    await look();
    await look();
    expect(await duties.onlyOne(police, ofPolice)).toMatchObject({ state: 'OVERDUE' });
    expect(await duties.events()).toBe(before + 2);
    for (const clock of clocks) await clock[Symbol.asyncDispose]();
  });

  it('are discharged by who owes them, by something that can be found, and then stand no more', async () => {
    await duties.begin();
    await duties.project(duties.entries([[assumed(), 0]]));
    const { id, concurrencyToken } = await duties.onlyOne(fire);
    const input = { id, concurrencyToken, evidence: 'note verbale 17/2026' };

    for (const profile of [police, ministry, security]) {
      const token = (await duties.onlyOne(profile)).concurrencyToken;
      expect(
        await duties.refusalOf('dischargeObligation', { ...input, concurrencyToken: token }, profile),
      ).toMatchObject({
        code: 'WRITE_DENIED',
        rules: ['CHY-DUTY'],
      });
    }
    expect(await duties.refusalOf('dischargeObligation', input, oversight)).toMatchObject({ code: 'WRITE_DENIED' });
    expect(await duties.refusalOf('dischargeObligation', input, partner)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await duties.refusalOf('dischargeObligation', { ...input, evidence: null }, fire)).toMatchObject({
      argument: 'input.evidence',
    });
    duties.now = duties.start + 120_000;
    expect(await duties.done('dischargeObligation', input, fire)).toMatchObject({
      ...{ state: 'DONE', standing: 'DONE', doneAt: duties.at(120), doneBy: fire.subject.id },
      evidence: 'note verbale 17/2026',
    });
    expect((await duties.onlyOne(security)).evidence).toBeNull();
    const again = await duties.refusalOf(
      'dischargeObligation',
      { ...input, concurrencyToken: (await duties.onlyOne(fire)).concurrencyToken },
      fire,
    );
    expect(again).toMatchObject({ code: 'TRANSITION_INVALID' });
  });

  it('are not discharged by who has not seen the last disclosure, and arise anew from one that comes after', async () => {
    await duties.begin();
    const [first, second, third] = duties.entries([
      [assumed(), 0],
      [assumed(), 1],
      [assumed(), 2],
    ]);
    if (!first || !second || !third) throw new Error('three entries');
    await duties.project([first]);
    const { id, concurrencyToken } = await duties.onlyOne(fire);
    await duties.project([second]);
    const input = { id, concurrencyToken, evidence: 'note verbale 17/2026' };

    expect(await duties.refusalOf('dischargeObligation', input, fire)).toMatchObject({ code: 'CONFLICT' });
    await duties.done(
      'dischargeObligation',
      { ...input, concurrencyToken: (await duties.onlyOne(fire)).concurrencyToken },
      fire,
    );
    await duties.project([third]);
    const rows = await duties.seen(fire);
    expect(rows.map(({ standing, count }) => [standing, count]).sort()).toEqual([
      ['DONE', 2],
      ['OPEN', 1],
    ]);
  });

  it('are waived by the ministry of the State to which they are owed, where they are for that State alone', async () => {
    await duties.begin();
    await duties.project(
      duties.entries([
        [assumed(), 0],
        [held(), 0],
      ]),
    );
    const abroad: Profile = {
      ...ministry,
      subject: { ...ministry.subject, represents: 'USA', agency: 'USA.foreign-ministry', nationalities: ['USA'] },
    };
    const of = async (rule: string, profile = abroad): Promise<DutyRow> => {
      const { id, concurrencyToken } = await duties.onlyOne(profile, `, filter: { rule: { eq: "${rule}" } }`);
      return { id, concurrencyToken, waiver: 'note verbale 18/2026' };
    };

    expect(await duties.refusalOf('waiveObligation', await of('VCCR-36-1b'), abroad)).toMatchObject({
      code: 'WRITE_DENIED',
      rules: ['CHY-DUTY'],
    });
    const own = await of('VCCR-31-2D', ministry);
    expect(await duties.refusalOf('waiveObligation', own, ministry)).toMatchObject({
      code: 'WRITE_DENIED',
      rules: ['CHY-DUTY'],
    });
    expect(await duties.refusalOf('waiveObligation', await of('VCCR-31-2D', security), security)).toMatchObject({
      code: 'WRITE_DENIED',
    });
    expect(await duties.done('waiveObligation', await of('VCCR-31-2D'), abroad)).toMatchObject({
      state: 'WAIVED',
      waiver: 'note verbale 18/2026',
    });
  });
});
