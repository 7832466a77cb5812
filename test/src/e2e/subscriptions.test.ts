import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { consentOfHead } from '../testkit/acts.js';
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

  it('is refused at once with a filter that its service does not take', async () => {
    const filter = { reference: { in: Array.from({ length: 101 }, String) } };
    const document = 'subscription ($filter: IncidentFilter) { incidentUpdated(filter: $filter) { id } }';

    const followed = await follow('deu.police', document, { variables: { filter } });

    expect((await followed.next()).errors?.[0]?.extensions?.code).toBe('INPUT_INVALID');
    expect(await followed.ended()).toBe('complete');
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
});
