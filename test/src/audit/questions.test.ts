import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgingBy } from '@chancery/compliance/audit/judge-access';
import { LedgerProjection } from '@chancery/compliance/audit/ledger-projection';
import { noteTouches } from '@chancery/ledger/touches/note-touches';
import { readingsOf } from '@chancery/ledger/touches/record-history';
import { createPolicyEngine } from '@chancery/policy/engine';
import { withConnection } from '@chancery/shared/postgres/connect';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse, validate } from 'graphql';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh, supergraph, supergraphSdl } from '../testkit/mesh.js';
import { askingWhat, foundByForce, pageOf, premisesOf } from './may-see.js';

/** What this mesh decides by. */
const policyVersion = createPolicyEngine().version;
const FOLDER = join(import.meta.dirname, '../../../docs/questions');
const QUESTIONS = readdirSync(FOLDER).filter((file) => file.endsWith('.graphql'));
const INDEX = readFileSync(join(FOLDER, 'README.md'), 'utf8');
const NUMBERS = Array.from({ length: 24 }, (_, index) => index + 1);
const textOf = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');
/** All that this run records lies between them. */
const [SINCE, UNTIL] = ['2020-01-01T00:00:00Z', '2100-01-01T00:00:00Z'];
const FLOOR_PLANS = `query Plans {
  missions(filter: { wikidataId: { eq: "Q875787" } }) { edges { node { id premises { floorPlan } } } }
}`;

interface Connection {
  readonly totalCount: number;
  readonly [group: string]: unknown;
  readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[];
}

describe('a saved question of a compliance officer', () => {
  let mesh: Mesh;
  let post: string;
  beforeAll(async () => {
    let ahead = 0;
    const clock = (): number => Date.now() + ahead;
    mesh = await startMesh({ clock });
    const own = await mesh.as('usa.diplomatic-security', 'INCIDENT_RESPONSE').query(FLOOR_PLANS);
    expect(own.body.errors).toBeUndefined();
    const { missions } = own.body.data ?? {};
    post = (missions as { edges: { node: { id: string } }[] }).edges[0]?.node.id ?? '';
    await mesh.as('gbr.foreign-ministry', 'THREAT_PREVENTION').query(FLOOR_PLANS);
    await using projection = new LedgerProjection({
      ledgerUrl: mesh.ledger.readerUrl,
      loaderUrl: mesh.loaderUrlOf('compliance'),
      judging: judgingBy(() => supergraphSdl),
      clock,
      log: (line) => {
        throw new Error(JSON.stringify(line));
      },
    });
    await projection.catchUp();
    // A service looks for handlings that are new once a second.
    ahead += 1_000;
    await mesh.as('usa.inspectorate').query('{ auditEntries { edges { node { receipt subject } } } }');
    await projection.catchUp();
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  async function ask(question: string, words: Readonly<Record<string, unknown>>): Promise<Connection> {
    const variables = { since: SINCE, until: UNTIL, first: pageOf(textOf(`${question}.graphql`)), ...words };
    const headers = { 'chancery-reason': 'a test' };
    const inspectorate = mesh.withToken(mesh.tokenOf('usa.inspectorate'), headers);
    const { body } = await inspectorate.query(textOf(`${question}.graphql`), variables);
    expect(body.errors).toBeUndefined();
    return Object.values(body.data ?? {})[0] as Connection;
  }
  const agencies = ({ edges }: Connection): unknown[] => [...new Set(edges.map(({ node }) => node.agency))];

  it.each(QUESTIONS)('%s fits the schema, and says which questions it answers', (file) => {
    const text = textOf(file);
    expect(validate(supergraph.consumerSchema, parse(text))).toEqual([]);
    expect(text).toMatch(/Questions? [0-9]/);
  });

  it.each(NUMBERS)('number %i of the index names documents that there are, or says why there is none', (number) => {
    const cell = INDEX.match(new RegExp(`^\\| ${number} \\| [^|]+ \\| ([^|]+) \\|`, 'm'))?.[1] ?? '';
    if (cell.startsWith('none: ')) return;
    const named = [...cell.matchAll(/`([a-z-]+)`/g)].map(([, name]) => `${name}.graphql`);
    expect(named.length).toBeGreaterThan(0);
    expect(QUESTIONS).toEqual(expect.arrayContaining(named));
  });

  it.each(NUMBERS)('number %i of the index is asked from a shell with all that its documents need', (number) => {
    const cell = INDEX.match(new RegExp(`^\\| ${number} \\| [^|]+ \\| [^|]+ \\| ([^|]+) \\|`, 'm'))?.[1] ?? '';
    const forms = [...cell.matchAll(/`([a-z-]+)([^`]*)`/g)];
    expect(forms.length).toBeGreaterThan(0);
    for (const [, name = '', words = ''] of forms) {
      const file = `${name === 'unusual' ? 'accesses' : name}.graphql`;
      expect(QUESTIONS).toContain(file);
      const needed = [...textOf(file).matchAll(/\$(\w+): \w+!(?! =)/g)].map(([, each = '']) => each);
      const given = [...words.matchAll(/--(\w+)/g)].map(([, each]) => each);
      expect([...given, 'since', 'until']).toEqual(expect.arrayContaining(needed));
    }
  });

  it('the register of processing names the kinds of personal data that the printed register has', () => {
    const printed = readFileSync(join(FOLDER, '../processing-register.md'), 'utf8');
    const kinds = [...printed.matchAll(/^## ([A-Z_]+)$/gm)].map(([, kind]) => kind);
    const [list = '[]'] = textOf('processing-register.graphql').match(/\["RESIDENCE".*?\]/) ?? [];
    expect(JSON.parse(list)).toEqual(kinds);
  });

  it.each(QUESTIONS)('%s stands in the index', (file) => {
    expect(INDEX).toContain(`\`${file.replace('.graphql', '')}\``);
  });

  it.each(QUESTIONS)('%s is answered with what it asks for', async (file) => {
    const needed = [...textOf(file).matchAll(/\$(\w+): \w+!(?! =)/g)].map(([, name = '']) => name);
    const agency = 'GBR.foreign-ministry';
    const examples: Record<string, string> = { post, record: post, field: 'Mission.city', agency };
    const words = Object.fromEntries(needed.map((name) => [name, examples[name] ?? 'none']));
    const answer = await ask(file.replace('.graphql', ''), { ...words, since: SINCE, until: UNTIL });
    // Of the register nobody oversees who may see it: everybody may. Of nobody it is not said what it may see.
    if (['who-may-see', 'what-may-be-seen', 'record-history'].some((each) => file === `${each}.graphql`))
      expect(answer).toBeNull();
    else expect(answer.totalCount).toEqual(expect.any(Number));
  });

  it('names who saw a field of a post, and who was refused it', async () => {
    const words = { post, field: 'Premises.floorPlan' };
    expect(agencies(await ask('who-saw', words))).toEqual(['USA.diplomatic-security']);
    expect(agencies(await ask('who-was-refused', words))).toEqual(['GBR.foreign-ministry']);
    expect((await ask('who-saw', { ...words, rankMin: 4 })).totalCount).toBe(0);
  });

  it('tells where the law has a gap, what a rule governs, and what became of the law', async () => {
    const gaps = await ask('coverage-gaps', {});
    expect(gaps.edges.map(({ node }) => node.reference)).toContain('AUDIT');
    for (const { node } of gaps.edges) {
      expect((node.permittedBy as string[]).filter((rule) => !/^(?:CHY-|EO-4\.2b$)/.test(rule))).toEqual([]);
      expect(node.coordinates).toEqual(expect.any(Array));
    }
    const [rule] = (await ask('governed-by-rule', { rule: 'VCDR-22-1' })).edges;
    const kinds = rule?.node.kinds as { coordinates: string[] }[];
    expect(kinds.flatMap(({ coordinates }) => coordinates)).toContain('Premises.floorPlan');
    const [last] = (await ask('changes-of-law', { first: 1 })).edges;
    expect(last?.node.version).toBe(policyVersion);
  });

  it('names what others received of ours, and under which rule', async () => {
    const { edges } = await ask('foreign-readers', { state: 'USA' });
    expect(edges.length).toBeGreaterThan(0);
    for (const { node } of edges) {
      expect(node.agency).toBe('GBR.foreign-ministry');
      const byRule = await ask('by-rule', { rule: node.rule });
      expect(byRule.edges.map(({ node: found }) => found.receipt)).toContain(node.receipt);
    }
    expect((await ask('seen-by', { by: 'GBR' })).totalCount).toBe(edges.length);
    expect((await ask('seen-by', { by: 'CHE' })).totalCount).toBe(0);
  });

  it('counts denials of the inside of a post by what whoever asked is to it, and by rule', async () => {
    const denials = await ask('interior-denials', { post });
    const roles = denials.edges.map(({ node }) => node.role);
    expect(new Set(roles)).toEqual(new Set(['THIRD_STATE']));
    expect(denials.byRole).toEqual(
      [{ value: 'THIRD_STATE', count: expect.anything() }].map((one) => ({
        ...one,
        count: roles.length < 5 ? null : roles.length,
      })),
    );
    expect((await ask('spill', { post, field: 'Premises.floorPlan' })).edges.map(({ node }) => node.kind)).toContain(
      'READ',
    );
  });

  it('says of an entry whether deciding it again came to the same', async () => {
    const { edges } = await ask('requests-of', { agency: 'USA.diplomatic-security' });
    const receipt = edges.find(({ node }) => node.operation === 'Plans')?.node.receipt;
    const variables = { receipt };
    const { body } = await mesh.as('usa.inspectorate').query(textOf('entry.graphql'), variables);
    const { requests, lines } = body.data as unknown as { requests: Connection; lines: Connection };
    expect(requests.edges).toHaveLength(1);
    expect(lines.edges.length).toBeGreaterThan(0);
    expect(new Set(lines.edges.map(({ node }) => node.replay))).toEqual(new Set(['SAME']));
    expect((await ask('not-the-same', {})).totalCount).toBe(0);
  });

  it('finds nothing above its reader’s clearance where nothing was disclosed so, and counts by both ranks', async () => {
    expect((await ask('above-clearance', {})).totalCount).toBe(0);
    const { body } = await mesh
      .as('usa.inspectorate')
      .query(textOf('clearance-matrix.graphql'), { since: SINCE, until: UNTIL });
    const matrix = body.data as unknown as Readonly<Record<string, Connection>>;
    const all = Object.values(matrix).reduce((sum, { totalCount }) => sum + totalCount, 0);
    expect(all).toBe(
      (await ask('accesses', { first: 500 })).edges.filter(({ node }) => node.decision === 'ALLOWED').length,
    );
  });

  it('names what the own agencies asked, who read the audit, and nothing of an act that nobody relied on', async () => {
    const asked = await ask('requests-of', { agency: 'USA.diplomatic-security' });
    expect(asked.edges.map(({ node }) => node.operation)).toContain('Plans');
    expect((await ask('requests-of', { agency: 'GBR.foreign-ministry' })).totalCount).toBe(0);
    expect(agencies(await ask('audit-readers', {}))).toEqual(['USA.inspectorate']);
    expect((await ask('by-act', { act: 'act_none@1' })).totalCount).toBe(0);
    expect((await ask('read-of-post', { post, rankMin: 0 })).totalCount).toBeGreaterThan(0);
    expect((await ask('emergency-disclosures', {})).edges).toEqual([]);
  });

  describe('about who may see a value, or who somebody is', () => {
    const SIGHT = `query WhoMaySee($id: ID!, $coordinate: String!, $asOf: DateTime, $onlyOpen: Boolean, $first: Int, $after: String) {
      sight(id: $id, coordinate: $coordinate, asOf: $asOf, onlyOpen: $onlyOpen, first: $first, after: $after) {
        coordinate at endCursor hasNextPage
        rows { of agency represents subject purpose caseId decision code rules acts }
      }
    }`;
    const PERSON = `query WhoIs($pseudonym: ID!, $issuer: String!, $subjects: [String!]!) {
      namedPerson(pseudonym: $pseudonym, issuer: $issuer, subjects: $subjects) { pseudonym issuer subject }
    }`;
    type Row = Readonly<Record<'of' | 'agency' | 'represents' | 'subject' | 'decision' | 'purpose', string | null>>;
    interface Page {
      readonly rows: readonly Row[];
      readonly endCursor: string | null;
      readonly hasNextPage: boolean;
    }
    const PURPOSES: Readonly<Record<string, string>> = {
      'usa.diplomatic-security': 'INCIDENT_RESPONSE',
      'gbr.foreign-ministry': 'THREAT_PREVENTION',
      'deu.fire-service': 'PROTECT_LIFE',
    };
    const why = { 'chancery-reason': 'order 7 of the inspectorate' };
    const asker = (persona: string, headers: Record<string, string> = why) =>
      mesh.withToken(mesh.tokenOf(persona, PURPOSES[persona]), headers);
    const premises = () => premisesOf(mesh.as('usa.diplomatic-security', 'INCIDENT_RESPONSE'), 'Q875787');
    const told = async (persona: string, document: string, words: Record<string, unknown>) => {
      const { body } = await asker(persona).query(document, words);
      const { audit: _, ...beside } = body.extensions ?? {};
      return { data: body.data, errors: body.errors, beside };
    };
    async function page(words: Record<string, unknown>): Promise<Page> {
      const { data, errors } = await told('usa.inspectorate', SIGHT, { coordinate: 'Premises.floorPlan', ...words });
      expect(errors).toBeUndefined();
      return (data as unknown as { sight: Page }).sight;
    }

    it('tells oversight who may see a field of its State’s record, page by page, without a person of another State', async () => {
      const id = await premises();
      const whole = await page({ id, first: 100 });
      const paged: Row[] = [];
      for (let after: string | null = null; ; ) {
        const next: Page = await page({ id, first: 7, after });
        paged.push(...next.rows);
        if (!next.hasNextPage) break;
        after = next.endCursor;
      }
      // Who asks is among those who have asked: each page is an entry of its own, under a profile that was there before.
      expect(paged.slice(0, whole.rows.length)).toEqual(whole.rows);
      const own = paged.find(({ agency, of }) => of === 'PERSON' && agency === 'USA.diplomatic-security');
      expect(own).toMatchObject({ represents: 'USA', decision: 'ALLOWED', subject: expect.stringMatching(/^a:/) });
      const others = paged.filter(({ represents }) => represents !== 'USA');
      expect(others.map(({ agency }) => agency)).toContain('GBR.foreign-ministry');
      for (const { of, subject } of others) expect([of, subject]).toEqual(['AGENCY', null]);
      expect(JSON.stringify(paged)).not.toContain('clearance');
      const open = await page({ id, onlyOpen: true, first: 100 });
      expect(new Set(open.rows.map(({ decision }) => decision))).toEqual(new Set(['ALLOWED']));
      const [leaf = ''] = await mesh.ledger.leavesOf('WhoMaySee');
      expect(leaf).toContain('USA.inspectorate');
    });

    it('answers by the dates of another day', async () => {
      const id = await premises();
      const then = await page({ id, asOf: '1950-01-01T00:00:00Z', onlyOpen: true, first: 100 });
      const now = await page({ id, onlyOpen: true, first: 100 });
      expect(then.rows.length).toBeLessThan(now.rows.length);
    });

    it('tells whoever does not oversee the record what it tells of one that there is not', async () => {
      const id = await premises();
      const absent = `prm_${'0'.repeat(26)}`;
      for (const persona of [
        'usa.diplomatic-security',
        'gbr.foreign-ministry',
        'deu.fire-service',
        'usa.inspectorate',
      ]) {
        const of = (asked: string) => told(persona, SIGHT, { id: asked, coordinate: 'Premises.floorPlan' });
        const never = await of(absent);
        expect(never.data).toEqual({ sight: null });
        if (persona !== 'usa.inspectorate') expect((await of(id)).data).toEqual(never.data);
      }
    });

    it('wants to know why, and that stands with the entry', async () => {
      for (const [document, words] of [
        [SIGHT, { id: await premises(), coordinate: 'Premises.floorPlan' }],
        [PERSON, { pseudonym: 'a:0123456789abcdef', issuer: 'one', subjects: [] }],
      ] as const) {
        const { body } = await asker('usa.inspectorate', {}).query(document, { ...words });
        expect(body.errors?.map(({ extensions }) => [extensions.code, extensions.argument])).toEqual([
          ['INPUT_INVALID', 'Chancery-Reason'],
        ]);
      }
    });

    it('names who bears a pseudonym to the oversight of his State, among those that it names, and to nobody else', async () => {
      const { body } = await mesh.as('usa.diplomatic-security', 'INCIDENT_RESPONSE').query('{ viewer { subject } }');
      const { subject: pseudonym } = (body.data as unknown as { viewer: { subject: string } }).viewer;
      const { iss: issuer, sub } = mesh.claimsOf('usa.diplomatic-security') as { iss: string; sub: string };
      const ask = (persona: string, words: object) =>
        told(persona, PERSON, { pseudonym, issuer, subjects: ['nobody', sub], ...words });
      expect((await ask('usa.inspectorate', {})).data).toEqual({ namedPerson: { pseudonym, issuer, subject: sub } });
      const nobody = await ask('usa.inspectorate', { subjects: ['nobody'] });
      expect(nobody.data).toEqual({ namedPerson: null });
      const { iss: foreign, sub: foreigner } = mesh.claimsOf('gbr.foreign-ministry') as { iss: string; sub: string };
      expect(await ask('usa.inspectorate', { issuer: foreign, subjects: [foreigner] })).toEqual(nobody);
      expect(await ask('usa.inspectorate', { issuer: 'https://nobody.example' })).toEqual(nobody);
      for (const persona of ['usa.diplomatic-security', 'gbr.foreign-ministry']) {
        expect((await ask(persona, {})).data).toEqual({ namedPerson: null });
      }
      expect((await mesh.ledger.leavesOf('WhoIs')).join()).toContain('GBR.foreign-ministry');
    });

    describe('what somebody may see', () => {
      const WHAT = textOf('what-may-be-seen.graphql');
      const AGENCY = textOf('what-agency-may-see.graphql');
      const { page: seen, ids: allIds, pseudonymOf } = askingWhat(() => mesh);

      const officer = ['usa.diplomatic-security', 'INCIDENT_RESPONSE'] as const;
      it.each([
        ['missions', 'premises', 'Premises.floorPlan', ...officer, null],
        ['missions', 'premises', 'Premises.floorPlan', ...officer, '1950-01-01T00:00:00Z'],
        ['incidents', 'incident', 'Incident', ...officer, null],
        ['intel', 'threat_assessment', 'ThreatAssessment.credibility', ...officer, null],
        ['compliance', 'legal_act', 'LegalAct.kind', 'usa.inspectorate', 'OVERSIGHT', null],
      ] as const)(
        'of %s, %s %s for %s, is what each record by itself comes to',
        async (service, table, coordinate, persona, purpose, asOf) => {
          const now = Date.now();
          const auditor = mesh.profileOf('usa.inspectorate', 'OVERSIGHT', now);
          const [person, subject] = [mesh.profileOf(persona, purpose, now), await pseudonymOf(persona, purpose)];
          const at = asOf === null ? now : Date.parse(asOf);
          const held = { table, coordinate, view: mesh.viewAt(now) };
          const expected = await foundByForce(mesh.ownerUrlOf(service), held, auditor, { person, at, now });
          const words = { subject, field: coordinate, purpose, asOf };
          expect(await allIds(WHAT, words)).toEqual(expected);
          expect((await seen(WHAT, { ...words, first: 7 })).rows.map(({ id }) => id)).toEqual(expected.slice(0, 7));
          if (asOf === null) expect(expected.length).toBeGreaterThan(0);
          expect((await seen(WHAT, { ...words, first: 1 })).totalCount).toBe(expected.length);
        },
      );

      it('of an agency is what is said of it, record by record, to who asks who may see one', async () => {
        const agency = 'DEU.fire-service';
        const words = { agency, field: 'Premises.floorPlan', purpose: 'PROTECT_LIFE' };
        const open = await allIds(AGENCY, words);
        // Told of records that were made for exercises, whether or not one is shown.
        expect((await told('usa.inspectorate', AGENCY, words)).beside).toMatchObject({ banner: { exercise: true } });
        const list = '{ premisesOfPosts(first: 40) { edges { node { id } } } }';
        const { body } = await mesh.as('usa.inspectorate').query(list);
        const ids = [...JSON.stringify(body.data).matchAll(/"id":"([^"]+)"/g)].map(([, id = '']) => id);
        const asked = [...open.slice(0, 3), ...ids.slice(0, 6)];
        for (const id of asked) {
          const { data } = await told('usa.inspectorate', SIGHT, { id, coordinate: 'Premises.floorPlan', first: 100 });
          const rows = (data as unknown as { sight: { rows: Row[] } | null }).sight?.rows ?? [];
          const said = rows.some(
            (row) => row.agency === agency && row.decision === 'ALLOWED' && row.purpose === 'PROTECT_LIFE',
          );
          expect([id, said]).toEqual([id, open.includes(id)]);
        }
      });

      it('is told to nobody else, and of nobody who is not known: it is as if there were none', async () => {
        const subject = await pseudonymOf('usa.diplomatic-security', 'INCIDENT_RESPONSE');
        const foreigner = await pseudonymOf('gbr.foreign-ministry', 'THREAT_PREVENTION');
        const of = (persona: string, who: string) => told(persona, WHAT, { subject: who, field: 'Incident' });
        const nobody = await of('usa.inspectorate', 'a:0123456789abcdef');
        expect(nobody.data).toEqual({ maySee: null });
        expect(await of('usa.inspectorate', foreigner)).toEqual(nobody);
        for (const persona of ['usa.diplomatic-security', 'gbr.foreign-ministry', 'deu.fire-service']) {
          expect((await of(persona, subject)).data).toEqual(nobody.data);
        }
      });

      it('is asked with a reason, and its entry names of whom', async () => {
        const subject = await pseudonymOf('usa.diplomatic-security', 'INCIDENT_RESPONSE');
        const { body } = await asker('usa.inspectorate', {}).query(WHAT, { subject, field: 'Incident' });
        expect(body.errors?.map(({ extensions }) => extensions.argument)).toEqual(['Chancery-Reason']);
        // Written into the document, where no variable says it.
        await asker('usa.inspectorate').query(
          `query Inline { maySee(person: { subject: "${subject}" }, coordinate: "Incident", first: 1) { rows { id } } }`,
        );
        const [leaf = ''] = await mesh.ledger.leavesOf('Inline');
        expect(leaf).toContain('USA.inspectorate');
        expect(leaf).not.toContain(subject);
        const named = await withConnection(mesh.ledger.readerUrl, async (client) => {
          await noteTouches(client);
          const found: number[] = [];
          for await (const page of readingsOf(client, { logId: 1, record: `Person:${subject}` })) found.push(...page);
          const text = 'select leaf from audit_entry where log_id = 1 and idx = any($1::bigint[])';
          return (await client.query<{ leaf: string }>(text, [found])).rows.map((row) => row.leaf);
        });
        expect(named).toContain(leaf);
      });
    });
  });
});
