import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Profile } from '../../subjects/subject.js';
import { profileFor, type RunningNotes, runNotes, type StoredNote } from '../testkit/running-notes.js';
import type { SightQuestion } from './sight-question.js';

/** Whoever reads a note is decided by its release set alone: those of `rel`; its title may have a portion of its own. */
const handlingOf = (owner: string, rel: string, title = ''): string =>
  `l=-;rel=${rel};nat=*;pur=*;own=${owner}.archive${title === '' ? '' : `!Note.title(l=-;rel=${title};nat=*;pur=*)`}`;
const KINDS = [
  handlingOf('USA', '*'),
  handlingOf('USA', 'USA'),
  handlingOf('USA', 'DEU+USA'),
  handlingOf('USA', 'DEU+GBR+USA', 'USA'),
  handlingOf('DEU', '*'),
  handlingOf('DEU', 'DEU'),
  handlingOf('DEU', 'DEU+USA'),
  handlingOf('CHANCERY', '*'),
];
const idOf = (index: number): string => `not_${String(index).padStart(26, '0')}`;
const ROWS: readonly StoredNote[] = Array.from({ length: 64 }, (_, index) => {
  return { id: idOf(index), handling: KINDS[(index * 5) % KINDS.length] ?? '', title: `t${index}` };
});
const LIST = `query ($first: Int, $after: String) {
  notes(first: $first, after: $after) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } }
}`;

interface Listed {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

describe('what oversight is shown of what a person may see', () => {
  let notes: RunningNotes;
  beforeAll(async () => {
    notes = await runNotes(ROWS);
  });
  afterAll(async () => notes[Symbol.asyncDispose]());

  const ask = (asker: Profile, sight: unknown, variables: object = {}, of = notes) => {
    const body = JSON.stringify({ query: LIST, variables, extensions: { sight } });
    return of.client.send(body, of.client.sign(asker, body));
  };
  async function page(asker: Profile, sight: SightQuestion, variables: object = {}, of = notes): Promise<Listed> {
    const { errors, data } = await ask(asker, sight, variables, of);
    expect(errors).toEqual([]);
    return data?.notes as Listed;
  }
  const of = (state: string, coordinate: SightQuestion['coordinate'] = 'EXISTENCE'): SightQuestion => ({
    profiles: [profileFor(state)],
    coordinate,
    at: notes.time.now,
  });
  const kindsOf = ({ edges }: Listed): readonly string[] => {
    const found = new Set(edges.map(({ node }) => ROWS.find(({ id }) => id === node.id)?.handling ?? ''));
    return KINDS.filter((kind) => found.has(kind));
  };

  it('are of the records of its own State those that a person of another reads', async () => {
    const seen = await page(profileFor('USA'), of('DEU'));
    expect(kindsOf(seen)).toEqual([KINDS[0], KINDS[2], KINDS[3]]);
    expect(seen.totalCount).toBe(24);
    expect(kindsOf(await page(profileFor('USA'), of('DEU', 'Note.title')))).toEqual([KINDS[0], KINDS[2]]);
  });

  it('are of its own people those of other States too, as far as it may know of them itself', async () => {
    const seen = await page(profileFor('USA'), of('USA'));
    expect(kindsOf(seen)).toEqual(KINDS.filter((_, index) => index !== 5));
    // Germany's own record, which the United States does not see, is told of to nobody but Germany.
    expect(kindsOf(await page(profileFor('DEU'), of('DEU')))).toContain(KINDS[5]);
  });

  it('are told to no State whose records they are not and whose people nobody is', async () => {
    const seen = await page(profileFor('GBR'), of('DEU'));
    expect(seen).toEqual({ totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });

  it('come page by page, each once, and are counted whole', async () => {
    const all = await page(profileFor('USA'), of('USA'), { first: 100 });
    const paged: string[] = [];
    for (let after: string | null = null; ; ) {
      const { edges, pageInfo, totalCount } = await page(profileFor('USA'), of('USA'), { first: 7, after });
      paged.push(...edges.map(({ node }) => node.id));
      expect(totalCount).toBe(all.edges.length);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(paged).toEqual(all.edges.map(({ node }) => node.id));
    expect(paged).toEqual([...new Set(paged)].sort());
  });

  it('are those of any purpose that is asked about, each once', async () => {
    const both = { ...of('DEU'), profiles: [profileFor('DEU'), profileFor('GBR')] };
    const seen = await page(profileFor('USA'), both, { first: 100 });
    expect(seen.edges).toHaveLength(24);
    expect(seen.totalCount).toBe(24);
  });

  it('tell nothing of a record that is hidden from who asks: the answer is that of one which is not there', async () => {
    await using other = await runNotes(ROWS.filter(({ handling }) => handling !== KINDS[5]));
    const hidden = ROWS.filter(({ handling }) => handling === KINDS[5]);
    expect(hidden.length).toBeGreaterThan(0);
    for (const variables of [{ first: 5 }, { first: 100 }]) {
      const [one, two] = [notes, other].map((each) => page(profileFor('USA'), of('USA'), variables, each));
      const shown = ({ edges, totalCount, pageInfo }: Listed) => [edges, totalCount, pageInfo.hasNextPage];
      expect(shown((await one) as Listed)).toEqual(shown((await two) as Listed));
    }
  });

  it('are refused where it cannot be read of whom is asked: never is more listed', async () => {
    for (const sight of [{}, null, { ...of('DEU'), profiles: [] }, { ...of('DEU'), coordinate: 7 }, 'DEU']) {
      const { errors, data } = await ask(profileFor('USA'), sight);
      expect([data, errors.map(({ extensions }) => extensions.code)]).toEqual([undefined, ['REQUEST_MALFORMED']]);
    }
  });
});
