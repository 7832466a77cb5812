import {
  type FieldNode,
  Kind,
  type NameNode,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  visit,
} from 'graphql';
import type { Randomness } from './randomness.js';

const name = (value: string): NameNode => ({ kind: Kind.NAME, value });

/**
 * The same question in other words: fields in another order, under aliases, inside fragments, asked twice. `back` gives an answer to it
 * the keys and the order of the first one.
 */
export function rewriteDocument(
  text: string,
  random: Randomness,
): { readonly text: string; back(data: unknown): unknown } {
  const document = parse(text);
  const original = operationOf(document.definitions[0]);
  let aliases = 0;
  const rewritten = visit(original, {
    Field: {
      leave(field: FieldNode): FieldNode {
        aliases += 1;
        // The first words are kept behind a number, so that they can be found again.
        return { ...field, alias: name(`z${aliases}_${(field.alias ?? field.name).value}`) };
      },
    },
    SelectionSet: {
      leave({ kind, selections }) {
        const shuffled = selections.toSorted(() => (random.once(2) ? 1 : -1));
        const cut = random.below(shuffled.length + 1);
        const inside: SelectionNode = {
          kind: Kind.INLINE_FRAGMENT,
          selectionSet: { kind: Kind.SELECTION_SET, selections: shuffled.slice(0, cut) },
        };
        return { kind, selections: cut === 0 ? shuffled : [...shuffled.slice(cut), inside] };
      },
    },
  });
  return { text: print(rewritten), back: (data) => inFirstWords(data, original.selectionSet.selections) };
}

function operationOf(definition: unknown): OperationDefinitionNode {
  const node = definition as OperationDefinitionNode;
  if (node.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  return node;
}

function inFirstWords(value: unknown, selections: readonly SelectionNode[]): unknown {
  if (Array.isArray(value)) return value.map((item) => inFirstWords(item, selections));
  if (value === null || typeof value !== 'object') return value;
  const byFirst = new Map(Object.entries(value).map(([key, child]) => [key.replace(/^z\d+_/, ''), child]));
  return Object.fromEntries(
    fieldsOf(selections).flatMap((field) => {
      const key = (field.alias ?? field.name).value;
      // Of a fragment on another type there is nothing.
      return byFirst.has(key) ? [[key, inFirstWords(byFirst.get(key), field.selectionSet?.selections ?? [])]] : [];
    }),
  );
}

const fieldsOf = (selections: readonly SelectionNode[]): readonly FieldNode[] =>
  selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    return selection.kind === Kind.INLINE_FRAGMENT ? fieldsOf(selection.selectionSet.selections) : [];
  });
