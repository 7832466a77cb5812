import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openServiceDatabase } from '@chancery/shared/subgraph/serving/service-database';
import { printMigrationList } from '@chancery/shared/subgraph/tables/migration-list';
import { planMigration } from '@chancery/shared/subgraph/tables/plan-migration';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import { walkColumns } from '@chancery/shared/subgraph/testkit/walk-columns';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { checkSubgraphs, composeSupergraph } from '../composition/compose-supergraph.js';
import { loadSubgraphs, parseSubgraph } from '../composition/subgraph.js';
import { CreateReferences1790000000000 } from './fixture/migrations/1790000000000-create-references.js';
import { MIGRATIONS } from './fixture/migrations.js';
import { access } from './fixture/service.js';
import { profileFor, type RunningAccess, runAccess } from './running-access.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const read = (file: string): string => readFileSync(new URL(`../../src/aggregate/${file}`, import.meta.url), 'utf8');

const [EMBASSY = '', HIDDEN = ''] = ['Q875787', 'Q470042'];
const HIDDEN_POST = `l=USA:3;rel=USA;nat=USA;pur=*;own=USA.diplomatic-security;m=${HIDDEN}`;
const handlingFor = (...states: string[]): string =>
  `l=USA:0;rel=${states.sort().join('+')};nat=*;pur=*;own=USA.diplomatic-security;m=${EMBASSY};t=synthetic`;

describe('an aggregate that was added by the recipe', () => {
  let posts: PublishedPosts;
  let running: RunningAccess;

  beforeAll(async () => {
    posts = await publishPosts([EMBASSY, HIDDEN], new Map([[HIDDEN, HIDDEN_POST]]));
    running = await runAccess(posts.ownerUrl, ROWS());
  });
  afterAll(async () => {
    await running[Symbol.asyncDispose]();
    await posts[Symbol.asyncDispose]();
  });

  /** Two that Germany is told of, one of which is to work at a post that it is not, and one that it is not told of. */
  const ROWS = () =>
    [
      { contractorRef: 'V-1', to: ['USA', 'DEU'], day: 1, status: 'CLEARED', post: EMBASSY },
      { contractorRef: 'V-2', to: ['USA', 'DEU'], day: 2, status: 'REQUESTED', post: HIDDEN },
      { contractorRef: 'V-3', to: ['USA'], day: 3, status: 'REFUSED', post: EMBASSY },
    ].map(({ contractorRef, to, day, status, post }) => ({
      handling: handlingFor(...to),
      synthetic: true,
      contractorRef,
      idDocument: day === 1 ? null : 'passport',
      opensAt: new Date(`2026-10-0${day}T08:00:00Z`),
      closesAt: new Date(`2026-10-0${day}T18:00:00Z`),
      status: status as 'CLEARED' | 'REQUESTED' | 'REFUSED',
      watchlistRef: day === 3 ? 'L-7' : null,
      mission: posts.ids.get(post) ?? null,
    }));

  async function list(represents: string, args = ''): Promise<unknown> {
    const query = `{ contractorVettings${args} { totalCount edges { node { contractorRef mission { id } } } } }`;
    const answer = await running.client.query(profileFor(represents), query);
    expect(answer.errors).toEqual([]);
    return answer.data?.contractorVettings;
  }

  it('is the file that the recipe shows, in a service whose list it stands in', () => {
    expect(readFileSync(`${ROOT}/CONTRIBUTING.md`, 'utf8')).toContain(
      `\`\`\`ts\n${read('fixture/contractor-vetting.ts')}\`\`\``,
    );
    expect(access.aggregates.map(({ declared }) => declared.name)).toEqual(['ContractorVetting']);
  });

  it('has the migration that is printed for it, byte for byte, after which none is missing', async () => {
    const adminUrl = running.database.adminUrl;
    const head = { name: 'add-contractor-vetting', at: 1790000100000 };
    const plan = { adminUrl, tables: access.tables, head };
    const printed = await planMigration({ ...plan, migrations: [CreateReferences1790000000000] });

    expect(printed?.differences).toEqual(['no migration makes contractor_vetting']);
    expect(printed?.text).toBe(read('fixture/migrations/1790000100000-add-contractor-vetting.ts'));
    expect(await planMigration({ ...plan, migrations: MIGRATIONS })).toBeNull();
    const files = readdirSync(new URL('../../src/aggregate/fixture/migrations', import.meta.url));
    expect(printMigrationList(files)).toBe(read('fixture/migrations.ts'));
  });

  it('has a filter, an order, a connection, root fields and links that compose with every other subgraph', async () => {
    const { sdl } = await access.schema();
    const subgraphs = [...loadSubgraphs(ROOT), parseSubgraph('access', 'http://127.0.0.1:1', sdl)];
    expect(checkSubgraphs(subgraphs)).toEqual([]);
    const supergraph = parse(composeSupergraph(subgraphs));

    const fieldsOf = (type: string): string[] => {
      const found = supergraph.definitions.find((each) => 'name' in each && each.name?.value === type);
      return found !== undefined && 'fields' in found ? (found.fields ?? []).map(({ name }) => name.value).sort() : [];
    };
    expect(fieldsOf('ContractorVettingFilter')).toEqual([
      'and',
      'contractorRef',
      'id',
      'mission',
      'not',
      'opensAt',
      'or',
      'status',
      'synthetic',
    ]);
    expect(fieldsOf('ContractorVettingOrder')).toEqual(['closesAt', 'opensAt']);
    expect(fieldsOf('ContractorStatusCondition')).toEqual(['eq', 'in', 'isNull']);
    expect(fieldsOf('ContractorVettingConnection')).toContain('totalCount');
    expect(fieldsOf('Query')).toEqual(expect.arrayContaining(['contractorVetting', 'contractorVettings', 'warnings']));
    expect(fieldsOf('Mission')).toContain('contractorVettings');
    expect(fieldsOf('Subscription')).toContain('contractorVettingDecided');
    expect(fieldsOf('RequestContractorVettingInput')).toEqual([
      'closesAt',
      'contractorRef',
      'idDocument',
      'idempotencyKey',
      'mission',
      'opensAt',
    ]);
  });

  it('tells by no filter and no order of a field that is closed, and finds by each what is in it', async () => {
    const source = await openServiceDatabase(running.database.serviceUrl, access.entities);
    const problems = await walkColumns(await access.schema(), source);
    await source.destroy();

    expect(problems).toEqual([]);
  });

  it('has no row that its label hides, in no list, no count and by no id', async () => {
    expect(await list('USA', '(orderBy: [{ opensAt: DESC }])')).toEqual({
      totalCount: 3,
      edges: [
        { node: { contractorRef: 'V-3', mission: { id: posts.ids.get(EMBASSY) } } },
        { node: { contractorRef: 'V-2', mission: { id: posts.ids.get(HIDDEN) } } },
        { node: { contractorRef: 'V-1', mission: { id: posts.ids.get(EMBASSY) } } },
      ],
    });
    expect(await list('FRA')).toEqual({ totalCount: 0, edges: [] });
  });

  it('hides a link to what is hidden, and is not listed from there', async () => {
    expect(await list('DEU', '(orderBy: [{ opensAt: ASC }])')).toEqual({
      totalCount: 2,
      edges: [
        { node: { contractorRef: 'V-1', mission: { id: posts.ids.get(EMBASSY) } } },
        { node: { contractorRef: 'V-2', mission: null } },
      ],
    });
    const ofPost = async (represents: string, post: string): Promise<unknown> => {
      const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Mission { contractorVettings { edges { node { contractorRef } } } } } }`;
      const of = [{ __typename: 'Mission', id: posts.ids.get(post) }];
      return (await running.client.query(profileFor(represents), query, { of })).data?._entities;
    };
    const page = (...found: string[]) => ({
      contractorVettings: { edges: found.map((contractorRef) => ({ node: { contractorRef } })) },
    });
    expect(await ofPost('DEU', EMBASSY)).toEqual([page('V-1')]);
    expect(await ofPost('USA', HIDDEN)).toEqual([page('V-2')]);
    expect(await ofPost('DEU', HIDDEN)).toEqual([null]);
  });

  it('withholds a field by its category, and says under which handling', async () => {
    const answer = await running.client.query(
      profileFor('USA'),
      '{ contractorVettings(filter: { contractorRef: { eq: "V-3" } }) { edges { node { handling watchlistRef } } } }',
    );

    const [edge] = (
      answer.data as { contractorVettings: { edges: { node: { handling: number; watchlistRef: unknown } }[] } }
    ).contractorVettings.edges;
    expect(edge?.node.watchlistRef).toBeNull();
    expect(answer.extensions.withheld).toEqual({ 'ContractorVetting.watchlistRef': [edge?.node.handling] });
  });

  it('is made by its command, once for its key, for its own State, and only at a post that the caller sees', async () => {
    const request = (represents: string, post: string, changes: object = {}) =>
      running.client.mutate(
        profileFor(represents),
        `mutation ($input: RequestContractorVettingInput!) {
          requestContractorVetting(input: $input) { contractorVetting { handling contractorRef status mission { id } } } }`,
        {
          input: {
            idempotencyKey: 'request-0001',
            mission: posts.ids.get(post),
            contractorRef: 'V-9',
            opensAt: '2026-10-09T08:00:00Z',
            ...changes,
          },
        },
      );
    const made = await request('DEU', EMBASSY);
    expect(made.errors).toEqual([]);
    const { contractorVetting } = (
      made.data as { requestContractorVetting: { contractorVetting: { handling: number } } }
    ).requestContractorVetting;
    expect(contractorVetting).toMatchObject({
      contractorRef: 'V-9',
      status: 'REQUESTED',
      mission: { id: posts.ids.get(EMBASSY) },
    });
    expect(made.extensions.handlings?.[contractorVetting.handling]).toBe(
      `l=DEU:0;rel=DEU;nat=*;pur=*;own=DEU.foreign-ministry;m=${EMBASSY}`,
    );
    expect((await request('DEU', EMBASSY)).data).toEqual(made.data);
    expect(await list('DEU')).toMatchObject({ totalCount: 3 });
    expect(await list('USA')).toMatchObject({ totalCount: 3 });

    const codeOf = async (answer: ReturnType<typeof request>) => (await answer).errors[0]?.extensions.code;
    const fresh = { idempotencyKey: 'request-0002' };
    expect(await codeOf(request('DEU', HIDDEN, fresh))).toBe('NOT_FOUND');
    expect(await codeOf(request('FRA', EMBASSY, fresh))).toBe('WRITE_DENIED');
    expect(await codeOf(request('DEU', EMBASSY, { ...fresh, contractorRef: ' ' }))).toBe('INPUT_INVALID');
    expect(await codeOf(request('DEU', EMBASSY, { ...fresh, closesAt: '2026-10-08T00:00:00Z' }))).toBe('INPUT_INVALID');
    expect(await list('DEU')).toMatchObject({ totalCount: 3 });
  });

  it('is imported from its own list of lines: a second time changes nothing, and what is left out is withdrawn', async () => {
    expect(await running.load(ROWS())).toEqual({ changed: 0, withdrawn: 0 });
    const [first, , third] = ROWS();
    expect(await running.load([first, third].filter((row) => row !== undefined))).toEqual({ changed: 0, withdrawn: 1 });
    expect(await list('DEU')).toMatchObject({ totalCount: 2 });

    const { idDocument: _, ...poor } = ROWS()[0] ?? { handling: '' };
    await expect(running.load([poor])).rejects.toThrow('a row of `ContractorVetting` without `idDocument`');
    await running.load(ROWS());
    // What a command made is no import's to withdraw.
    expect(await list('DEU')).toMatchObject({ totalCount: 3 });
  });
});
