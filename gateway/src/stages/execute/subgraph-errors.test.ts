import { afterEach, describe, expect, it } from '@jest/globals';
import { failuresOf, startTestMesh } from '../../testkit/test-gateway.js';
import type { TestReply } from '../../testkit/test-mesh.js';

const opened: AsyncDisposable[] = [];

afterEach(async () => {
  for (const resource of opened.splice(0).reverse()) await resource[Symbol.asyncDispose]();
});

async function startMesh(...options: Parameters<typeof startTestMesh>) {
  const mesh = await startTestMesh(...options);
  opened.push(mesh);
  return mesh;
}

const answering =
  (body: object): TestReply =>
  async () => ({ body });

describe('errors of a subgraph', () => {
  it('keep their place, in every place that the entity has, and lose their words', async () => {
    const { gateway } = await startMesh();
    const direct = await gateway.execute('{ places { broken } }');
    const jumped = await gateway.execute(
      '{ people { favourite { broken } } a: person(id: "q1") { favourite { broken } } }',
    );

    expect(failuresOf(direct.fetched.failures)).toEqual(['/places/4/broken INTERNAL']);
    expect(failuresOf(jumped.fetched.failures)).toEqual(['/_0_person/favourite/broken INTERNAL']);
    expect(JSON.stringify([direct, jumped].map(({ fetched }) => fetched.failures))).not.toContain('secret');
  });

  it("keep their words when the caller's input is at fault", async () => {
    const { gateway } = await startMesh({
      figures: answering({
        data: { _entities: [{ _0_views: null }] },
        errors: [
          {
            message: 'no such year `99`',
            path: ['_entities', 0, '_1_views'],
            extensions: { code: 'INPUT_INVALID', argument: 'year' },
          },
        ],
      }),
    });
    const { fetched } = await gateway.execute('{ place(id: "p1") { views(year: 99) } }');

    expect(failuresOf(fetched.failures)).toEqual(['/_0_place/_1_views INPUT_INVALID: no such year `99`']);
    expect(fetched.failures?.children.get('_0_place')?.children.get('_1_views')).toMatchObject({ argument: 'year' });
  });

  it('say that its database is away, and nothing more of it', async () => {
    const { gateway } = await startMesh({
      places: answering({
        data: { places: null },
        errors: [
          { message: 'secret', path: ['places'], extensions: { code: 'SUBGRAPH_UNREACHABLE', argument: 'secret' } },
        ],
      }),
    });
    const { fetched } = await gateway.execute('{ places { name } }');

    expect(failuresOf(fetched.failures)).toEqual(['/places SUBGRAPH_UNREACHABLE']);
    expect(JSON.stringify(fetched.failures)).not.toContain('secret');
  });

  it('refused with status 400 reach every field of the fetch', async () => {
    const { gateway } = await startMesh({
      places: async () => ({
        status: 400,
        body: { errors: [{ message: 'bad `x`', extensions: { code: 'INPUT_INVALID' } }] },
      }),
    });
    const { fetched } = await gateway.execute('{ places { name } place(id: "x") { id } }');

    expect(failuresOf(fetched.failures)).toEqual([
      '/_0_place INPUT_INVALID: bad `x`',
      '/places INPUT_INVALID: bad `x`',
    ]);
  });

  it('never bring a word of the subgraph into a path', async () => {
    const { gateway } = await startMesh({
      places: answering({
        data: { places: [{ handling: 1, name: null }] },
        errors: [
          { message: 'x', path: ['places', 0, 'name', 'leak'] },
          { message: 'x', path: ['leak'] },
          { message: 'x', path: ['places', 'leak', 0] },
          { message: 'x', path: [{ leak: 1 }] },
          { nothing: true },
          null,
          'leak',
        ],
      }),
    });
    const { fetched } = await gateway.execute('{ places { name } }');

    expect(failuresOf(fetched.failures)).toEqual(['/places INTERNAL', '/places/0/name INTERNAL']);
  });

  it('are the same whichever fetch ends first', async () => {
    const inTurn = async (slow: string) => {
      let release = (): void => undefined;
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      const reply =
        (name: string): TestReply =>
        async () => {
          if (name === slow) await released;
          else release();
          return {
            body: { errors: [{ message: name, extensions: { code: name === 'sums' ? 'INPUT_INVALID' : 'X' } }] },
          };
        };
      const { gateway } = await startMesh({ figures: reply('figures'), sums: reply('sums') });
      const { fetched } = await gateway.execute('{ place(id: "p1") { views score } }');
      return JSON.stringify(failuresOf(fetched.failures));
    };

    expect(await inTurn('figures')).toBe(await inTurn('sums'));
  });
});
