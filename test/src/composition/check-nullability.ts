import { type FieldDefinitionNode, Kind, print, type TypeNode } from 'graphql';
import { handledBy, membersOf, namedType, objectsOf } from './coordinates.js';
import { isExempt } from './exemptions.js';
import type { Problem } from './problem.js';
import type { Subgraph } from './subgraph.js';

/** A value that may be withheld must be nullable, a list of values too, and a hidden list item is dropped, never nulled. */
export function checkNullability(subgraphs: readonly Subgraph[]): Problem[] {
  const labelled = labelledTypes(subgraphs);
  return subgraphs.flatMap((subgraph) =>
    objectsOf(subgraph.document).flatMap((object) =>
      (object.fields ?? []).flatMap((field) => {
        const place = `${object.name.value}.${field.name.value}`;
        return fieldRules(object.name.value, field, labelled).map((rule) => ({ subgraph: subgraph.name, place, rule }));
      }),
    ),
  );
}

function labelledTypes(subgraphs: readonly Subgraph[]): ReadonlySet<string> {
  const objects = subgraphs.flatMap((subgraph) => objectsOf(subgraph.document));
  const labelled = new Set(
    objects.filter((object) => handledBy(object) !== 'PARENT').map((object) => object.name.value),
  );
  const abstract = subgraphs.flatMap(({ document }) => [...membersOf(document)]);
  const among = abstract.filter(([, members]) => members.some((member) => labelled.has(member)));
  return new Set([...labelled, ...among.map(([name]) => name)]);
}

function fieldRules(owner: string, field: FieldDefinitionNode, labelled: ReadonlySet<string>): string[] {
  const exempt = isExempt({ name: '', node: field, owner, kind: 'field' });
  const rules: string[] = [];
  if (field.type.kind === Kind.NON_NULL_TYPE) {
    if (labelled.has(namedType(field.type))) rules.push('returns a labelled object and must be nullable');
    else if (!exempt) rules.push('is protected and must be nullable');
  }
  // A list of what the caller names one by one keeps their places, so what is hidden is null there like what is not.
  const isAsked = field.arguments?.some(({ name }) => name.value === 'ids') ?? false;
  if (!exempt && !isAsked && !isPlainList(field.type)) rules.push(`a list is \`[T!]\`, not \`${print(field.type)}\``);
  return rules;
}

function isPlainList(type: TypeNode): boolean {
  const bare = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  if (bare.kind !== Kind.LIST_TYPE) return true;
  return bare.type.kind === Kind.NON_NULL_TYPE && bare.type.type.kind === Kind.NAMED_TYPE;
}
