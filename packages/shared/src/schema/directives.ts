import { DirectiveLocation, GraphQLDirective, GraphQLEnumType, GraphQLInt, GraphQLNonNull } from 'graphql';
import { CATEGORIES, HANDLED_BY } from '../vocabulary.js';

function enumOfNames(name: string, names: readonly string[]): GraphQLEnumType {
  return new GraphQLEnumType({ name, values: Object.fromEntries(names.map((value) => [value, {}])) });
}

const categoryDirective = new GraphQLDirective({
  name: 'category',
  locations: [
    DirectiveLocation.FIELD_DEFINITION,
    DirectiveLocation.ARGUMENT_DEFINITION,
    DirectiveLocation.INPUT_FIELD_DEFINITION,
  ],
  args: {
    is: { type: new GraphQLNonNull(enumOfNames('Category', CATEGORIES)) },
    floor: { type: GraphQLInt, defaultValue: 0 },
  },
});

const handledDirective = new GraphQLDirective({
  name: 'handled',
  locations: [DirectiveLocation.OBJECT],
  args: { by: { type: new GraphQLNonNull(enumOfNames('HandledBy', HANDLED_BY)) } },
});

const optionalDirective = new GraphQLDirective({ name: 'optional', locations: [DirectiveLocation.FIELD_DEFINITION] });

/** Definitions of the project's own directives: without them a printed argument would be a string, not an enum value. */
export const CHANCERY_DIRECTIVES: readonly GraphQLDirective[] = [
  categoryDirective,
  handledDirective,
  optionalDirective,
];

/** The same in every subgraph, the gateway's own too: what composes must agree. */
export const ROOT_DESCRIPTIONS: ReadonlyMap<string, string> = new Map([
  [
    'Query',
    'What may be asked. A value that the law keeps from the caller is null, with its reason in `extensions.withheld`.',
  ],
  [
    'Mutation',
    'What may be changed. Fields run in the order in which they stand; each has an idempotency key, and the same key is run once.',
  ],
  ['Subscription', 'What may be followed. An event comes when what this caller sees of a record has changed.'],
]);

/** Head of every subgraph's SDL. */
export const SDL_HEAD = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@inaccessible", "@external", "@requires", "@composeDirective"])
  @link(url: "https://chancery.example/handling/v1.0", import: ["@category", "@handled", "@optional"])
  @composeDirective(name: "@category")
  @composeDirective(name: "@handled")
  @composeDirective(name: "@optional")

# A scalar cannot carry a directive where it is defined; without this callers would see its name.
extend scalar Handling @inaccessible
`;
