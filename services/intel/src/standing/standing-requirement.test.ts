import { demoLaw } from '@chancery/shared/subgraph/testkit/demo-law';
import { profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import { type RegisterFolder, registerFolder } from '@chancery/shared/subgraph/testkit/register-folder';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runIntel } from '../testkit/running-intel.js';
import { TERMS_MAX } from './terms.js';

/** The embassy of the United States in Berlin. */
const POST = 'Q875787';
const POSTS = [POST, 'Q470042', 'Q1803773'];
const OWN = 'usa.diplomatic-security';

type Values = Readonly<Record<string, unknown>>;

describe('a standing requirement', () => {
  let posts: PublishedPosts;
  let data: RegisterFolder;
  let intel: RunningService;
  let keys = 0;
  beforeAll(async () => {
    posts = await publishPosts(POSTS);
    data = registerFolder(POSTS);
    intel = await runIntel({ ...demoLaw(), missionsOwnerUrl: posts.ownerUrl, dataFolder: data.folder });
  });
  afterAll(async () => {
    await intel[Symbol.asyncDispose]();
    await posts[Symbol.asyncDispose]();
    data[Symbol.dispose]();
  });

  async function run(persona: string, field: string, input: Values) {
    keys += 1;
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    const answer = await intel.client.mutate(
      profileOf(persona),
      `mutation ($input: ${type}!) { ${field}(input: $input) { standingRequirement {
        id handling posts regions types termCount status concurrencyToken } } }`,
      { input: { idempotencyKey: `standing-${String(keys).padStart(4, '0')}`, ...input } },
    );
    const payload = (answer.data as unknown as Record<string, Record<string, Values> | null> | null)?.[field];
    return { row: payload?.standingRequirement ?? null, code: answer.errors[0]?.extensions, answer };
  }
  const filed = (changes: Values = {}): Values => ({
    mission: posts.ids.get(POST),
    question: 'What is planned against posts of ours on the Rhine.',
    posts: [POST, 'Q470042'],
    regions: ['DEU'],
    types: ['ARSON'],
    ...changes,
  });
  const seenBy = async (persona: string): Promise<readonly unknown[]> => {
    const answer = await intel.client.query(
      profileOf(persona),
      '{ standingRequirements { edges { node { id handling } } } }',
    );
    const { standingRequirements } = answer.data as unknown as {
      standingRequirements: { edges: { node: { id: string } }[] };
    };
    return standingRequirements.edges.map(({ node }) => node.id);
  };

  it('is filed by who judges what threatens the post, amended, and withdrawn once and for all', async () => {
    const { row, answer } = await run(OWN, 'fileStandingRequirement', filed());
    expect(answer.errors).toEqual([]);
    expect(row).toMatchObject({ posts: [POST, 'Q470042'], termCount: 4, status: 'IN_FORCE' });

    const { id, concurrencyToken } = row as Values;
    const amended = await run(OWN, 'amendStandingRequirement', { id, concurrencyToken, types: ['ARSON', 'BOMBING'] });
    expect(amended.answer.errors).toEqual([]);
    expect(amended.row).toMatchObject({ posts: [POST, 'Q470042'], types: ['ARSON', 'BOMBING'], termCount: 5 });

    expect((await run(OWN, 'withdrawStandingRequirement', { id })).row).toMatchObject({ status: 'WITHDRAWN' });
    expect((await run(OWN, 'withdrawStandingRequirement', { id })).code).toMatchObject({ code: 'TRANSITION_INVALID' });
  });

  it('is seen by its own State alone: hidden from the host, from a partner and from whoever else', async () => {
    const { row } = await run(OWN, 'fileStandingRequirement', filed());
    const id = (row as Values).id;
    expect(await seenBy(OWN)).toContain(id);
    for (const persona of [
      'deu.police',
      'deu.foreign-ministry',
      'gbr.foreign-ministry',
      'un.security',
      'ury.observer',
    ]) {
      expect(await seenBy(persona)).toEqual([]);
      const { code } = await run(persona, 'withdrawStandingRequirement', { id });
      expect(['NOT_FOUND', 'WRITE_DENIED']).toContain(code?.code);
    }
  });

  it('is filed by no State on account of a post that is not its own', async () => {
    for (const persona of ['deu.foreign-ministry', 'gbr.foreign-ministry']) {
      expect((await run(persona, 'fileStandingRequirement', filed())).code).toMatchObject({ code: 'WRITE_DENIED' });
    }
  });

  it(`names from one to ${TERMS_MAX} terms together, also when it is amended`, async () => {
    const many = (count: number): string[] => Array.from({ length: count }, (_, n) => `Q${n + 1}`);
    const refused = async (changes: Values) => (await run(OWN, 'fileStandingRequirement', filed(changes))).code;
    expect(await refused({ posts: null, regions: null, types: null })).toMatchObject({ code: 'INPUT_INVALID' });
    expect(await refused({ posts: many(TERMS_MAX - 1) })).toMatchObject({ code: 'INPUT_INVALID' });

    const { row } = await run(OWN, 'fileStandingRequirement', filed({ posts: many(TERMS_MAX - 2) }));
    expect(row).toMatchObject({ termCount: TERMS_MAX });
    const { id, concurrencyToken } = row as Values;
    const amended = await run(OWN, 'amendStandingRequirement', { id, concurrencyToken, actors: ['TA-1'] });
    expect(amended.code).toEqual({ code: 'INPUT_INVALID', argument: 'input' });
  });
});
