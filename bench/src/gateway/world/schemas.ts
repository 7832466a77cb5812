import { readFileSync } from 'node:fs';
import { composeServices } from '@theguild/federation-composition';
import { parse, print, visit } from 'graphql';

export const SUBGRAPHS = ['accounts', 'inventory', 'products', 'reviews'] as const;
export type SubgraphName = (typeof SUBGRAPHS)[number];

/** Without labels, as the peers serve them, and with a category on each field and a handling on each row. */
export type Form = 'plain' | 'labelled';

const FEDERATION = 'https://specs.apollo.dev/federation/v2.9';
const IMPORTS = ['@key', '@shareable', '@external', '@requires', '@provides', '@inaccessible', '@composeDirective'];

const LABELLED_SDL: Readonly<Record<SubgraphName, string>> = {
  accounts: `
    type Query { me: User @category(is: EXISTENCE) user(id: ID!): User @category(is: EXISTENCE) users: [User] @category(is: EXISTENCE) }
    type User @key(fields: "id") @handled(by: OWN) {
      id: ID!
      handling: Handling! @inaccessible
      name: String @category(is: PUBLIC_FACT)
      username: String @shareable @category(is: PUBLIC_FACT)
      birthday: Int @category(is: PUBLIC_FACT)
    }`,
  inventory: `
    type Product @key(fields: "upc") @handled(by: OWN) {
      upc: String! @category(is: PUBLIC_FACT)
      weight: Int @external @category(is: PUBLIC_FACT)
      price: Int @external @category(is: PUBLIC_FACT)
      inStock: Boolean @category(is: PUBLIC_FACT)
      shippingEstimate: Int @requires(fields: "price weight") @category(is: PUBLIC_FACT)
    }`,
  products: `
    type Query { topProducts(first: Int = 5): [Product] @category(is: EXISTENCE) }
    type Product @key(fields: "upc") @handled(by: OWN) {
      id: ID!
      handling: Handling! @inaccessible
      upc: String! @category(is: PUBLIC_FACT)
      name: String @category(is: PUBLIC_FACT)
      price: Int @category(is: PUBLIC_FACT)
      weight: Int @category(is: PUBLIC_FACT)
    }`,
  reviews: `
    type Review @key(fields: "id") @handled(by: OWN) {
      id: ID!
      handling: Handling! @inaccessible
      body: String @category(is: PUBLIC_FACT)
      product: Product @category(is: EXISTENCE)
      author: User @provides(fields: "username") @category(is: EXISTENCE)
    }
    type User @key(fields: "id") @handled(by: OWN) {
      id: ID!
      username: String @external @category(is: PUBLIC_FACT)
      reviews: [Review] @category(is: EXISTENCE)
    }
    type Product @key(fields: "upc") @handled(by: OWN) {
      upc: String! @category(is: PUBLIC_FACT)
      reviews: [Review] @category(is: EXISTENCE)
    }`,
};

const GATEWAY_SDL = new URL('../../../../gateway/schema.graphql', import.meta.url);

/** The head of every labelled subgraph: links, directives and vocabulary, as the gateway's own has them. */
function labelledHead(): string {
  const sdl = readFileSync(GATEWAY_SDL, 'utf8');
  return sdl.slice(0, sdl.indexOf('"""')).replace('"@key", ', '"@key", "@external", "@requires", "@provides", ');
}

const OURS: ReadonlySet<string> = new Set(['category', 'handled']);

/** The same without a word of ours: no directive, no handling, and no `id` beside `upc`. */
function withoutLabels(sdl: string): string {
  const stripped = visit(parse(sdl), {
    Directive: (node) => (OURS.has(node.name.value) ? null : undefined),
    FieldDefinition: (node) => (node.name.value === 'handling' ? null : undefined),
  });
  const imports = IMPORTS.filter((name) => !['@inaccessible', '@composeDirective'].includes(name));
  return `extend schema @link(url: "${FEDERATION}", import: ${JSON.stringify(imports)})\n${print(stripped)}`;
}

/** The SDL of one subgraph. */
export function subgraphSdl(name: SubgraphName, form: Form): string {
  if (form === 'plain') return withoutLabels(LABELLED_SDL[name]);
  return `${labelledHead()}\nscalar Handling @inaccessible\n${LABELLED_SDL[name]}`;
}

/** Composes the subgraphs for those who serve them; throws what the composer says. */
export function composeMarket(form: Form, urlOf: (name: string) => string): string {
  const services = SUBGRAPHS.map((name) => ({ name, sdl: subgraphSdl(name, form) }));
  const composed = composeServices(services.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: urlOf(name) })));
  if (composed.supergraphSdl) return composed.supergraphSdl;
  throw new RangeError(composed.errors?.map(({ message }) => message).join('\n'));
}
