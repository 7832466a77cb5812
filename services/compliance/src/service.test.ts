import { readFileSync } from 'node:fs';
import { POLICIES, POLICY_SET_VERSION } from '@chancery/policy/policies';
import { loadVersions } from '@chancery/policy/policy-versions';
import { RULE_TEXTS } from '@chancery/policy/rule-texts';
import { DATA_FOLDER } from '@chancery/shared/data-folder';
import { supergraphCategories } from '@chancery/shared/schema/supergraph-categories';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { demoLaw } from '@chancery/shared/subgraph/testkit/demo-law';
import { NOW, profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import { CATEGORIES, type Purpose } from '@chancery/shared/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exercisePosts } from './testkit/exercise-posts.js';
import { runCompliance } from './testkit/running-compliance.js';

const POSTS = exercisePosts(12);
const STARTED_WITHIN_MS = 300_000;

type Node = Readonly<Record<string, unknown>>;

describe('the compliance subgraph', () => {
  let posts: PublishedPosts;
  let running: RunningService;
  beforeAll(async () => {
    posts = await publishPosts(POSTS);
    running = await runCompliance({ ...demoLaw(), missionsOwnerUrl: posts.ownerUrl, dataFolder: DATA_FOLDER });
  }, STARTED_WITHIN_MS);
  afterAll(async () => {
    await running[Symbol.asyncDispose]();
    await posts[Symbol.asyncDispose]();
  });

  /** What a persona is given of a list. */
  async function seen(persona: string, field: string, selection: string, purpose?: Purpose): Promise<Node[]> {
    const document = `{ list: ${field} { totalCount edges { node { ${selection} } } } }`;
    const answer = await running.client.query(profileOf(persona, purpose), document);
    expect(answer.errors).toEqual([]);
    const { list } = answer.data as unknown as { list: { totalCount: number; edges: { node: Node }[] } };
    return list.edges.map(({ node }) => node);
  }

  const storedActs = async (): Promise<ReadonlyMap<string, string>> => {
    const { rows } = await inTransaction(running.database.ownerUrl, (client) =>
      client.query<{ id: string; reference: string }>('select id, reference from legal_act where withdrawn_at is null'),
    );
    return new Map(rows.map(({ id, reference }) => [id, reference]));
  };
  async function actsSeen(persona: string): Promise<string[]> {
    const stored = await storedActs();
    const nodes = await seen(persona, 'legalActs(first: 100)', 'id');
    return nodes.map(({ id }) => stored.get(String(id)) ?? 'unknown');
  }

  it('reads every rule that decisions cite to whoever is accepted, each with its instrument', async () => {
    const found = await seen(
      'ury.observer',
      'legalRules(first: 100, filter: { reference: { in: ["VCDR-22-1", "VCCR-31-2"] } }, orderBy: [{ reference: ASC }])',
      'reference effect summary isChecked instrument { id }',
    );

    expect(found.map(({ reference }) => reference)).toContain('VCDR-22-1');
    for (const { summary, effect, instrument } of found) {
      expect([typeof summary, typeof effect, typeof instrument]).toEqual(['string', 'string', 'object']);
    }
  });

  it('holds the acts of the snapshot and no others, with the same times', async () => {
    const { rows } = await inTransaction(running.database.ownerUrl, (client) =>
      client.query<{ reference: string; from_at: Date; until_at: Date | null }>(
        'select reference, from_at, until_at from legal_act where withdrawn_at is null',
      ),
    );
    const held = rows.map((row) => [row.reference, row.from_at.getTime(), row.until_at?.getTime() ?? null]);
    const { acts } = demoLaw();
    const made = acts.map(({ id, from, until }) => [id, Date.parse(from), until === null ? null : Date.parse(until)]);

    expect(held.sort()).toEqual(made.sort());
    expect(acts.length).toBeGreaterThan(20);
    expect(NOW).toBe(Math.max(...held.map(([, from]) => Number(from))));
  });

  it('has no act of others: one between two States exists for these two', async () => {
    expect(await actsSeen('usa.diplomatic-security')).toContain('act_exercise_mandate_q3774656');
    for (const persona of ['ury.observer', 'deu.police', 'gbr.foreign-ministry']) {
      expect(await actsSeen(persona)).not.toContain('act_exercise_mandate_q3774656');
    }
    expect(await actsSeen('deu.police')).toContain('act_exercise_fire_q875787');
    expect(await actsSeen('ury.observer')).not.toContain('act_exercise_fire_q875787');
  });

  it('imports the same again without a change of the register', async () => {
    await running.setUp();

    expect(running.reported).toContain('register: as imported before');
  });

  it('shows waivers of a post to the State that made them and tells others nothing of them', async () => {
    const waivers = 'waivers(first: 100)';
    const own = await seen('usa.diplomatic-security', waivers, 'scope isWritten coversExecution');

    expect(own.length).toBeGreaterThan(0);
    expect(await seen('ury.observer', waivers, 'id')).toEqual([]);
  });

  it('tells nobody to whom release was refused that it was asked for', async () => {
    const { rows } = await inTransaction(running.database.ownerUrl, (client) =>
      client.query<{ id: string }>(`select id from release_decision where outcome = 'REFUSED'`),
    );
    const refused = rows.map(({ id }) => id);
    const known = (await seen('deu.foreign-ministry', 'releaseDecisions(first: 100)', 'id')).map(({ id }) => id);

    expect(refused.length).toBeGreaterThan(0);
    expect(known.filter((id) => refused.includes(String(id)))).toEqual([]);
  });

  it('says of a State that it is bound by an instrument whence that is known', async () => {
    const [found] = await seen(
      'ury.observer',
      'partyStatuses(filter: { party: { eq: "DEU" } })',
      'instrument boundFrom source',
    );

    expect(found).toMatchObject({ instrument: 'IPP 1973', boundFrom: '1977-02-24' });
    expect(found?.source).toContain('From memory');
  });

  it('says of a reservation to which article it was made, and that it is from memory', async () => {
    const reserved = await seen(
      'ury.observer',
      'partyStatuses(filter: { instrument: { eq: "VCDR 1961" } }, first: 50)',
      'party boundFrom reservations source',
    );

    expect(reserved.find(({ party }) => party === 'BHR')).toMatchObject({
      boundFrom: '1971-12-02',
      reservations: expect.stringContaining('VCDR 27(3)'),
    });
    for (const { reservations, source } of reserved) {
      expect(reservations).toMatch(/VCDR \d+/);
      expect(source).toContain('from memory');
      expect(source).toContain('wants a lawyer');
    }
  });

  it('names every kind of data with the rules that govern it, and says where none but those of the charter permits it', async () => {
    const kinds = await seen('ury.observer', 'dataKinds(first: 100)', 'reference permittedBy barredBy isGap');
    const [rule] = await seen(
      'ury.observer',
      'legalRules(filter: { reference: { eq: "VCDR-22-1" } })',
      'reference governs',
    );

    expect(kinds.map(({ reference }) => reference).sort()).toEqual([...CATEGORIES].sort());
    const interior = kinds.find(({ reference }) => reference === 'PREMISES_INTERIOR');
    expect(interior?.barredBy).toContain('VCDR-22-1');
    expect(rule?.governs).toEqual(['PREMISES_RESCUE', 'PREMISES_INTERIOR']);
    for (const { permittedBy, isGap } of kinds) {
      // A release in an emergency is of every kind of data, and so names none.
      const own = (permittedBy as string[]).filter((id) => !id.startsWith('CHY-') && id !== 'EO-4.2b');
      expect(isGap).toBe(own.length === 0);
    }
    expect(kinds.filter(({ isGap }) => isGap).map(({ reference }) => reference)).toContain('BAG');
  });

  it('names for each kind of data the fields of the schema that hold it, each once, and leads from a rule to them', async () => {
    const kinds = await seen('ury.observer', 'dataKinds(first: 100)', 'reference coordinates');
    const categories = supergraphCategories(
      readFileSync(new URL('../../../supergraph.graphql', import.meta.url), 'utf8'),
    );
    const named = kinds.flatMap(({ reference, coordinates }) =>
      (coordinates as string[]).map((each) => [each, reference]),
    );
    expect(new Map(named as [string, string][])).toEqual(
      new Map([...categories].map(([each, { category }]) => [each, category])),
    );
    expect(named).toHaveLength(categories.size);

    const [rule] = await seen(
      'ury.observer',
      'legalRules(filter: { reference: { eq: "VCDR-22-1" } })',
      'kinds { reference coordinates }',
    );
    const governed = rule?.kinds as { reference: string; coordinates: string[] }[];
    expect(governed.map(({ reference }) => reference).sort()).toEqual(['PREMISES_INTERIOR', 'PREMISES_RESCUE']);
    expect(governed.flatMap(({ coordinates }) => coordinates)).toContain('Premises.floorPlan');
  });

  it('tells the versions that the law has had, the last of which decides, and what each changed of which rule', async () => {
    const [last, before] = await seen(
      'ury.observer',
      'policyChanges(first: 2, orderBy: [{ number: DESC }])',
      'number version supersedes ruleCount changes(first: 200) { edges { node { rule change legalRule { reference } } } }',
    );
    expect(last).toMatchObject({
      version: POLICY_SET_VERSION,
      supersedes: before?.version,
      ruleCount: POLICIES.length,
    });
    const { changes } = last as { changes: { edges: { node: object }[] } };
    const changed = changes.edges.map(({ node }) => node);
    expect(changed.length).toBe(loadVersions().at(-1)?.changes.length);

    const [added] = await seen(
      'ury.observer',
      'ruleChanges(filter: { rule: { eq: "CHY-TRST" }, change: { eq: ADDED } })',
      'summary legalRule { reference } policyChange { number }',
    );
    expect(added).toMatchObject({ legalRule: { reference: 'CHY-TRST' }, summary: RULE_TEXTS['CHY-TRST']?.summary });
  });

  it('is loaded anew where law or schema have changed, which lie in no data folder', async () => {
    await inTransaction(running.database.ownerUrl, (client) =>
      client.query(`update imported set digest = 'of another law' where source = 'law'`),
    );
    const before = running.reported.length;
    await running.setUp();
    expect(running.reported.slice(before)).not.toContain('register: as imported before');
    await running.setUp();
    expect(running.reported.slice(before)).toContain('register: as imported before');
  });

  it('names every State by its code, to whoever is accepted, in a language of its reader too', async () => {
    const asked = 'reference name nameIn(language: "fr") none: nameIn(language: "tlh")';
    const [found] = await seen('ury.observer', 'states(filter: { reference: { eq: "DEU" } })', asked);
    expect(found).toEqual({ reference: 'DEU', name: 'Germany', nameIn: 'Allemagne', none: null });
  });

  it('shows what is published of acts to everybody, and of an act between two States nothing to a third', async () => {
    const acts = await seen('ury.observer', 'legalActs(first: 100)', 'reference kind issuer');
    expect(acts).toContainEqual({ reference: 'act_party_ipp1973_deu', kind: 'PARTY_STATUS', issuer: 'DEU' });
    expect(acts.filter(({ kind }) => kind !== 'PARTY_STATUS' && kind !== 'AGREEMENT')).toEqual([]);
  });
});
