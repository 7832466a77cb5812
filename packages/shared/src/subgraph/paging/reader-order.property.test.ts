import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type RunningKiosks, runKiosks, type StoredKiosk } from '../testkit/running-kiosks.js';
import { profileFor } from '../testkit/running-notes.js';

const STATES = ['URY', 'USA', 'DEU'] as const;
const LONG = 120_000;

interface Row extends StoredKiosk {
  readonly name: string;
  readonly seenBy: readonly string[];
  readonly readBy: readonly string[];
}

/** Letters that languages put in different places; two together are one letter to some. */
const LETTERS = [...'aåäbcčćdđefijlnoösšuüyzž', ...'AÅČDĐLNÖSŠZŽ'];
const states = fc.subarray([...STATES]);
const setOf = (among: readonly string[]) => (among.length === 0 ? '-' : [...among].sort().join('+'));
const names = fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 4 }).map((letters) => letters.join(''));
/** Seen and read by all. */
const OPEN = ['Za', 'Žb', 'Zc', 'Žd'].map((name) => ({ name, seenBy: [...STATES], readBy: [...STATES] }));
const [ROWS = []] = fc
  .sample(
    fc.uniqueArray(fc.record({ name: names, seenBy: states, readBy: states }), {
      selector: ({ name }) => name,
      minLength: 180,
      maxLength: 200,
    }),
    { numRuns: 1, seed: 11 },
  )
  .map((rows): Row[] =>
    [...OPEN, ...rows.filter(({ name }) => !OPEN.some((open) => open.name === name))].map((row, index) => ({
      ...row,
      handling: `l=-;rel=${setOf(row.seenBy)};nat=*;pur=*;own=USA.team${index % 30}!Kiosk.name(l=-;rel=${setOf(row.readBy)};nat=*;pur=*)`,
    })),
  );

const KIOSKS = `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: [KioskOrder!], $language: ReaderLanguage) {
  kiosks(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy, language: $language) {
    edges { node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

interface Page {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: Readonly<Record<'startCursor' | 'endCursor', string | null>> &
    Readonly<Record<'hasNextPage' | 'hasPreviousPage', boolean>>;
}

describe('texts in the order of the alphabet of a language', () => {
  let kiosks: RunningKiosks;
  let ids: ReadonlyMap<string, string>;
  beforeAll(async () => {
    kiosks = await runKiosks(ROWS);
    ids = await kiosks.store(ROWS);
  }, LONG);
  afterAll(async () => kiosks[Symbol.asyncDispose]());

  async function page(state: string, variables: object): Promise<Page> {
    const answer = await kiosks.client.query(profileFor(state), KIOSKS, { ...variables });
    if (!answer.data?.kiosks) throw new Error(JSON.stringify(answer.errors));
    return answer.data.kiosks as Page;
  }

  const idsOf = ({ edges }: Page): string[] => edges.map(({ node }) => node.id);

  /** All ids, page by page from the first or from the last. */
  async function walk(state: string, variables: object, size: number, backward: boolean): Promise<string[]> {
    const found: string[] = [];
    for (let cursor: string | null = null; ; ) {
      const way = backward ? { last: size, before: cursor } : { first: size, after: cursor };
      const next = await page(state, { ...variables, ...way });
      if (backward) found.unshift(...idsOf(next));
      else found.push(...idsOf(next));
      cursor = backward ? next.pageInfo.startCursor : next.pageInfo.endCursor;
      if (!(backward ? next.pageInfo.hasPreviousPage : next.pageInfo.hasNextPage)) return found;
    }
  }

  /** By brute force: names that may be read as a reader of the language has them, then all others by their ids. */
  function wanted(state: string, language: string | null, direction: 'ASC' | 'DESC'): string[] {
    const collator = new Intl.Collator(language?.toLowerCase() ?? 'und');
    const seen = ROWS.filter(({ seenBy }) => seenBy.includes(state));
    const read = seen.filter(({ readBy }) => readBy.includes(state)).sort((a, b) => collator.compare(a.name, b.name));
    const closed = seen.filter(({ readBy }) => !readBy.includes(state)).map(({ name }) => ids.get(name) ?? '');
    const known = read.map(({ name }) => ids.get(name) ?? '');
    closed.sort();
    return direction === 'ASC' ? [...known, ...closed] : [...known.reverse(), ...closed.reverse()];
  }

  it(
    'come as its readers have them, no row lost and none twice, and last by their ids those whose text may not be read',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...STATES),
          fc.constantFrom('HR', 'SV', null),
          fc.constantFrom('ASC' as const, 'DESC' as const),
          fc.constantFrom(7, 23, 300),
          fc.boolean(),
          async (state, language, direction, size, backward) => {
            const asked = { orderBy: [{ name: direction }], language };
            expect(await walk(state, asked, size, backward)).toEqual(wanted(state, language, direction));
          },
        ),
        { numRuns: 40, seed: 5 },
      );
    },
    LONG,
  );

  it('put Ž behind every Z in Croatian, and among them for all others', async () => {
    const inOrder = async (language: 'HR' | null): Promise<string[]> => {
      const found = await walk('USA', { orderBy: [{ name: 'ASC' }], language }, 300, false);
      return OPEN.map(({ name }) => name).toSorted(
        (a, b) => found.indexOf(ids.get(a) ?? '') - found.indexOf(ids.get(b) ?? ''),
      );
    };
    expect(await inOrder('HR')).toEqual(['Za', 'Zc', 'Žb', 'Žd']);
    expect(await inOrder(null)).toEqual(['Za', 'Žb', 'Zc', 'Žd']);
  });

  it('have cursors that serve the same language alone', async () => {
    const { pageInfo } = await page('USA', { orderBy: [{ name: 'ASC' }], first: 3, language: 'HR' });
    for (const language of ['SV', null]) {
      const asked = { orderBy: [{ name: 'ASC' }], first: 3, after: pageInfo.endCursor, language };
      const { errors } = await kiosks.client.query(profileFor('USA'), KIOSKS, asked);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID', argument: 'after' });
    }
  });

  it('are refused in a language that there is no index for', async () => {
    const { errors } = await kiosks.client.query(profileFor('USA'), KIOSKS, { first: 1, language: 'TR' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID', argument: 'language' });
  });
});
