import { CATEGORY_RULES, type Category } from '@chancery/shared/vocabulary';
import { print } from 'graphql';
import { argumentText, directivesNamed, handledBy, objectsOf, type Place, placesOf } from './coordinates.js';
import { isExempt } from './exemptions.js';
import type { Problem } from './problem.js';
import type { Subgraph } from './subgraph.js';

/** Every field, argument and input field has exactly one known category, or is exempt and has none. */
export function checkCategories(subgraphs: readonly Subgraph[]): Problem[] {
  return subgraphs.flatMap((subgraph) => {
    const parents = parentTypes(subgraph);
    return [...placesOf(subgraph.document)].flatMap((place) =>
      categoryRules(place, parents).map((rule) => ({ subgraph: subgraph.name, place: place.name, rule })),
    );
  });
}

/** `<Type>Filter.<f>`, `<Type>Order.<f>` and `<Type>GroupBy.<f>` read `<Type>.<f>`: they have its category, or they would be a way around it. */
export function checkFilters(subgraphs: readonly Subgraph[]): Problem[] {
  return subgraphs.flatMap((subgraph) => {
    const fields = new Map([...placesOf(subgraph.document)].map((place) => [place.name, place]));
    return [...fields.values()].flatMap((place): Problem[] => {
      const read = readBy(place);
      if (read === null || isExempt(place)) return [];
      const field = fields.get(read);
      if (field !== undefined && categoryText(field) === categoryText(place)) return [];
      return [{ subgraph: subgraph.name, place: place.name, rule: `must have the category of \`${read}\`` }];
    });
  });
}

function readBy({ kind, owner, node }: Place): string | null {
  const match = kind === 'input' ? /^(?<type>\w+)(?:Filter|Order|GroupBy)$/.exec(owner) : null;
  return match?.groups === undefined ? null : `${match.groups.type}.${node.name.value}`;
}

/** The category of a place with its floor, as text; empty when it has none. */
export function categoryText({ node }: Pick<Place, 'node'>): string {
  return directivesNamed(node, 'category')
    .map((use) => `${argumentText(use, 'is')} floor ${argumentText(use, 'floor') ?? '0'}`)
    .join(', ');
}

function parentTypes(subgraph: Subgraph): ReadonlySet<string> {
  const parents = objectsOf(subgraph.document).filter((object) => handledBy(object) === 'PARENT');
  return new Set(parents.map((object) => object.name.value));
}

function categoryRules(place: Place, parents: ReadonlySet<string>): string[] {
  const uses = directivesNamed(place.node, 'category');
  const [use] = uses;
  if (use === undefined) return isExempt(place) ? [] : ['has no category'];
  if (uses.length > 1) return ['has more than one category'];
  if (isExempt(place)) return ['is exempt and must have no category'];

  const category = argumentText(use, 'is') ?? '';
  if (!isCategory(category)) return [`unknown category \`${category}\``];
  const floor = argumentText(use, 'floor') ?? '0';
  if (!/^[0-4]$/.test(floor)) return [`floor \`${floor}\` is not a rank from 0 to 4`];
  // The field that returns a value object has the real category; inside it nothing further is decided.
  if (place.kind === 'field' && parents.has(place.owner) && category !== 'EXISTENCE')
    return [`a field of a PARENT type must be EXISTENCE, not \`${print(use)}\``];
  return optionalRules(place, category);
}

function optionalRules(place: Place, category: Category): string[] {
  const optional = directivesNamed(place.node, 'optional').length > 0;
  const hides = CATEGORY_RULES[category].mode === 'hide' && category !== 'EXISTENCE';
  // A field that is hidden from some must also be absent for others, or its absence tells.
  return place.kind === 'field' && hides && !optional ? [`${category} hides, so it must be @optional`] : [];
}

function isCategory(text: string): text is Category {
  return Object.hasOwn(CATEGORY_RULES, text);
}
