import { afterEach, describe, expect, it } from '@jest/globals';
import { failuresOf, startTestMesh } from '../../testkit/test-gateway.js';
import type { TestReply } from '../../testkit/test-mesh.js';

const opened: AsyncDisposable[] = [];
afterEach(async () => {
  for (const resource of opened.splice(0).reverse()) await resource[Symbol.asyncDispose]();
});

const PLACE = '{ place(id: "p1") { name } people { id } }';
const UNREACHABLE = ['/_0_place SUBGRAPH_UNREACHABLE'];

/** A mesh whose places answer when they are told to, before a gateway with little patience and a clock of its own. */
async function startWorld() {
  const world = { now: 0, reply: 'hangs' as 'hangs' | 'answers' | 'refuses', called: () => {} };
  const places: TestReply = async () => {
    world.called();
    if (world.reply === 'hangs') return undefined;
    return world.reply === 'refuses' ? { status: 401, body: '' } : { body: { data: { _0_place: null } } };
  };
  const mesh = await startTestMesh(
    { places },
    { transport: { waits: { callMaxMs: 300, probeMaxMs: 300 }, now: () => world.now } },
  );
  opened.push(mesh);
  const ask = async (signal?: AbortSignal) => {
    const { fetched } = await mesh.gateway.execute(PLACE, signal ? { signal } : {});
    return { failures: failuresOf(fetched.failures), people: fetched.data.people };
  };
  return { world, ask, calls: () => mesh.callsTo('places').length };
}

describe('a subgraph that never answers', () => {
  it('costs its own part alone, in the time that one call has', async () => {
    const { ask } = await startWorld();
    const { failures, people } = await ask();

    expect(failures).toEqual(UNREACHABLE);
    expect(people).not.toHaveLength(0);
  });

  it('is not asked after five calls, but by one a second, and is asked again when that one is answered', async () => {
    const { world, ask, calls } = await startWorld();
    await Promise.all([1, 2, 3, 4, 5].map(() => ask()));
    expect(calls()).toBe(5);

    expect((await ask()).failures).toEqual(UNREACHABLE);
    expect(calls()).toBe(5);

    world.now += 1_000;
    const probed = await Promise.all([ask(), ask(), ask()]);
    expect(calls()).toBe(6);
    expect(probed.map(({ failures }) => failures)).toEqual([UNREACHABLE, UNREACHABLE, UNREACHABLE]);
    await ask();
    expect(calls()).toBe(6);

    world.now += 1_000;
    world.reply = 'answers';
    expect((await ask()).failures).toEqual([]);
    expect(await Promise.all([ask(), ask()])).toMatchObject([{ failures: [] }, { failures: [] }]);
  });
});

describe('a subgraph goes on being asked', () => {
  it('when callers went away before it could answer', async () => {
    const { world, ask } = await startWorld();
    for (let times = 0; times < 7; times++) {
      const caller = new AbortController();
      world.called = () => caller.abort();
      expect((await ask(caller.signal)).failures).toContain('/_0_place SUBGRAPH_UNREACHABLE');
    }
    world.reply = 'answers';

    expect((await ask()).failures).toEqual([]);
  });

  it('when what it answers cannot be read', async () => {
    const { world, ask, calls } = await startWorld();
    world.reply = 'refuses';
    for (let times = 0; times < 7; times++) await ask();

    expect(calls()).toBe(7);
  });
});
