import { withConnection } from '@chancery/shared/postgres/connect';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { EMBASSY } from '@chancery/shared/subgraph/testkit/demo-law';
import { profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Disclosed } from '../testkit/disclosing-entry.js';
import { assumed, DUTIES_START_WITHIN_MS, FIRE, held, OF_DETENTION, RunningDuties } from '../testkit/running-duties.js';

const EMERGENCY = 'act_emergency_1@1';
const HOUR_S = 3_600;
/** Longer than any machine takes to come to the table, and shorter than a test may take. */
const WAITED_MS = 25_000;

describe('what entries of the ledger oblige to', () => {
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

  it('arise from an entry once, by rule, post and act, and count what came after the first', async () => {
    await duties.begin();
    const page = duties.entries([
      [assumed(), 0],
      [assumed({ coordinate: 'Premises.hazards' }), 60],
      [assumed({ agency: 'DEU.police' }), 61],
    ]);
    await duties.project(page.slice(0, 1));
    await duties.project(page.slice(1));
    // Whoever finds the pages taken writes nothing of them again.
    await duties.project(page.slice(0, 1));
    await duties.project(page.slice(1));

    const filter = ', filter: { agency: { eq: "DEU.fire-service" } }';
    expect(await duties.onlyOne(fire, filter)).toMatchObject({
      ...{ kind: 'NOTIFY_POST', rule: 'VCCR-31-2D', term: 'WITHOUT_DELAY', state: 'PENDING', standing: 'OPEN' },
      ...{ arisenAt: duties.at(0), dueAt: duties.at(300), latestAt: null },
      ...{ debtor: 'DEU', owedTo: 'POST', creditor: 'USA', agency: 'DEU.fire-service', act: FIRE, count: 2 },
      ...{ coordinates: ['Premises.floorPlan', 'Premises.hazards'], lastAt: duties.at(60) },
      ...{ purpose: 'PROTECT_LIFE', subject: 'a:DEU.fire-service', mission: { id: expect.stringMatching(/^mis_/) } },
    });
    expect(await duties.onlyOne(police, ', filter: { agency: { eq: "DEU.police" } }')).toMatchObject({ count: 1 });
  });

  it('arise with the rows of the audit or not at all, when the projection is killed in the middle, and once when it goes on', async () => {
    await duties.begin();
    const page = duties.entries([[assumed(), 0]]);
    // The table is held, so that whoever projects the page stands in the middle of its transaction until it is killed.
    await inTransaction(duties.compliance.database.ownerUrl, async (owner) => {
      await owner.query('lock table obligation in access exclusive mode');
      const projecting = duties.project(page).catch(() => 'killed');
      await killWhoeverWaits();
      expect(await projecting).toBe('killed');
    });
    const written = async (): Promise<unknown> =>
      (
        await duties.asOwner(`select (select count(*)::int from obligation) as owed,
          (select count(*)::int from audit_entry where log_number = ${duties.log}) as told,
          (select count(*)::int from audit_read where log_id = ${duties.log}) as taken`)
      ).rows[0];
    expect(await written()).toEqual({ owed: 0, told: 0, taken: 0 });

    await Promise.all([duties.project(page), duties.project(page)]);
    expect(await written()).toEqual({ owed: 1, told: 1, taken: 1 });
  });
  /** Ends the session that waits to write what is owed, once there is one. */
  async function killWhoeverWaits(): Promise<void> {
    const { adminUrl, database } = duties.compliance.database;
    const kill = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = $1 and wait_event_type = 'Lock' and query like 'insert into obligation%'`;
    await withConnection(adminUrl, async (admin) => {
      const until = performance.now() + WAITED_MS;
      while (performance.now() < until) if ((await admin.query(kill, [database])).rows.length > 0) return;
      throw new Error('nobody waits');
    });
  }

  it('are told to who owes them, to the State to which they are owed, and to nobody else', async () => {
    await duties.begin();
    await duties.project(duties.entries([[assumed(), 0]]));

    const told = await duties.onlyOne(security);
    expect(told).toMatchObject({ kind: 'NOTIFY_POST', state: 'PENDING', debtor: 'DEU', creditor: 'USA' });
    expect(await duties.onlyOne(oversight)).toMatchObject({ kind: 'NOTIFY_POST', debtor: 'DEU' });
    // Who received what is the debtor's, and its own oversight's.
    for (const profile of [security, oversight, police, ministry]) {
      const { agency, subject, purpose, receipt, coordinates, act, count, lastAt } = await duties.onlyOne(profile);
      for (const part of [agency, subject, purpose, receipt, coordinates, act, count, lastAt]) expect(part).toBeNull();
    }
    expect(await duties.seen(partner)).toEqual([]);
    expect(await duties.seen(profileOf('che.protecting-power'))).toEqual([]);
    expect(await duties.seen(security, ', filter: { agency: { eq: "DEU.fire-service" } }')).toEqual([]);
  });

  it('are not told to the State to which they are owed where it may not know that the records exist', async () => {
    await duties.begin();
    await duties.project(
      duties.entries([[held({ handling: `${OF_DETENTION}!EXISTENCE(l=-;rel=DEU;nat=*;pur=*)` }), 0]]),
    );

    expect(await duties.seen(security)).toEqual([]);
    expect(await duties.onlyOne(police)).toMatchObject({ rule: 'VCCR-36-1b', creditor: 'USA', state: 'OVERDUE' });
  });

  it('arise for each person whom the records mark, and for each day where no act is relied on', async () => {
    await duties.begin();
    const of = (who: string): Disclosed =>
      held({ handling: OF_DETENTION.replace(';t=', `;im=NONE:USA:2026-01-01..;who=${who};t=`) });
    await duties.project(
      duties.entries([
        [of('p:1'), 0],
        [of('p:2'), 0],
        [of('p:1'), HOUR_S],
        [of('p:1'), 24 * HOUR_S],
      ]),
    );

    const rows = await duties.seen(police);
    expect(rows.map(({ count }) => count).sort()).toEqual([1, 1, 2]);
  });

  it('of an emergency disclosure are owed by who made the act to the originator, within 72 hours and by no excuse after 30 days', async () => {
    await duties.begin();
    await duties.asOwner(`insert into law_act (id, v, act) values ('act_emergency_1', 1, '{"kind":"EMERGENCY_DISCLOSURE","by":{"represents":"USA","office":"DESIGNEE"}}')
      on conflict do nothing`);
    const disclosed: Disclosed = {
      agency: 'DEU.fire-service',
      handling: `l=USA:3;rel=USA;nat=*;pur=*;own=USA.intelligence;m=${EMBASSY}!EXISTENCE(l=-;rel=*;nat=*;pur=*)`,
      coordinate: 'Warning.body',
      rule: 'EO-4.2b',
      acts: [EMERGENCY],
      owed: [
        ['NOTIFY_ORIGINATOR', 259_200],
        ['MINIMISE', 0],
      ],
    };
    await duties.project(
      duties.entries([
        [disclosed, 0],
        [disclosed, 48 * HOUR_S],
      ]),
    );

    expect(await duties.onlyOne(security)).toMatchObject({
      ...{ kind: 'NOTIFY_ORIGINATOR', term: 'WITHIN_72_HOURS', debtor: 'USA', creditor: 'USA', owedTo: 'ORIGINATOR' },
      ...{ dueAt: duties.at(259200), latestAt: duties.at(2592000) },
    });
    expect(await duties.onlyOne(oversight)).toMatchObject({ agency: 'USA.foreign-ministry', act: EMERGENCY, count: 2 });
    // Not to whom it was disclosed, which owes nobody a notice of it.
    expect(await duties.seen(fire)).toEqual([]);
  });

  it('of an entry that does not name what they are for are told to who owes them alone', async () => {
    await duties.begin();
    const page = duties.entries([[assumed({ rule: 'VCDR-44', owed: [['PURGE', 604_800]], named: false }), 0]]);
    await duties.project(page);

    expect(await duties.onlyOne(fire)).toMatchObject({
      kind: 'PURGE',
      mission: null,
      coordinates: [],
      owedTo: null,
      creditor: null,
    });
    expect(await duties.seen(security)).toEqual([]);
  });

  it('arise from what was set like from what was read, and not from what the gateway looked at for itself', async () => {
    await duties.begin();
    const set = held({ coordinate: 'RecordDetentionInput.place', letter: 'I' });
    const looked = held({ coordinate: 'Detention.place', letter: 'I' });
    await duties.project(
      duties.entries([
        [set, 0],
        [looked, 60],
      ]),
    );

    const rows = await duties.seen(police);
    expect(rows.find(({ creditor }) => creditor === 'USA')).toMatchObject({
      ...{ rule: 'VCCR-36-1b', count: 1, coordinates: ['RecordDetentionInput.place'] },
      mission: { id: expect.stringMatching(/^mis_/) },
    });
    // Of the other nothing is said but that it is owed.
    expect(await duties.onlyOne(security)).toMatchObject({ creditor: 'USA' });
  });
});
