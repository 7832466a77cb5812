import { describe, expect, it } from '@jest/globals';
import { composeTestSupergraph } from '../../testkit/test-mesh.js';
import { createPlanner } from './planner.js';
import type { PlanNode } from './query-plan.js';
import { rankSubgraphs } from './ranked-subgraphs.js';

/** `owner` has the objects of an interface, `guest` extends it as if it were one. */
const supergraph = (owner: string, guest: string): string =>
  composeTestSupergraph({
    [owner]: `
      interface Sight @key(fields: "id") { id: ID! }
      type Tower implements Sight @key(fields: "id") { id: ID! height: Int }`,
    [guest]: `
      type Query { sights: [Sight] }
      type Sight @key(fields: "id") @interfaceObject { id: ID! fee: Int }`,
  });

const subgraphsOf = (node: PlanNode | null): string[] => {
  if (node === null) return [];
  if (node.kind === 'sequence' || node.kind === 'parallel') return node.nodes.flatMap(subgraphsOf);
  return node.kind === 'condition' ? [] : [node.subgraph];
};

describe('an interface that a subgraph extends as if it were an object', () => {
  it.each([
    ['aaa', 'zzz'],
    ['zzz', 'aaa'],
  ])('is planned through to what only its objects have, whatever the subgraphs are called: %s, %s', (owner, guest) => {
    const { node } = createPlanner(supergraph(owner, guest)).plan('query{sights{__typename ...on Tower{height}}}');

    expect(subgraphsOf(node)).toEqual([guest, owner]);
  });

  it('is all that names are changed for', () => {
    const plain = composeTestSupergraph();
    expect(rankSubgraphs(plain)).toMatchObject({ sdl: plain });
    expect(rankSubgraphs(plain).nameOf('people')).toBe('people');
  });

  it('changes no name that comes back, and knows none that it did not give', () => {
    const { sdl, nameOf } = rankSubgraphs(supergraph('zzz', 'aaa'));
    const names = [...sdl.matchAll(/join__graph\(name: "([^"]+)"/g)].map(([, name = '']) => name);

    expect(names.map(nameOf).sort()).toEqual(['aaa', 'zzz']);
    expect([...names].sort().map(nameOf)).toEqual(['zzz', 'aaa']);
    expect(nameOf('other')).toBe('other');
  });

  it('may be mutual, and then what can be planned is', () => {
    const mutual = composeTestSupergraph({
      a: `
        type Query { b: Sound }
        interface Sight @key(fields: "id") { id: ID! } type Tower implements Sight @key(fields: "id") { id: ID! height: Int }
        type Sound @key(fields: "id") @interfaceObject { id: ID! level: Int }`,
      b: `
        interface Sound @key(fields: "id") { id: ID! } type Bell implements Sound @key(fields: "id") { id: ID! tone: Int }
        type Sight @key(fields: "id") @interfaceObject { id: ID! fee: Int }`,
    });

    expect(subgraphsOf(createPlanner(mutual).plan('query{b{level}}').node)).toEqual(['a']);
  });
});
