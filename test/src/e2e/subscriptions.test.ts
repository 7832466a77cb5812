import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { consentOfHead, releaseOf } from '../testkit/acts.js';
import { type Followed, type FollowOptions, followBySse } from '../testkit/followed.js';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { valueAt } from './answer.js';

const UPDATED = 'subscription Updated { incidentUpdated { id reference summary city } }';
/** A case study, which everybody sees; and exercises of one embassy under four releases. */
const PUBLIC = '1979-11-04-tehran-usa';
const [PARTNERS, HOST_SEES_ROW, NATIONALS, OPEN] = ['I-0001', 'I-0002', 'I-0003', 'I-0004'];
const EMBASSY = 'Q875787';

describe('a subscription', () => {
  let mesh: Mesh;
  const open: Followed[] = [];
  beforeAll(async () => {
    mesh = await startMesh();
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  async function follow(persona: string, document = UPDATED, options: FollowOptions = {}): Promise<Followed> {
    const purpose = persona === 'deu.fire-service' ? 'PROTECT_LIFE' : 'THREAT_PREVENTION';
    const followed = await followBySse(mesh.url, mesh.tokenOf(persona, purpose), document, options);
    open.push(followed);
    return followed;
  }
  const change = (text: string, values: unknown[] = []) =>
    inTransaction(mesh.ownerUrlOf('incidents'), (client) => client.query(text, values));
  let told = 0;
  /** Changes what an incident says; the text is never the same twice. */
  async function retell(reference: string | undefined): Promise<string> {
    const summary = `told ${++told}`;
    await change('update incident set summary = $2 where reference = $1', [reference, summary]);
    return summary;
  }
  const rowOf = async (reference: string | undefined): Promise<{ id: string; handling_id: number }> =>
    (await change('select id, handling_id from incident where reference = $1', [reference])).rows[0];
  const relabel = (reference: string | undefined, handling: number) =>
    change('update incident set handling_id = $2 where reference = $1', [reference, handling]);

  it('tells of a record that changed as its subscriber may read it, with a receipt and an entry of its own', async () => {
    const followed = await follow('usa.diplomatic-security');
    const summary = await retell(PUBLIC);

    const event = await followed.next();

    expect(event.data?.incidentUpdated).toMatchObject({ reference: PUBLIC, summary });
    const receipt = event.extensions?.audit?.receipt ?? '';
    const leaves = await mesh.ledger.leavesOf('Updated');
    const leaf = leaves.find((each) => each.includes(receipt)) ?? '';
    expect(JSON.parse(leaf)).toMatchObject({ kind: 'EVENT', actor: { agency: 'USA.diplomatic-security' } });
    followed.stop();
  });

  it('is told nothing of a record that is hidden: no event, no entry, no question to its service', async () => {
    const document = UPDATED.replace('Updated', 'OfPartner');
    const followed = await follow('gbr.foreign-ministry', document);
    await retell(PUBLIC);
    await followed.next();
    const [asked, leaves] = [mesh.requestsToAll(), (await mesh.ledger.leavesOf('OfPartner')).length];

    for (let times = 0; times < 5; times++) await retell(NATIONALS);
    const summary = await retell(PUBLIC);

    expect((await followed.next()).data?.incidentUpdated).toMatchObject({ reference: PUBLIC, summary });
    expect(followed.untaken).toEqual([]);
    expect(mesh.requestsToAll()).toBe(asked + 1);
    expect(await mesh.ledger.leavesOf('OfPartner')).toHaveLength(leaves + 1);
    followed.stop();
  });

  it('is told nothing of a change that its subscriber does not select, or selects and may not read', async () => {
    const unselected = await follow('deu.police', 'subscription Short { incidentUpdated { id reference } }');
    const withheld = await follow('deu.police', 'subscription Long { incidentUpdated { id reference summary } }');

    await retell(HOST_SEES_ROW);
    await retell(PUBLIC);
    expect((await withheld.next()).data?.incidentUpdated).toMatchObject({ reference: PUBLIC });
    await change(`update incident set reference = reference || '*' where reference = $1`, [PUBLIC]);
    // Taken before it is changed back: what comes is the record as it is when it is read.
    expect((await unselected.next()).data?.incidentUpdated).toMatchObject({ reference: `${PUBLIC}*` });
    await change(`update incident set reference = $1 where reference = $1 || '*'`, [PUBLIC]);

    for (const followed of [unselected, withheld]) followed.stop();
  });

  it('that selects the concurrency token is told when any value changes that it stands for, and of no other', async () => {
    const followed = await follow('deu.police', 'subscription { incidentUpdated { reference concurrencyToken } }');
    await retell(PUBLIC);
    const first = (await followed.next()).data?.incidentUpdated;
    // What its subscriber may not read changes no token.
    await retell(HOST_SEES_ROW);
    await retell(PUBLIC);
    const second = (await followed.next()).data?.incidentUpdated;

    for (const event of [first, second]) expect(event).toMatchObject({ reference: PUBLIC });
    expect(second).not.toEqual(first);
    expect(followed.untaken).toEqual([]);
    followed.stop();
  });

  it('lets through what its filter lets through, on values that its subscriber may read', async () => {
    const filtered =
      'subscription Of($filter: IncidentFilter) { incidentUpdated(filter: $filter) { reference summary } }';
    const named = (reference: string | undefined) => ({ variables: { filter: { reference: { eq: reference } } } });
    const other = await follow('usa.diplomatic-security', filtered, named(OPEN));
    const masked = await follow('deu.police', filtered, named(HOST_SEES_ROW));

    await retell(PUBLIC);
    await retell(HOST_SEES_ROW);
    const summary = await retell(OPEN);

    expect((await other.next()).data?.incidentUpdated).toEqual({ reference: OPEN, summary });
    expect(masked.untaken).toEqual([]);
    for (const followed of [other, masked]) followed.stop();
  });

  it('lets through what a filter of filters lets through, and is told when a field changes that only an inner one tests', async () => {
    const document = 'subscription Of($filter: IncidentFilter) { incidentUpdated(filter: $filter) { reference } }';
    const filter = {
      or: [{ and: [{ occurredOn: { gte: '2030-01-01' } }, { reference: { eq: OPEN } }] }],
      not: { reference: { eq: PUBLIC } },
    };
    const followed = await follow('usa.diplomatic-security', document, { variables: { filter } });

    await retell(PUBLIC);
    await change('update incident set occurred_on = $2 where reference = $1', [OPEN, '2030-02-01']);

    expect(await followed.next()).toMatchObject({ data: { incidentUpdated: { reference: OPEN } } });
    expect(followed.untaken).toEqual([]);
    followed.stop();
  });

  it('is told of a record whose label opens it, and of none that is closed by its own', async () => {
    const followed = await follow('gbr.foreign-ministry');
    const [own, partners] = [await rowOf(NATIONALS), await rowOf(PARTNERS)];

    await relabel(NATIONALS, partners.handling_id);
    expect((await followed.next()).data?.incidentUpdated).toMatchObject({ id: own.id });
    await relabel(NATIONALS, own.handling_id);
    await retell(NATIONALS);
    await retell(PUBLIC);

    expect((await followed.next()).data?.incidentUpdated).toMatchObject({ reference: PUBLIC });
    followed.stop();
  });

  it('is decided anew under another snapshot: what a consent opened is told, and closed when it is revoked', async () => {
    const document = 'subscription { incidentUpdated { reference summary mission { premises { floorPlan } } } }';
    const planOf = (event: { readonly data?: unknown }) =>
      (event.data as { incidentUpdated: { mission: { premises: { floorPlan: string | null } } } }).incidentUpdated
        .mission.premises.floorPlan;
    let followed: Followed | null = null;
    await change('update incident set mission_id = (select id from mission_ref where key = $2) where reference = $1', [
      PUBLIC,
      EMBASSY,
    ]);
    await mesh.withActs([], async () => {
      followed = await follow('deu.fire-service', document);
      await retell(PUBLIC);
      expect(planOf(await followed.next())).toBeNull();
    });
    await mesh.withActs([consentOfHead(EMBASSY, Date.now())], async () => {
      const opened = await (followed as Followed | null)?.next();
      expect(planOf(opened ?? {})).toContain('EX-FLOORPLAN-');
    });
    await mesh.withActs([], async () => {
      const closed = await (followed as Followed | null)?.next();
      expect(planOf(closed ?? {})).toBeNull();
      const summary = await retell(PUBLIC);
      const next = await (followed as Followed | null)?.next();
      expect(next?.data?.incidentUpdated).toMatchObject({ summary });
      expect(JSON.stringify(next)).not.toContain('EX-FLOORPLAN-');
    });
    (followed as Followed | null)?.stop();
  });

  it('of warnings tells each agency its own part of the same event', async () => {
    const issued = 'subscription Issued { warningIssued { reference tearline body sourceRef } }';
    const [police, intelligence] = [await follow('deu.police', issued), await follow('usa.intelligence', issued)];

    await inTransaction(mesh.ownerUrlOf('intel'), (client) =>
      client.query(`update warning set tearline = tearline || '!', body = body || '!' where reference = 'W-0001'`),
    );

    const [part, whole] = [JSON.stringify(await police.next()), JSON.stringify(await intelligence.next())];
    expect(part).toContain('EX-TEARLINE-W-0001!');
    for (const canary of ['EX-BODY-', 'EX-SOURCE-', 'sourceRef":"']) expect(part).not.toContain(canary);
    for (const canary of ['EX-BODY-W-0001!', 'EX-SOURCE-W-0001']) expect(whole).toContain(canary);
    for (const followed of [police, intelligence]) followed.stop();
  });

  it('is the same at each of several gateways over the same services', async () => {
    const replica = await mesh.startReplica();
    const token = mesh.tokenOf('deu.police', 'THREAT_PREVENTION');
    const both = [await followBySse(mesh.url, token, UPDATED), await followBySse(replica.url, token, UPDATED)];

    const summary = await retell(PUBLIC);

    const events = await Promise.all(both.map((followed) => followed.next()));
    for (const { data } of events) expect(data?.incidentUpdated).toMatchObject({ reference: PUBLIC, summary });
    await replica.close();
    expect(await both[1]?.ended()).toBe('complete');
    both[0]?.stop();
  });

  it('misses nothing while its service is away', async () => {
    const followed = await follow('usa.diplomatic-security');
    let summary = '';

    await mesh.restart('incidents', async () => {
      summary = await retell(PUBLIC);
    });

    expect((await followed.next()).data?.incidentUpdated).toMatchObject({ reference: PUBLIC, summary });
    followed.stop();
  });

  it('tells of an incident that was reported to who may see it, and to nobody else', async () => {
    const [own, partner] = [await follow('usa.diplomatic-security'), await follow('gbr.foreign-ministry')];
    const reporter = mesh.as('usa.diplomatic-security', 'INCIDENT_RESPONSE');
    const post = await reporter.query(`{ missionByWikidataId(wikidataId: "${EMBASSY}") { id } }`);
    const input = {
      idempotencyKey: 'reported-and-told',
      mission: valueAt(post, 'missionByWikidataId.id'),
      type: 'ARSON',
      occurredOn: '2026-09-20',
      city: 'Berlin',
      siteKind: 'EMBASSY',
      summary: 'A car was set on fire before the gate.',
    };
    const report = 'mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { incident { id } } }';
    const answer = await reporter.query(report, { input });
    const id = valueAt(answer, 'reportIncident.incident.id');

    expect((await own.next()).data?.incidentUpdated).toMatchObject({ id, city: 'Berlin' });
    await retell(PUBLIC);
    expect((await partner.next()).data?.incidentUpdated).toMatchObject({ reference: PUBLIC });
    for (const followed of [own, partner]) followed.stop();
  });

  it('tells nothing of a record that is withdrawn, and of it again when it has returned', async () => {
    const followed = await follow('deu.police');
    await change('update incident set withdrawn_at = now() where reference = $1', [PUBLIC]);
    const summary = await retell(PUBLIC);
    await change('update incident set withdrawn_at = null where reference = $1', [PUBLIC]);

    expect((await followed.next()).data?.incidentUpdated).toMatchObject({ reference: PUBLIC, summary });
    followed.stop();
  });

  describe('to what meets a standing requirement', () => {
    const OWN = 'usa.diplomatic-security';
    const MATCHED =
      'subscription Matched($of: ID!) { requirementMatched(requirement: $of) { requirement { id } threat { id type } } }';
    const intel = <Row extends object>(text: string, values: unknown[] = []) =>
      inTransaction(mesh.ownerUrlOf('intel'), async (client) => (await client.query<Row>(text, values)).rows);
    /** What its maker has released to nobody but itself, under a name that an act can say. */
    const heldBack = (name: string) => `l=-;rel=GBR;nat=*;pur=*;own=GBR.intelligence;m=${EMBASSY};x=${name}`;
    const matchOf = (event: { readonly data?: unknown }) =>
      (event.data as { requirementMatched: { requirement: { id: string }; threat: { id: string; type: string } } })
        .requirementMatched;
    let commands = 0;
    let threats: readonly { readonly id: string; readonly handling_id: number }[] = [];
    beforeAll(async () => {
      threats = await intel<{ id: string; handling_id: number }>(
        `select t.id, t.handling_id from threat t join mission_ref m on m.id = t.mission_id where m.key = $1 order by t.id`,
        [EMBASSY],
      );
      expect(threats.length).toBeGreaterThanOrEqual(1);
      const [first] = threats;
      // As many as are needed, alike but for what each test does to one of them.
      const columns = await intel<{ column_name: string }>(
        `select column_name from information_schema.columns where table_name = 'threat' and column_name <> 'id' and is_generated = 'NEVER'`,
      );
      const names = columns.map(({ column_name }) => `"${column_name}"`).join(', ');
      const ids = Array.from({ length: 4 }, (_, n) => `thr_${'0'.repeat(25)}${n + 1}`);
      for (const id of ids) {
        await intel(`insert into threat (id, ${names}) select $1, ${names} from threat where id = $2`, [id, first?.id]);
      }
      await intel(`update threat set type = 'HOAX' where id = any($1)`, [ids]);
      threats = ids.map((id) => ({ id, handling_id: first?.handling_id ?? 0 }));
    });
    async function label(id: string | undefined, text: string): Promise<void> {
      await intel(
        `insert into handling (id, text) select max(id) + 1, $1 from handling having not exists (select from handling where text = $1)`,
        [text],
      );
      await intel('update threat set handling_id = (select id from handling where text = $2) where id = $1', [
        id,
        text,
      ]);
    }
    async function command(name: string, input: Record<string, unknown>): Promise<string> {
      const asker = mesh.as(OWN, 'THREAT_PREVENTION');
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
      const answer = await asker.query(
        `mutation ($input: ${type}!) { ${name}(input: $input) { standingRequirement { id } } }`,
        { input: { idempotencyKey: `standing-${++commands}`, ...input } },
      );
      expect(answer.body.errors).toBeUndefined();
      return String(valueAt(answer, `${name}.standingRequirement.id`));
    }

    const idOf = (at: number): string => threats[at]?.id ?? '';
    const NAMES = ['-', 'thr-opened', 'thr-regraded', 'thr-dated'] as const;
    let of = '';
    let followed: Followed;
    const next = async () => matchOf(await followed.next());
    async function mission(): Promise<unknown> {
      const post = await mesh
        .as(OWN, 'THREAT_PREVENTION')
        .query(`{ missionByWikidataId(wikidataId: "${EMBASSY}") { id } }`);
      return valueAt(post, 'missionByWikidataId.id');
    }

    it('is followed from what meets it on, and told of a record that comes to meet it, with an entry for each', async () => {
      for (const at of [1, 2, 3]) await label(idOf(at), heldBack(NAMES[at] ?? ''));
      of = await command('fileStandingRequirement', {
        mission: await mission(),
        question: 'Who is to be taken.',
        posts: [EMBASSY],
        types: ['KIDNAPPING'],
      });
      await intel(`update threat set type = 'KIDNAPPING' where id = any($1)`, [[idOf(1), idOf(2), idOf(3)]]);
      followed = await follow(OWN, MATCHED, { variables: { of } });

      // What is hidden, and what does not meet it, is told of by nothing.
      await intel(`update threat set body = body || '!' where id = any($1)`, [threats.map(({ id }) => id)]);
      await intel(`update threat set type = 'KIDNAPPING' where id = $1`, [idOf(0)]);
      expect(await next()).toEqual({ requirement: { id: of }, threat: { id: idOf(0), type: 'KIDNAPPING' } });
      const leaves = (await mesh.ledger.leavesOf('Matched')).map((leaf) => JSON.parse(leaf));
      expect(leaves.map(({ kind }) => kind)).toEqual(['EVENT']);
    });

    it('tells of a record that did not change, once an act lets it be seen', async () => {
      await mesh.withActs([releaseOf(NAMES[1], Date.now() - 1_000)], async () => {
        expect((await next()).threat.id).toBe(idOf(1));
      });
    });

    it('tells of a record under another label', async () => {
      await intel('update threat set handling_id = $2 where id = $1', [idOf(2), threats[0]?.handling_id]);
      expect((await next()).threat.id).toBe(idOf(2));
    });

    it('tells of a record on the day from which it may be seen, and not before', async () => {
      const from = Date.now() + 3_000;
      await mesh.withActs([releaseOf(NAMES[3], from)], async () => {
        expect((await next()).threat.id).toBe(idOf(3));
        expect(Date.now()).toBeGreaterThanOrEqual(from);
      });
      expect(followed.untaken).toEqual([]);
    });

    it('tells by other terms of what meets them and did not before', async () => {
      await intel(`update threat set type = 'SABOTAGE' where id = $1`, [idOf(0)]);
      const read = await mesh
        .as(OWN, 'THREAT_PREVENTION')
        .query(`{ standingRequirement(id: "${of}") { concurrencyToken } }`);
      const concurrencyToken = valueAt(read, 'standingRequirement.concurrencyToken');
      await command('amendStandingRequirement', { id: of, concurrencyToken, types: ['SABOTAGE'] });
      expect((await next()).threat).toEqual({ id: idOf(0), type: 'SABOTAGE' });
    });

    it('tells of nothing any more once it is withdrawn', async () => {
      await command('withdrawStandingRequirement', { id: of });
      const control = await follow(OWN, 'subscription Control { threatChanged { id type } }');
      for (const type of ['HOAX', 'SABOTAGE']) {
        await intel('update threat set type = $2 where id = $1', [idOf(0), type]);
        await control.next();
      }
      expect(followed.untaken).toEqual([]);
      for (const each of [followed, control]) each.stop();
    });

    it('is none for who may not see the requirement: nothing is told, and nothing by which one that there is differs from none', async () => {
      const of = await command('fileStandingRequirement', {
        mission: await mission(),
        question: 'Whatever there is.',
        posts: [EMBASSY],
      });
      const document = MATCHED.replace('Matched', 'Strange');
      const strangers = await Promise.all(
        [of, `srq_${'0'.repeat(26)}`].map((each) =>
          follow('gbr.foreign-ministry', document, { variables: { of: each } }),
        ),
      );
      const control = await follow(OWN, 'subscription Control { threatChanged { id body } }');
      await intel(`update threat set body = body || '!' where id = $1`, [threats[0]?.id]);
      await control.next();
      for (const followed of strangers) {
        expect(followed.untaken).toEqual([]);
        followed.stop();
      }
      control.stop();
    });
  });
});
