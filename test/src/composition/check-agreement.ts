import { CATEGORIES } from '@chancery/shared/vocabulary';
import { type DefinitionNode, type DocumentNode, Kind, print } from 'graphql';
import { categoryText } from './check-categories.js';
import { directivesNamed, enumOf, handledBy, objectsOf, placesOf, ROOT_TYPES } from './coordinates.js';
import type { Problem } from './problem.js';
import type { Subgraph } from './subgraph.js';

/** What two subgraphs say of one thing is the same: a composer keeps the weaker of two categories and the fields that two inputs have in common, and says nothing. */
export function checkAgreement(subgraphs: readonly Subgraph[]): Problem[] {
  return [
    ...disagreements(subgraphs, handledTexts, 'subgraphs disagree on @handled'),
    ...disagreements(subgraphs, categoryTexts, 'subgraphs disagree on @category'),
    ...disagreements(subgraphs, optionalTexts, 'subgraphs disagree on @optional'),
    ...disagreements(subgraphs, sharedTexts, 'must be the same text in every subgraph'),
    ...subgraphs.flatMap(checkVocabularies),
  ];
}

type Texts = (subgraph: Subgraph) => Iterable<readonly [place: string, text: string]>;

function disagreements(subgraphs: readonly Subgraph[], textsOf: Texts, rule: string): Problem[] {
  const first = new Map<string, string>();
  const different = new Set<string>();
  for (const subgraph of subgraphs)
    for (const [place, text] of textsOf(subgraph)) {
      const known = first.get(place);
      if (known === undefined) first.set(place, text);
      else if (known !== text) different.add(place);
    }
  return [...different].map((place) => ({ subgraph: null, place, rule }));
}

const handledTexts: Texts = ({ document }) =>
  objectsOf(document).map((object) => [object.name.value, handledBy(object) ?? 'none'] as const);

const categoryTexts: Texts = ({ document }) =>
  [...placesOf(document)].map((place) => [place.name, categoryText(place)] as const);

const optionalTexts: Texts = ({ document }) =>
  [...placesOf(document)].map(
    ({ name, node }) => [name, String(directivesNamed(node, 'optional').length > 0)] as const,
  );

/** Definitions that no subgraph owns: inputs, enums, scalars, value types, and the directives themselves. */
const sharedTexts: Texts = ({ document }) => {
  const joined = joinedTypes(document);
  return document.definitions.flatMap((node) => {
    const name = sharedName(node);
    return name === null || joined.has(name) ? [] : [[name, print(node)] as const];
  });
};

/**
 * Types of root fields that several subgraphs share: each answers fields of its own of the one thing behind them, as of `viewer`. That no
 * field stands in two of them is for the composer, which refuses one that is not shareable.
 */
function joinedTypes(document: DocumentNode): ReadonlySet<string> {
  const roots = objectsOf(document).filter(({ name }) => ROOT_TYPES.has(name.value));
  const fields = roots.flatMap((root) => root.fields ?? []);
  const shared = fields.filter((field) => directivesNamed(field, 'shareable').length > 0);
  return new Set(shared.flatMap(({ type }) => (type.kind === Kind.NAMED_TYPE ? [type.name.value] : [])));
}

function sharedName(node: DefinitionNode): string | null {
  switch (node.kind) {
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_DEFINITION:
      return node.name.value;
    case Kind.DIRECTIVE_DEFINITION:
      return `@${node.name.value}`;
    case Kind.OBJECT_TYPE_DEFINITION:
      return handledBy(node) === 'PARENT' && !ROOT_TYPES.has(node.name.value) ? node.name.value : null;
    default:
      return null;
  }
}

function checkVocabularies({ name, document }: Subgraph): Problem[] {
  const expected = [
    ['Category', [...CATEGORIES]],
    ['HandledBy', ['OWN', 'PARENT', 'COMPUTED']],
  ] as const;
  return expected.flatMap(([type, values]) => {
    const found = enumOf(document, type)?.values?.map((value) => value.name.value) ?? [];
    if (found.join(' ') === values.join(' ')) return [];
    return [{ subgraph: name, place: type, rule: 'is not the shared vocabulary' }];
  });
}
