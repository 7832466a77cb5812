import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { consentOfHead, releaseOf } from '../testkit/acts.js';
import { EventBytes } from '../testkit/event-bytes.js';
import { type Followed, followBySse, followByWs } from '../testkit/followed.js';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { valueAt } from './answer.js';

const UPDATED = 'subscription Updated { incidentUpdated { id reference summary } }';
const PUBLIC = '1979-11-04-tehran-usa';
const OTHER_PUBLIC = '2012-09-11-benghazi-usa';
const NATIONALS = 'I-0003';
const EMBASSY = 'Q875787';
/** Of the agreements of the demonstration, by which a token serves beyond its end. */
const SKEW_SECONDS = 30;

describe('a subscription', () => {
  let mesh: Mesh;
  beforeAll(async () => {
    mesh = await startMesh();
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  const police = (): string => mesh.tokenOf('deu.police', 'THREAT_PREVENTION');
  let told = 0;
  async function retell(reference: string): Promise<string> {
    const summary = `told ${++told}`;
    await tell(reference, summary);
    return summary;
  }
  const tell = (reference: string, summary: string) =>
    inTransaction(mesh.ownerUrlOf('incidents'), async (client) => {
      const { rowCount } = await client.query('update incident set summary = $2 where reference = $1', [
        reference,
        summary,
      ]);
      expect(rowCount).toBe(1);
    });
  const codeOf = (event: { readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[] }) =>
    event.errors?.[0]?.extensions?.code;

  it('ends when its token does, with the code that a query would have', async () => {
    const claims = mesh.claimsOf('deu.police', 'THREAT_PREVENTION');
    const exp = Math.floor(Date.now() / 1000) + 2 - SKEW_SECONDS;
    const token = mesh.signAsIssuer({ ...claims, iat: exp - 60, nbf: exp - 60, exp });
    const followed = await followBySse(mesh.url, token, UPDATED);

    expect(codeOf(await followed.next())).toBe('TOKEN_EXPIRED');
    expect(await followed.ended()).toBe('complete');
  });

  it('ends within two seconds of its token being switched off, over either protocol', async () => {
    const token = police();
    const followed = [await followBySse(mesh.url, token, UPDATED), await followByWs(mesh.url, token, UPDATED)];
    const at = performance.now();
    mesh.switchOff(token);

    const [sse, ws] = followed as [Followed, Followed];
    expect(codeOf(await sse.next())).toBe('TOKEN_REVOKED');
    expect(await ws.ended()).toMatchObject({ error: [{ extensions: { code: 'TOKEN_REVOKED' } }] });
    expect(performance.now() - at).toBeLessThan(2_000);
  });

  it.each([
    ['server-sent events', followBySse],
    ['a web socket', followByWs],
  ])(
    'over %s goes on after the event whose token its subscriber brings: nothing is missed, nothing told twice',
    async (_, follow) => {
      const token = police();
      const first = await followBySse(mesh.url, token, UPDATED);
      await retell(PUBLIC);
      const resume = (await first.next()).extensions?.audit?.resume;
      first.stop();
      const missed = [await retell(OTHER_PUBLIC), await retell(PUBLIC)];
      await retell(NATIONALS);

      const second = await follow(mesh.url, police(), UPDATED, { extensions: { resume } });
      const events = [await second.next(), await second.next()];
      expect(events.map(({ data }) => data?.incidentUpdated)).toEqual(
        missed.map((summary) => expect.objectContaining({ summary })),
      );

      const next = await retell(OTHER_PUBLIC);
      expect((await second.next()).data?.incidentUpdated).toMatchObject({ summary: next });
      second.stop();
      const again = await followBySse(mesh.url, police(), UPDATED, {
        headers: { 'last-event-id': events[1]?.extensions?.audit?.resume ?? '' },
      });
      expect((await again.next()).data?.incidentUpdated).toMatchObject({ summary: next });
      expect(again.untaken).toEqual([]);
      again.stop();
    },
  );

  it('is not resumed by the token of another subject or operation, nor by what is no token', async () => {
    const followed = await followBySse(mesh.url, police(), UPDATED);
    await retell(PUBLIC);
    const resume = (await followed.next()).extensions?.audit?.resume ?? '';
    followed.stop();
    const other = UPDATED.replace('summary', 'summary city');
    const stranger = mesh.tokenOf('gbr.foreign-ministry', 'THREAT_PREVENTION');
    const altered = `${resume.slice(0, -2)}${resume.endsWith('AA') ? 'BB' : 'AA'}`;

    for (const [token, document, brought] of [
      [stranger, UPDATED, resume],
      [police(), other, resume],
      [police(), UPDATED, altered],
      [police(), UPDATED, 'x'],
    ] as const) {
      const refused = await followBySse(mesh.url, token, document, { extensions: { resume: brought } });
      expect(codeOf(await refused.next())).toBe('INPUT_INVALID');
    }
  });

  it('ends when the ledger does not take an event, which is not told', async () => {
    const followed = await followBySse(mesh.url, police(), UPDATED);

    await mesh.withLedgerDown(async () => {
      const summary = await retell(PUBLIC);
      const event = await followed.next();
      expect(codeOf(event)).toBe('AUDIT_UNAVAILABLE');
      expect(JSON.stringify(event)).not.toContain(summary);
    });
  });

  it('is refused beyond so many of one subject, however few sockets they share; the others are told as ever', async () => {
    const token = police();
    const followed: Followed[] = [];
    for (let count = 0; count < 32; count++) followed.push(await followBySse(mesh.url, token, UPDATED));

    const beyond = await followByWs(mesh.url, token, UPDATED);
    expect(await beyond.ended()).toMatchObject({ error: [{ extensions: { code: 'RATE_EXCEEDED' } }] });
    await expect(followBySse(mesh.url, token, UPDATED)).rejects.toMatchObject({ response: { status: 429 } });

    const summary = await retell(PUBLIC);
    for (const each of followed) {
      expect((await each.next()).data?.incidentUpdated).toMatchObject({ summary });
      each.stop();
    }
  });

  it('is refused over a JSON answer, and any other operation is a stream of one answer', async () => {
    const refused = await mesh.as('deu.police', 'THREAT_PREVENTION').query(UPDATED);
    expect(codeOf(refused.body)).toBe('DOCUMENT_INVALID');

    for (const follow of [followBySse, followByWs]) {
      const answered = await follow(mesh.url, police(), '{ incidents(first: 1) { totalCount } }');
      expect(Object.keys((await answered.next()).data ?? {})).toEqual(['incidents']);
      expect(await answered.ended()).toBe('complete');
    }
  });

  it('is refused at once with a filter that its service does not take', async () => {
    const filter = { reference: { in: Array.from({ length: 101 }, String) } };
    const document = 'subscription ($filter: IncidentFilter) { incidentUpdated(filter: $filter) { id } }';

    const followed = await followBySse(mesh.url, police(), document, { variables: { filter } });

    expect(codeOf(await followed.next())).toBe('INPUT_INVALID');
    expect(await followed.ended()).toBe('complete');
  });

  it('is not begun for who is not believed', async () => {
    await expect(followBySse(mesh.url, 'x', UPDATED)).rejects.toMatchObject({ response: { status: 401 } });
    await expect(followByWs(mesh.url, 'x', UPDATED)).rejects.toMatchObject({ code: 4403, reason: 'TOKEN_MALFORMED' });
  });

  it('is ended in order by a gateway that is being stopped', async () => {
    const replica = await mesh.startReplica();
    const followed = [
      await followBySse(replica.url, police(), UPDATED),
      await followByWs(replica.url, police(), '{ incidents(first: 1) { totalCount } }'),
    ];
    const at = performance.now();

    await replica.close();

    expect(await followed[0]?.ended()).toBe('complete');
    expect(performance.now() - at).toBeLessThan(3_000);
  });

  it('has the same bytes, and asks the same of the services, whatever happens to records that are hidden', async () => {
    async function follow(
      meanwhile: () => Promise<unknown>,
    ): Promise<{ readonly bytes: string; readonly asked: unknown }> {
      const stream = await EventBytes.open(mesh.url, police(), UPDATED);
      const before = mesh.requestsByName();
      for (const summary of ['one', 'two']) {
        await meanwhile();
        await tell(PUBLIC, summary);
        await stream.until(summary);
      }
      const after = mesh.requestsByName();
      const asked = Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)]);
      return { bytes: stream.close(), asked };
    }
    const quiet = await follow(async () => undefined);
    // More hidden records than a subscription could have waiting, if it saw them.
    await inTransaction(mesh.ownerUrlOf('incidents'), (client) =>
      client.query(
        `insert into incident select (jsonb_populate_record(i,
            jsonb_build_object('id', 'inc_' || lpad(n::text, 26, '0'), 'reference', 'H-' || n))).*
           from incident i, generate_series(1, 300) n where i.reference = $1`,
        [NATIONALS],
      ),
    );
    const busy = await follow(() =>
      inTransaction(mesh.ownerUrlOf('incidents'), (client) =>
        client.query(`update incident set summary = summary || '!' where reference like 'H-%' or reference = $1`, [
          NATIONALS,
        ]),
      ),
    );

    expect(busy).toEqual(quiet);
    expect(quiet.bytes).toContain('"summary":"two"');
  });

  it('is told, while nothing changes, of what a consent opens from a moment on, and of its end', async () => {
    const document = 'subscription { incidentUpdated { reference mission { premises { floorPlan } } } }';
    const token = mesh.tokenOf('deu.fire-service', 'PROTECT_LIFE');
    const [followed, dated] = [await followBySse(mesh.url, token, document), Date.now()];
    const next = async () => JSON.stringify((await followed.next()).data?.incidentUpdated);
    await mesh.withActs([], async () => {
      await inTransaction(mesh.ownerUrlOf('incidents'), (client) =>
        client.query(
          'update incident set mission_id = (select id from mission_ref where key = $2) where reference = $1',
          [PUBLIC, EMBASSY],
        ),
      );
      expect(await next()).toContain('"floorPlan":null');
    });
    // However long it took to come so far: what has begun, or ended, meanwhile is told by the snapshot, and reads the same.
    const [from, consent] = [Date.now() + 3_000, consentOfHead(EMBASSY, dated)];
    await mesh.withActs([{ ...consent, from: new Date(from).toISOString() }], async () => {
      expect(await next()).toContain('EX-FLOORPLAN-');
      expect(Date.now()).toBeGreaterThanOrEqual(from);
      const until = Date.now() + 3_000;
      await mesh.withActs([{ ...consent, until: new Date(until).toISOString() }], async () => {
        expect(await next()).toContain('"floorPlan":null');
        expect(Date.now()).toBeGreaterThanOrEqual(until);
      });
    });
    expect(followed.untaken).toEqual([]);
    followed.stop();
  });

  describe('to what meets a standing requirement among the records of another service', () => {
    const OWN = 'usa.diplomatic-security';
    const MATCHED = `subscription Elsewhere($of: ID!) { requirementMatched(requirement: $of) {
      requirement { id } threat { id } incident { id type }
    } }`;
    const incidents = <Row extends object>(text: string, values: unknown[] = []) =>
      inTransaction(mesh.ownerUrlOf('incidents'), async (client) => (await client.query<Row>(text, values)).rows);
    const IDS = [1, 2, 3, 4, 5, 6].map((n) => `inc_${'9'.repeat(25)}${n}`);
    const idOf = (at: number): string => IDS[at] ?? '';
    /** What its maker has released to nobody but itself, under a name that an act can say. */
    const heldBack = (name: string) => `l=-;rel=GBR;nat=*;pur=*;own=GBR.foreign-ministry;m=${EMBASSY};x=${name}`;
    let of = '';
    let everything = '';
    let open = 0;
    let followed: Followed;

    async function label(id: string, text: string): Promise<void> {
      await incidents(
        `insert into handling (id, text) select max(id) + 1, $1 from handling having not exists (select from handling where text = $1)`,
        [text],
      );
      await incidents('update incident set handling_id = (select id from handling where text = $2) where id = $1', [
        id,
        text,
      ]);
    }
    const next = async () => (await followed.next()).data?.requirementMatched;
    const met = (at: number) => ({
      requirement: { id: of },
      threat: null,
      incident: { id: idOf(at), type: 'KIDNAPPING' },
    });
    const follow = (variables: object, persona = OWN, document = MATCHED, resume: object = {}) =>
      followBySse(mesh.url, mesh.tokenOf(persona, 'THREAT_PREVENTION'), document, { variables, ...resume } as object);

    beforeAll(async () => {
      const [seen] = await incidents<{ id: string; handling_id: number }>(
        `select i.id, i.handling_id from incident i join mission_ref m on m.id = i.mission_id where m.key = $1 and i.synthetic order by i.reference limit 1`,
        [EMBASSY],
      );
      expect(seen).toBeDefined();
      open = seen?.handling_id ?? 0;
      const columns = await incidents<{ column_name: string }>(
        `select column_name from information_schema.columns where table_name = 'incident' and column_name not in ('id', 'reference') and is_generated = 'NEVER'`,
      );
      const names = columns.map(({ column_name }) => `"${column_name}"`).join(', ');
      for (const id of IDS)
        await incidents(
          `insert into incident (id, reference, ${names}) select $1, $1, ${names} from incident where id = $2`,
          [id, seen?.id],
        );
      await incidents(`update incident set type = 'ARSON' where id = any($1)`, [IDS]);
      const asker = mesh.as(OWN, 'THREAT_PREVENTION');
      const post = await asker.query(`{ missionByWikidataId(wikidataId: "${EMBASSY}") { id } }`);
      const file = async (input: object) => {
        const filed = await asker.query(
          `mutation ($input: FileStandingRequirementInput!) { fileStandingRequirement(input: $input) { standingRequirement { id } } }`,
          { input: { mission: valueAt(post, 'missionByWikidataId.id'), posts: [EMBASSY], ...input } },
        );
        return String(valueAt(filed, 'fileStandingRequirement.standingRequirement.id'));
      };
      of = await file({ idempotencyKey: 'elsewhere-1', question: 'Who was taken.', types: ['KIDNAPPING'] });
      everything = await file({ idempotencyKey: 'elsewhere-2', question: 'Whatever happens there.' });
      for (const [at, name] of [
        [1, 'inc-opened'],
        [2, 'inc-regraded'],
      ] as const)
        await label(idOf(at), heldBack(name));
      await incidents(`update incident set type = 'KIDNAPPING' where id = any($1)`, [[idOf(1), idOf(2)]]);
      followed = await follow({ of });
    });

    it('tells of an incident that comes to meet it, with an entry for it alone, and of none that is hidden or does not meet it', async () => {
      await incidents(`update incident set summary = summary || '!' where id = any($1)`, [IDS]);
      await incidents(`update incident set type = 'KIDNAPPING' where id = $1`, [idOf(0)]);

      expect(await next()).toEqual(met(0));
      const leaves = (await mesh.ledger.leavesOf('Elsewhere')).map((leaf) => JSON.parse(leaf));
      expect(leaves.map(({ kind }) => kind)).toEqual(['EVENT']);
    });

    it('tells of one that did not change, once an act lets it be seen, and of one under another label', async () => {
      const given = releaseOf('inc-opened', Date.now() - 1_000);
      const release = { ...given, scope: { ...given.scope, categories: ['EXISTENCE', 'INCIDENT_FACT'] } } as const;
      await mesh.withActs([release], async () => {
        expect(await next()).toEqual(met(1));
      });
      await incidents('update incident set handling_id = $2 where id = $1', [idOf(2), open]);
      expect(await next()).toEqual(met(2));
      expect(followed.untaken).toEqual([]);
    });

    it('tells of records of every service, of one by what it leads to: also when that alone comes to be seen', async () => {
      const kinds = 'alarm { id } situationReport { id } incident { id }';
      const document = `subscription Every($of: ID!) { requirementMatched(requirement: $of) { ${kinds} } }`;
      const every = await follow({ of: everything }, OWN, document);
      const told = async () => (await every.next()).data?.requirementMatched;
      const none = { alarm: null, situationReport: null, incident: null };
      const missions = (text: string, values: unknown[]) =>
        inTransaction(mesh.ownerUrlOf('missions'), async (client) => (await client.query(text, values)).rows);
      const [alarm] = await missions(
        `update alarm_event set zone = zone || '!' where id = (select a.id from alarm_event a join mission m on m.id = a.mission_id
          where m.wikidata_id = $1 order by a.id limit 1) returning id`,
        [EMBASSY],
      );
      expect(await told()).toEqual({ ...none, alarm: { id: alarm.id } });

      const [report] = await incidents<{ id: string; incident: string; handling: number }>(
        `select s.id, i.id as incident, i.handling_id as handling from situation_report s join incident i on i.id = s.incident_id
          where i.handling_id = $1 order by s.id limit 1`,
        [open],
      );
      const { id = '', incident = '', handling = 0 } = report ?? {};
      const retell = () => incidents(`update situation_report set headline = headline || '!' where id = $1`, [id]);
      await retell();
      expect(await told()).toEqual({ ...none, situationReport: { id } });
      await label(incident, heldBack('inc-behind'));
      await retell();
      // What is told after it says that it was read, while nothing led from it to the post.
      await incidents(`update incident set summary = summary || '!' where id = $1`, [idOf(0)]);
      expect(await told()).toEqual({ ...none, incident: { id: idOf(0) } });
      await incidents('update incident set handling_id = $2 where id = $1', [incident, handling]);
      expect(await told()).toEqual({ ...none, incident: { id: incident } });
      expect(await told()).toEqual({ ...none, situationReport: { id } });
      expect(every.untaken).toEqual([]);
      every.stop();
    });

    it('goes on where its subscriber stood in the events of both services', async () => {
      await incidents(`update incident set type = 'KIDNAPPING' where id = $1`, [idOf(3)]);
      const last = await followed.next();
      expect(last.data?.requirementMatched).toEqual(met(3));
      followed.stop();
      for (const at of [4, 5]) await incidents(`update incident set type = 'KIDNAPPING' where id = $1`, [idOf(at)]);

      followed = await follow({ of }, OWN, MATCHED, { extensions: { resume: last.extensions?.audit?.resume } });
      expect([await next(), await next()]).toEqual([met(4), met(5)]);
      expect(followed.untaken).toEqual([]);
      followed.stop();
    });

    it('tells who may not see the requirement nothing, of an incident that everybody sees neither', async () => {
      const stranger = await follow({ of }, 'gbr.foreign-ministry', MATCHED.replace('Elsewhere', 'Stranger'));
      const control = await follow({}, OWN, 'subscription Control { incidentUpdated { id summary } }');
      await label(idOf(3), `l=-;rel=*;nat=*;pur=*;own=USA.diplomatic-security;m=${EMBASSY};t=synthetic`);
      await incidents(`update incident set summary = summary || '?' where id = $1`, [idOf(3)]);
      await control.next();
      expect(stranger.untaken).toEqual([]);
      for (const each of [stranger, control]) each.stop();
    });
  });
});
