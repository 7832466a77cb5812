import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { valueAt } from './answer.js';

const INTEL = ['usa.intelligence', 'THREAT_PREVENTION'] as const;
const OBSERVER = ['ury.observer', 'TRAINING'] as const;

interface Posts {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[];
}

describe('what is behind a search box, a map and a dashboard', () => {
  let mesh: Mesh;
  beforeAll(async () => {
    mesh = await startMesh();
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  async function posts(args: string, selection = 'city'): Promise<Posts> {
    const answer = await mesh
      .as(...OBSERVER)
      .query(`{ missions(first: 100, ${args}) { totalCount edges { node { ${selection} } } } }`);
    expect(answer.body.errors).toBeUndefined();
    return valueAt(answer, 'missions') as Posts;
  }

  it('finds posts by words, whatever their case and marks', async () => {
    const berlin = await posts('search: "JAPAN berl"', 'name city');
    expect(berlin.edges.map(({ node }) => node.name)).toContain('Embassy of Japan in Berlin');
    for (const [search, city] of [
      ['zurich', 'Zürich'],
      ['krakow', 'Kraków'],
      ['goteborg', 'Göteborg'],
    ] as const) {
      const { totalCount, edges } = await posts(`search: "${search}"`);
      const all = await posts(`filter: { city: { eq: "${city}" } }`);
      expect([city, totalCount >= all.totalCount]).toEqual([city, true]);
      if (all.totalCount > 0) expect(edges.map(({ node }) => node.city)).toContain(city);
    }
  });

  it('finds posts in a box and near a point', async () => {
    const box = '{ south: 52.3, west: 13, north: 52.7, east: 13.8 }';
    const { totalCount, edges } = await posts(
      `filter: { location: { within: ${box} } }`,
      'location { latitude longitude }',
    );
    expect(totalCount).toBeGreaterThan(100);
    for (const { node } of edges) {
      const { latitude, longitude } = node.location as { latitude: number; longitude: number };
      expect(latitude >= 52.3 && latitude <= 52.7 && longitude >= 13 && longitude <= 13.8).toBe(true);
    }
    const near = await posts('filter: { location: { near: { latitude: 52.516, longitude: 13.378, meters: 3000 } } }');
    expect(near.totalCount).toBeGreaterThan(10);
    expect(near.totalCount).toBeLessThan(totalCount);
  });

  it('orders cities as their readers do', async () => {
    const { edges } = await posts('orderBy: [{ city: ASC }], filter: { receivingState: { eq: "POL" } }');
    const cities = edges.map(({ node }) => String(node.city));
    expect(cities.length).toBeGreaterThan(20);
    expect(cities).toEqual(cities.toSorted(new Intl.Collator('und').compare));
  });

  it('counts posts by State and keeps small groups back', async () => {
    const answer = await mesh
      .as(...OBSERVER)
      .query(
        '{ missions { totalCount groups(by: { receivingState: true }, first: 500) { value count isSuppressed } } }',
      );
    expect(answer.body.errors).toBeUndefined();
    const groups = valueAt(answer, 'missions.groups') as {
      value: string;
      count: number | null;
      isSuppressed: boolean;
    }[];
    const total = valueAt(answer, 'missions.totalCount') as number;
    const { totalCount } = await posts('filter: { receivingState: { eq: "DEU" } }');

    expect(groups.find(({ value }) => value === 'DEU')).toEqual({
      value: 'DEU',
      count: totalCount,
      isSuppressed: false,
    });
    expect(groups.filter(({ count }) => count !== null && count < 5)).toEqual([]);
    expect(groups.filter(({ isSuppressed }) => isSuppressed).length).toBeGreaterThan(1);
    expect(groups.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBeLessThan(total);
  });

  it('marks what is counted by groups as it marks the rows', async () => {
    const banner = async (asked: string) => (await mesh.as(...INTEL).query(asked)).body.extensions?.banner;
    const page = await banner('{ warnings { totalCount } }');
    expect(page?.exercise).toBe(true);
    expect(await banner('{ warnings { groups(by: { severity: true }) { value } } }')).toEqual(page);
    expect(await banner('{ warnings { groups(by: { severity: true }) { isSuppressed count } } }')).toEqual(page);
  });

  it('searches all records of a service at once, and finds for nobody what it may not read', async () => {
    const asked = `{ intelSearch(text: "the post", first: 50) { totalCount edges { cursor node { __typename ... on Node { id }
      ... on Warning { body tearline } ... on Threat { reference } } } } }`;
    const [all, few] = [await mesh.as(...INTEL).query(asked), await mesh.as(...OBSERVER).query(asked)];
    expect([all.body.errors, few.body.errors]).toEqual([undefined, undefined]);
    const seen = valueAt(all, 'intelSearch') as Posts;

    expect(seen.totalCount).toBeGreaterThan(2);
    expect(seen.edges).toHaveLength(Math.min(50, seen.totalCount));
    expect(all.body.extensions?.banner?.exercise).toBe(true);
    const told = valueAt(few, 'intelSearch') as Posts;
    expect(told.totalCount).toBeLessThan(seen.totalCount);
    expect(told.edges).toHaveLength(told.totalCount);
  });

  it('refuses what is no place by the name of the argument', async () => {
    const { body } = await mesh
      .as(...OBSERVER)
      .query('{ missions(filter: { location: { within: { south: 1, west: 0, north: 0, east: 1 } } }) { totalCount } }');
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID' });
  });
});
