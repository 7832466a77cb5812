import { describe, expect, it } from '@jest/globals';
import { canonicalOf } from '../../testkit/abstract-fixture.js';

const textOf = (text: string, ...rest: Parameters<typeof canonicalOf> extends [string, ...infer R] ? R : never) =>
  canonicalOf(text, ...rest).steps.map((step) => step.text);

describe('a selection on an interface', () => {
  it('is fetched with the type and the handling of whatever comes, neither under a name of the caller', () => {
    expect(textOf('{ node(id: "1") { handling: id } }')).toEqual([
      'query($a0:ID!){_0_node:node(id:$a0){__typename handling id}}',
    ]);
  });

  it('keeps what holds for some objects apart, and what holds for all together', () => {
    expect(textOf('{ things { ...F ... on Node { id } } } fragment F on Post { plan ... on Named { name } }')).toEqual([
      'query{things{__typename handling id ...on Post{plan name}}}',
    ]);
  });

  it('keeps a fragment on another interface, for who it holds for is known when objects come', () => {
    expect(textOf('{ things { ... on Named { name ... on Report { source } } } }')).toEqual([
      'query{things{__typename handling id ...on Named{name ...on Report{source}}}}',
    ]);
  });

  it('has one key for one call, asked of the interface or of an object', () => {
    const asked =
      '{ things { ... on Named { n: name(style: "x") } ... on Post { m: name(style: "x") k: name(style: "y") } } }';

    expect(textOf(asked)).toEqual([
      'query($a0:String,$a1:String){things{__typename handling id ...on Named{_0_name:name(style:$a0)} ...on Post{_0_name:name(style:$a0) _1_name:name(style:$a1)}}}',
    ]);
  });

  it('drops fragments of which nothing is left', () => {
    expect(
      textOf('{ things { ... on Post { plan @skip(if: true) } ... on Post @include(if: false) { name } } }'),
    ).toEqual(['query{things{__typename handling id}}']);
  });

  it('fetches a field of it where it is open only', () => {
    const pruned = ({ coordinate }: { coordinate: string }) => coordinate === 'Report.name';

    expect(textOf('{ things { ... on Named { name } } }', { pruned })).toEqual([
      'query{things{__typename handling id ...on Named{...on Post{name}}}}',
    ]);
    expect(textOf('{ things { ... on Named { name } } }', { pruned: () => true })).toEqual([]);
  });
});

describe('a selection on a union', () => {
  it('is fetched with the type of whatever comes, and the handling of each type', () => {
    expect(textOf('{ found { __typename ... on Report { source } } }')).toEqual([
      'query{found{__typename ...on Post{handling id} ...on Report{handling id source}}}',
    ]);
  });

  it('of types that are not labelled themselves is fetched with the type all the same, for rules differ by it', () => {
    expect(textOf('{ shape { ... on Circle { width } } }')).toEqual(['query{shape{__typename ...on Circle{width}}}']);
  });

  it('in an edge of which only the cursor was asked for is fetched to decide by', () => {
    expect(textOf('{ edges { cursor } }')).toEqual([
      'query{edges{cursor node{__typename ...on Post{handling id} ...on Report{handling id}}}}',
    ]);
  });
});
