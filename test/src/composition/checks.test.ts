import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { checkConsumerSchema, checkSupergraph } from './check-supergraph.js';
import { CompositionError, checkSubgraphs, composeSupergraph } from './compose-supergraph.js';
import { type Change, subgraphsWith } from './fixture.js';
import { printProblem } from './problem.js';

const inPosts = (replace: string, by: string): Change => ({ in: 'posts', replace, by });
const inWires = (replace: string, by: string): Change => ({ in: 'wires', replace, by });

const CITY = 'city: String @category(is: PUBLIC_FACT)';
const CONDITION = 'input StringCondition { eq: String in: [String!] }';
/** A link that the other subgraph adds to a post, by what its owner tells of it. */
const WIRE_BY_CITY = 'wire: Wire @requires(fields: "city") @category(is: PUBLIC_FACT)';
const PLACE = 'type Place @handled(by: PARENT)';
const COUNTED = 'totalCount: Int @category(is: EXISTENCE)';

/** One broken rule a line: what is changed, and all that composition then has to say. */
const REFUSED: readonly [guarantee: string, problems: readonly string[], ...changes: Change[]][] = [
  ['a field without a category', ['posts: Post.city: has no category'], inPosts(CITY, 'city: String')],
  [
    'a subscription that tells of many records',
    ['wires: Subscription.wireSent: must return one record of this subgraph'],
    inWires('wireSent(filter: WireFilter): Wire', 'wireSent(filter: WireFilter): [Wire!]'),
  ],
  [
    'a subscription that tells of a record of another subgraph',
    ['wires: Subscription.wireSent: must return one record of this subgraph'],
    inWires('wireSent(filter: WireFilter): Wire', 'wireSent(filter: WireFilter): Post'),
  ],
  [
    'a subscription that tells of what has no handling of its own',
    ['wires: Subscription.wireSent: must return one record of this subgraph'],
    inWires('wireSent(filter: WireFilter): Wire', 'wireSent(filter: WireFilter): WireConnection'),
  ],
  [
    'an argument without a category',
    ['posts: Query.postByKey(key:): has no category'],
    inPosts('key: String! @category(is: PUBLIC_FACT)', 'key: String!'),
  ],
  [
    'an input field without a category',
    ['wires: WireFilter.title: has no category', 'wires: WireFilter.title: must have the category of `Wire.title`'],
    inWires('title: StringCondition @category(is: CORRESPONDENCE)', 'title: StringCondition'),
  ],
  [
    'a filter that reads a field under another category',
    ['wires: WireFilter.title: must have the category of `Wire.title`'],
    inWires('title: StringCondition @category(is: CORRESPONDENCE)', 'title: StringCondition @category(is: EXISTENCE)'),
  ],
  [
    'an order under a lower floor than its field',
    ['wires: WireOrder.body: must have the category of `Wire.body`'],
    inWires('title: Direction', 'body: Direction'),
  ],
  [
    'an unknown category',
    ['posts: Post.city: unknown category `WEATHER`'],
    inPosts(CITY, 'city: String @category(is: WEATHER)'),
  ],
  [
    'a category given as a text',
    ['posts: Post.city: unknown category `"PUBLIC_FACT"`'],
    inPosts(CITY, 'city: String @category(is: "PUBLIC_FACT")'),
  ],
  [
    'a floor beyond the ranks',
    ['posts: Post.city: floor `5` is not a rank from 0 to 4'],
    inPosts(CITY, 'city: String @category(is: PUBLIC_FACT, floor: 5)'),
  ],
  [
    'two categories on one field',
    ['posts: Post.city: has more than one category'],
    inPosts(CITY, `${CITY} @category(is: EXISTENCE)`),
  ],
  [
    'a category on an exempt field',
    ['wires: WireEdge.node: is exempt and must have no category'],
    inWires('node: Wire', 'node: Wire @category(is: EXISTENCE)'),
  ],
  [
    'an exempt name on another type',
    ['posts: Post.cursor: has no category', 'posts: Post.cursor: is protected and must be nullable'],
    inPosts(CITY, 'cursor: String!'),
  ],
  [
    'a value object that decides for itself',
    ['posts: Place.latitude: a field of a PARENT type must be EXISTENCE, not `@category(is: PUBLIC_FACT)`'],
    inPosts('latitude: Float @category(is: EXISTENCE)', 'latitude: Float @category(is: PUBLIC_FACT)'),
  ],
  [
    'a field that can be hidden and is never absent',
    ['wires: Wire.source: INTEL_SOURCE hides, so it must be @optional'],
    inWires('@optional @category(is: INTEL_SOURCE)', '@category(is: INTEL_SOURCE)'),
  ],
  [
    'a protected field that is not nullable',
    ['posts: Post.city: is protected and must be nullable'],
    inPosts('city: String', 'city: String!'),
  ],
  [
    'a non-null field that returns a labelled object',
    ['posts: Query.post: returns a labelled object and must be nullable'],
    inPosts('post(id: ID!): Post', 'post(id: ID!): Post!'),
  ],
  [
    'a non-null node of an edge',
    ['wires: WireEdge.node: has no category', 'wires: WireEdge.node: returns a labelled object and must be nullable'],
    inWires('node: Wire', 'node: Wire!'),
  ],
  [
    'a non-null list',
    ['posts: Post.hazards: is protected and must be nullable'],
    inPosts('hazards: [String!]', 'hazards: [String!]!'),
  ],
  [
    'a list whose hidden items would show as null',
    ['wires: Wire.posts: a list is `[T!]`, not `[Post]`'],
    inWires('posts: [Post!]', 'posts: [Post]'),
  ],
  [
    'a list of lists',
    ['posts: Post.hazards: a list is `[T!]`, not `[[String!]!]`'],
    inPosts('hazards: [String!]', 'hazards: [[String!]!]'),
  ],
  [
    'a type without @handled',
    ['posts: Place: has no @handled(by: OWN | PARENT | COMPUTED)'],
    inPosts(PLACE, 'type Place'),
  ],
  [
    'a root type with @handled',
    ['posts: Query: a root type has no @handled', 'supergraph: Query: subgraphs disagree on @handled'],
    inPosts('type Query', 'type Query @handled(by: PARENT)'),
  ],
  [
    'a type of its own handling that nobody provides',
    [
      'supergraph: Post: no subgraph provides `handling`',
      ...['city', 'hazards', 'place'].map(
        (field) => `posts: Post.${field}: is added to the entity of another subgraph without a handling`,
      ),
    ],
    inPosts('handling: Handling! @inaccessible', ''),
  ],
  [
    'a handling that callers could see',
    [
      'posts: Post.handling: has no category',
      'posts: Post.handling: must be @inaccessible',
      'posts: Post.handling: is protected and must be nullable',
    ],
    inPosts('handling: Handling! @inaccessible', 'handling: Handling!'),
  ],
  [
    'a handling of another type',
    ['posts: Post.handling: has no category', 'posts: Post.handling: must be `Handling!`'],
    inPosts('handling: Handling! @inaccessible', 'handling: Handling @inaccessible'),
  ],
  [
    'a scalar of handlings that callers could see',
    ['posts: Handling: must be @inaccessible'],
    inPosts('scalar Handling @inaccessible', 'scalar Handling'),
  ],
  [
    'a shareable handling',
    ['posts: Post.handling: must not be @shareable'],
    inPosts('handling: Handling! @inaccessible', 'handling: Handling! @inaccessible @shareable'),
  ],
  [
    'a handling from two subgraphs',
    ['supergraph: Post.handling: provided by more than one subgraph: posts, wires'],
    inWires('id: ID!\n  wires', 'id: ID! handling: Handling! @inaccessible\n  wires'),
  ],
  [
    'a handling under another name',
    ['posts: Post.marks: has no category', 'posts: Post.marks: only `handling…` returns Handling'],
    inPosts(CITY, 'marks: Handling'),
  ],
  [
    'a handling on a value object',
    ['posts: Place.handling: a PARENT type has no handling of its own'],
    inPosts(`${PLACE} {`, `${PLACE} { handling: Handling! @inaccessible`),
  ],
  [
    'a connection whose counts could not be marked',
    ['wires: WireConnection: has no `handlings`: what it tells of rows could not be marked'],
    inWires(`${COUNTED} handlings: [Handling!]! @inaccessible`, COUNTED),
  ],
  [
    'handlings of counted rows that callers could see',
    [
      'wires: WireConnection.handlings: has no category',
      'wires: WireConnection.handlings: must be @inaccessible',
      'wires: WireConnection.handlings: is protected and must be nullable',
    ],
    inWires(`${COUNTED} handlings: [Handling!]! @inaccessible`, `${COUNTED} handlings: [Handling!]!`),
  ],
  [
    'handlings of counted rows on a row',
    ['posts: Post.handlings: is of the pages of a connection alone'],
    inPosts(
      'handling: Handling! @inaccessible',
      'handling: Handling! @inaccessible handlings: [Handling!]! @inaccessible',
    ),
  ],
  [
    'a field on the entity of another subgraph that no handling covers',
    ['wires: Post.mood: is added to the entity of another subgraph without a handling'],
    inWires('id: ID!\n  wires', 'id: ID! mood: String @category(is: PUBLIC_FACT)\n  wires'),
  ],
  [
    'a link on the entity of another subgraph that requires a field of another category',
    ['wires: Post.wire: is added to the entity of another subgraph without a handling'],
    inWires(
      'id: ID!\n  wires',
      `id: ID! ${CITY} @external\n ${WIRE_BY_CITY.replace('PUBLIC_FACT', 'EXISTENCE')}\n  wires`,
    ),
  ],
  [
    'a value on the entity of another subgraph that requires a field, and is no record',
    ['wires: Post.mood: is added to the entity of another subgraph without a handling'],
    inWires(
      'id: ID!\n  wires',
      `id: ID! ${CITY} @external\n mood: String @requires(fields: "city") @category(is: PUBLIC_FACT)\n  wires`,
    ),
  ],
  [
    'a rule on an interface, which is of no object',
    ['posts: Named.city: a field of an interface has no category: its objects have'],
    inPosts(PLACE, `interface Named { city: String @category(is: PUBLIC_FACT) }\n${PLACE}`),
  ],
  [
    'a handling on an interface that callers see',
    ['posts: Named.handling: must be @inaccessible'],
    inPosts(PLACE, `interface Named { handling: Handling! }\n${PLACE}`),
  ],
  [
    'a union of labelled objects that must not be null',
    ['posts: Query.any: returns a labelled object and must be nullable'],
    inPosts(PLACE, `union Any = Post extend type Query { any: Any! @category(is: EXISTENCE) }\n${PLACE}`),
  ],
  [
    'two subgraphs that disagree on @handled',
    ['supergraph: Post: subgraphs disagree on @handled'],
    inWires('type Post @key(fields: "id") @handled(by: OWN)', 'type Post @key(fields: "id") @handled(by: COMPUTED)'),
  ],
  [
    'two subgraphs that disagree on a category',
    ['supergraph: Post.city: subgraphs disagree on @category'],
    inWires(
      'id: ID!\n  wires',
      `id: ID! handlingWires: Handling! @inaccessible city: String @shareable @category(is: ROSTER)\n  wires`,
    ),
    inPosts(CITY, 'city: String @shareable @category(is: PUBLIC_FACT)'),
  ],
  [
    'two subgraphs that disagree on a floor',
    ['supergraph: Post.city: subgraphs disagree on @category'],
    inWires('id: ID!\n  wires', `id: ID! handlingWires: Handling! @inaccessible ${CITY}\n  wires`),
    inPosts(CITY, 'city: String @category(is: PUBLIC_FACT, floor: 1)'),
  ],
  [
    'two subgraphs that disagree on @optional',
    ['supergraph: Post.city: subgraphs disagree on @optional'],
    inWires('id: ID!\n  wires', `id: ID! handlingWires: Handling! @inaccessible ${CITY}\n  wires`),
    inPosts(CITY, `city: String @optional @category(is: PUBLIC_FACT)`),
  ],
  [
    'an input that differs between subgraphs',
    ['supergraph: StringCondition: must be the same text in every subgraph'],
    inWires(CONDITION, 'input StringCondition { eq: String }'),
  ],
  [
    'a value type that differs between subgraphs',
    ['supergraph: PageInfo: must be the same text in every subgraph'],
    inWires('endCursor: String', 'endCursor: String startCursor: String'),
  ],
  [
    'a directive that differs between subgraphs',
    ['supergraph: @category: must be the same text in every subgraph'],
    inWires('floor: Int = 0', 'floor: Int = 1'),
  ],
  [
    'a vocabulary of categories of its own',
    ['supergraph: Category: must be the same text in every subgraph', 'wires: Category: is not the shared vocabulary'],
    inWires('EXISTENCE PUBLIC_FACT', 'EXISTENCE WEATHER PUBLIC_FACT'),
  ],
  [
    'a vocabulary of HandledBy of its own',
    [
      'supergraph: HandledBy: must be the same text in every subgraph',
      'posts: HandledBy: is not the shared vocabulary',
    ],
    inPosts('OWN PARENT COMPUTED', 'OWN PARENT COMPUTED NOBODY'),
  ],
  [
    'a command that sets a field under another category than it is read under',
    ['wires: SendWireInput.title: must have the category of `Wire.title`'],
    inWires('title: String! @category(is: CORRESPONDENCE)', 'title: String! @category(is: PUBLIC_FACT)'),
  ],
  [
    'a command that sets a field under a lower floor',
    ['wires: SendWireInput.body: must have the category of `Wire.body`'],
    inWires(
      'title: String! @category(is: CORRESPONDENCE)\n  body: String @category(is: CORRESPONDENCE, floor: 2)',
      'body: String @category(is: CORRESPONDENCE)',
    ),
  ],
  [
    'a command without a key',
    ['wires: Mutation.sendWire: must have `idempotencyKey: String!` in its input'],
    inWires('idempotencyKey: String!', 'idempotencyKey: String'),
  ],
  [
    'a command with arguments beside its input',
    ['wires: Mutation.sendWire: must have one argument, `input: …Input!`'],
    inWires('(input: SendWireInput!)', '(input: SendWireInput!, at: Int @category(is: EXISTENCE))'),
  ],
  [
    'a command whose failure would take other answers with it',
    [
      'wires: Mutation.sendWire: is protected and must be nullable',
      'wires: Mutation.sendWire: must give a nullable payload that is handled by its PARENT',
    ],
    inWires('): SendWirePayload @', '): SendWirePayload! @'),
  ],
  [
    'a command that is told its label',
    ['wires: SendWireInput.label: is never given by a caller'],
    inWires('input SendWireInput {', 'input SendWireInput { label: String @category(is: EXISTENCE)'),
  ],
];

describe('composition', () => {
  it('composes subgraphs that keep every rule, the same text every time', () => {
    expect(checkSubgraphs(subgraphsWith())).toEqual([]);
    expect(composeSupergraph(subgraphsWith())).toBe(composeSupergraph(subgraphsWith()));
  });

  it('lets a link to a record stand on the entity of another subgraph, which requires a field of that under the same category', () => {
    const linked = inWires('id: ID!\n  wires', `id: ID! ${CITY} @external\n ${WIRE_BY_CITY}\n  wires`);
    expect(checkSubgraphs(subgraphsWith(linked))).toEqual([]);
  });

  it.each(REFUSED)('refuses %s', (_guarantee, problems, ...changes) => {
    const subgraphs = subgraphsWith(...changes);

    expect(checkSubgraphs(subgraphs).map(printProblem).sort()).toEqual([...problems].sort());
    expect(() => composeSupergraph(subgraphs)).toThrow(CompositionError);
  });

  it('refuses what the composer refuses, in its words', () => {
    const subgraphs = subgraphsWith(inWires('title: String @category', 'title: Nothing @category'));

    expect(checkSubgraphs(subgraphs)).toEqual([]);
    expect(() => composeSupergraph(subgraphs)).toThrow(/composer: .*Nothing/);
  });

  it('notices a composer that weakens, drops or doubles a category', () => {
    const subgraphs = subgraphsWith();
    const supergraph = composeSupergraph(subgraphs);
    const said = 'body: String @category(is: CORRESPONDENCE, floor: 2)';
    expect(supergraph).toContain(said);

    for (const weakened of [
      'body: String @category(is: CORRESPONDENCE)',
      'body: String',
      `${said} @category(is: EXISTENCE)`,
    ])
      expect(checkSupergraph(subgraphs, parse(supergraph.replace(said, weakened)))).toMatchObject([
        { place: 'Wire.body' },
      ]);
    expect(checkSupergraph(subgraphs, parse(supergraph))).toEqual([]);
  });

  it('notices a supergraph whose consumer schema shows handlings', () => {
    const supergraph = composeSupergraph(subgraphsWith());
    expect(checkConsumerSchema(parse(supergraph))).toEqual([]);

    const shown = supergraph.replaceAll(/ @inaccessible$/gm, '');
    expect(checkConsumerSchema(parse(shown)).map(({ place }) => place)).toEqual(
      expect.arrayContaining(['Handling', 'handling']),
    );
  });
});
