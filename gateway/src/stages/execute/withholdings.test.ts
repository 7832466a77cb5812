import { describe, expect, it } from '@jest/globals';
import { startTestMesh } from '../../testkit/test-gateway.js';
import { HandlingRegistry } from './handling-registry.js';
import { Withholdings } from './withholdings.js';

const TEXT = 'l=-;rel=*;nat=*;pur=*;own=CHANCERY.register;m=Q1';
const OTHER = 'l=-;rel=*;nat=*;pur=*;own=CHANCERY.register;m=Q2';

function setUp() {
  const alarms: string[] = [];
  const handlings = new HandlingRegistry((message) => alarms.push(message));
  handlings.learn('places', { 1: TEXT, 2: OTHER });
  handlings.learn('people', { 1: TEXT });
  const owners = new Map([['Place', 'places']]);
  const ownerOf = (type: string) => owners.get(type) ?? null;
  const withheld = new Withholdings({ ownerOf, handlings, alarm: handlings.alarm });
  const [one, two] = [1, 2].map((integer) => handlings.handlingOf('places', integer));
  if (!one || !two) throw new Error('no handling');
  return { alarms, withheld, one, two };
}

describe('what a subgraph withheld', () => {
  it('is known by coordinate and handling, with a code that says whether its facts were old', () => {
    const { withheld, one, two } = setUp();
    withheld.take('places', { withheld: { 'Place.plan': [1] } });
    withheld.take('places', { withheld: { 'Place.name': [2] }, stale: true });

    expect(withheld.overrule('Place.plan', one)).toBe('POLICY_ERROR');
    expect(withheld.overrule('Place.plan', two)).toBeNull();
    expect(withheld.overrule('Place.name', two)).toBe('ACTS_STALE');
    expect(withheld.overrule('Place.other', one)).toBeNull();
  });

  it('is heard of the subgraph that labels the type alone', () => {
    const { withheld, one } = setUp();
    withheld.take('people', { withheld: { 'Place.plan': [1], 'Query.place': [1], nonsense: [1], '': [1] } });

    expect(withheld.overrule('Place.plan', one)).toBeNull();
  });

  it('is told to the operator once for each coordinate, and only where the gateway would have given it', () => {
    const { withheld, alarms, one, two } = setUp();
    withheld.take('places', { withheld: { 'Place.plan': [1, 2, 99] } });
    expect(alarms).toEqual([]);
    withheld.overrule('Place.plan', one);
    withheld.overrule('Place.plan', two);

    expect(alarms).toEqual(['a subgraph withheld Place.plan where the gateway would not: POLICY_ERROR']);
  });

  it.each([[[1]], [{ 'Place.name': 1 }], [{ 'Place.name': ['1'] }], ['Place.name'], [null]])(
    'and cannot be read, %j, leaves the whole answer unread',
    async (told) => {
      const noted: unknown[] = [];
      const body = { data: { _0_place: { id: 'p1', name: 'CANARY' } }, extensions: { withheld: told } };
      await using mesh = await startTestMesh(
        { places: async () => ({ body }) },
        { noteWithheld: (subgraph, value) => noted.push([subgraph, value]) },
      );
      const { fetched } = await mesh.gateway.execute('{ place(id: "p1") { name } }');

      expect(JSON.stringify(fetched.data)).not.toContain('CANARY');
      expect(noted).toEqual([]);
    },
  );
});
