import { CATEGORIES } from '@chancery/shared/vocabulary';
import { parseSubgraph, type Subgraph } from './subgraph.js';

const HEAD = `
extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@inaccessible", "@external", "@requires", "@composeDirective"])
  @link(url: "https://chancery.example/handling/v1.0", import: ["@category", "@handled", "@optional"])
  @composeDirective(name: "@category") @composeDirective(name: "@handled") @composeDirective(name: "@optional")
directive @category(is: Category!, floor: Int = 0) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
directive @handled(by: HandledBy!) on OBJECT
directive @optional on FIELD_DEFINITION
enum HandledBy { OWN PARENT COMPUTED }
enum Category { ${CATEGORIES.join(' ')} }
scalar Handling @inaccessible
input StringCondition { eq: String in: [String!] }
type PageInfo @shareable @handled(by: PARENT) { hasNextPage: Boolean! endCursor: String handlings: [Handling!]! @inaccessible }
`;

const POSTS = `${HEAD}
type Query {
  post(id: ID!): Post @category(is: EXISTENCE)
  postByKey(key: String! @category(is: PUBLIC_FACT)): Post @category(is: EXISTENCE)
}
type Post @key(fields: "id") @handled(by: OWN) {
  id: ID!
  handling: Handling! @inaccessible
  city: String @category(is: PUBLIC_FACT)
  hazards: [String!] @category(is: PREMISES_RESCUE)
  place: Place @category(is: PUBLIC_FACT)
}
type Place @handled(by: PARENT) { latitude: Float @category(is: EXISTENCE) }
`;

const WIRES = `${HEAD}
type Query {
  wires(first: Int, after: String, filter: WireFilter, orderBy: [WireOrder!]): WireConnection @category(is: EXISTENCE)
}
type Wire @key(fields: "id") @handled(by: OWN) {
  id: ID!
  handling: Handling! @inaccessible
  title: String @category(is: CORRESPONDENCE)
  body: String @category(is: CORRESPONDENCE, floor: 2)
  source: String @optional @category(is: INTEL_SOURCE)
  posts: [Post!] @category(is: CORRESPONDENCE)
}
type Post @key(fields: "id") @handled(by: OWN) {
  id: ID!
  wires(first: Int, after: String, filter: WireFilter): WireConnection @category(is: CORRESPONDENCE)
}
type WireConnection @handled(by: PARENT) { edges: [WireEdge!]! pageInfo: PageInfo! totalCount: Int @category(is: EXISTENCE) handlings: [Handling!]! @inaccessible }
type WireEdge @handled(by: PARENT) { node: Wire cursor: String! }
input WireFilter { id: IDCondition title: StringCondition @category(is: CORRESPONDENCE) }
input WireOrder { title: Direction @category(is: CORRESPONDENCE) }
input IDCondition { eq: ID }
enum Direction { ASC DESC }
type Subscription { wireSent(filter: WireFilter): Wire @category(is: EXISTENCE) }
type Mutation { sendWire(input: SendWireInput!): SendWirePayload @category(is: EXISTENCE) }
type SendWirePayload @handled(by: PARENT) { wire: Wire @category(is: EXISTENCE) }
input SendWireInput {
  idempotencyKey: String! @category(is: EXISTENCE)
  title: String! @category(is: CORRESPONDENCE)
  body: String @category(is: CORRESPONDENCE, floor: 2)
}
`;

/** A change of one text in one of the two subgraphs. */
export interface Change {
  readonly in: 'posts' | 'wires';
  readonly replace: string;
  readonly by: string;
}

/** Two small subgraphs that compose, with the changes made; a change that changes nothing is an error. */
export function subgraphsWith(...changes: readonly Change[]): Subgraph[] {
  const texts = { posts: POSTS, wires: WIRES };
  for (const change of changes) {
    if (!texts[change.in].includes(change.replace)) throw new Error(`nothing to replace: ${change.replace}`);
    texts[change.in] = texts[change.in].replace(change.replace, () => change.by);
  }
  return [parseSubgraph('posts', 'http://posts', texts.posts), parseSubgraph('wires', 'http://wires', texts.wires)];
}
