import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LedgerProjection } from '@chancery/compliance/audit/ledger-projection';
import { systemClock } from '@chancery/shared/clock';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse, validate } from 'graphql';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh, supergraph } from '../testkit/mesh.js';

const FOLDER = join(import.meta.dirname, '../../../docs/questions');
const QUESTIONS = readdirSync(FOLDER);
const textOf = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');
const FLOOR_PLANS = `query Plans {
  missions(filter: { wikidataId: { eq: "Q875787" } }) { edges { node { id premises { floorPlan } } } }
}`;

interface Connection {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[];
}

describe('a saved question of a compliance officer', () => {
  let mesh: Mesh;
  let post: string;
  beforeAll(async () => {
    mesh = await startMesh();
    const own = await mesh.as('usa.diplomatic-security', 'INCIDENT_RESPONSE').query(FLOOR_PLANS);
    expect(own.body.errors).toBeUndefined();
    const { missions } = own.body.data ?? {};
    post = (missions as { edges: { node: { id: string } }[] }).edges[0]?.node.id ?? '';
    await mesh.as('gbr.foreign-ministry', 'THREAT_PREVENTION').query(FLOOR_PLANS);
    await using projection = new LedgerProjection({
      ledgerUrl: mesh.ledger.readerUrl,
      loaderUrl: mesh.loaderUrlOf('compliance'),
      clock: systemClock,
      log: (line) => {
        throw new Error(JSON.stringify(line));
      },
    });
    await projection.catchUp();
    await mesh.as('usa.inspectorate').query('{ auditEntries { edges { node { receipt subject } } } }');
    await projection.catchUp();
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  async function ask(question: string, words: Readonly<Record<string, unknown>>): Promise<Connection> {
    const [since, until] = [new Date(Date.now() - 3_600_000).toISOString(), new Date(Date.now() + 1_000).toISOString()];
    const { body } = await mesh.as('usa.inspectorate').query(textOf(`${question}.graphql`), { since, until, ...words });
    expect(body.errors).toBeUndefined();
    return Object.values(body.data ?? {})[0] as Connection;
  }
  const agencies = ({ edges }: Connection): unknown[] => [...new Set(edges.map(({ node }) => node.agency))];

  it.each(QUESTIONS)('%s fits the schema, and says which questions it answers', (file) => {
    const text = textOf(file);
    expect(validate(supergraph.consumerSchema, parse(text))).toEqual([]);
    expect(text).toMatch(/Questions? [0-9]/);
  });

  it('names who saw a field of a post, and who was refused it', async () => {
    const words = { post, field: 'Premises.floorPlan' };
    expect(agencies(await ask('who-saw', words))).toEqual(['USA.diplomatic-security']);
    expect(agencies(await ask('who-was-refused', words))).toEqual(['GBR.foreign-ministry']);
    expect((await ask('who-saw', { ...words, rankMin: 4 })).totalCount).toBe(0);
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

  it('names what the own agencies asked, who read the audit, and nothing of an act that nobody relied on', async () => {
    const asked = await ask('requests-of', { agency: 'USA.diplomatic-security' });
    expect(asked.edges.map(({ node }) => node.operation)).toContain('Plans');
    expect((await ask('requests-of', { agency: 'GBR.foreign-ministry' })).totalCount).toBe(0);
    expect(agencies(await ask('audit-readers', {}))).toEqual(['USA.inspectorate']);
    expect((await ask('by-act', { act: 'act_none@1' })).totalCount).toBe(0);
    expect((await ask('read-of-post', { post, rankMin: 0 })).totalCount).toBeGreaterThan(0);
    expect((await ask('emergency-disclosures', {})).edges).toEqual([]);
  });
});
