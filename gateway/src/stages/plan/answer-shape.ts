import { InternalError } from '@chancery/shared/errors';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql';
import type { KeyRenamer } from './planner-answer.js';

/**
 * Which keys of one object in a subgraph's answer were asked for. Nothing else is ever merged: a subgraph that adds
 * `handling` to an object of another subgraph would label it.
 */
export interface AnswerShape {
  readonly fields: readonly AnswerField[];
}

export interface AnswerField {
  /** Key in the subgraph's answer. */
  readonly answerKey: string;
  /** Key in the merged data; another one where the planner had to invent an alias. */
  readonly key: string;
  /** Null for a leaf, which is taken whole: an object in a custom scalar is one value. */
  readonly shape: AnswerShape | null;
}

interface MutableField {
  readonly answerKey: string;
  key: string;
  readonly shape: MutableShape | null;
}
type MutableShape = { readonly fields: MutableField[] };

/** The shape of the answer to an operation of the planner's, its renamed keys taken into account. */
export function shapeOf(operationText: string): AnswerShape {
  const document = parseOperation(operationText);
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [operation, second] = operations;
  if (!operation || second) throw new InternalError('INTERNAL', 'a fetch must hold one operation');
  return buildShape(operation, fragmentsOf(document));
}

function parseOperation(text: string): DocumentNode {
  try {
    return parse(text, { noLocation: true });
  } catch (cause) {
    throw new InternalError('INTERNAL', 'a fetch holds no operation', { cause });
  }
}

const fragmentsOf = (document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );

function buildShape(
  { selectionSet }: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): AnswerShape {
  // Fields under different type conditions are united: which of them an answer may hold is the subgraph's affair.
  const add = (shape: MutableShape, selections: SelectionSetNode): void => {
    for (const selection of selections.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) add(shape, selection.selectionSet);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (!fragment) throw new InternalError('INTERNAL', `a fetch spreads unknown fragment ${selection.name.value}`);
        add(shape, fragment.selectionSet);
      } else {
        const field = fieldOf(
          shape,
          selection.alias?.value ?? selection.name.value,
          selection.selectionSet !== undefined,
        );
        if (field.shape && selection.selectionSet) add(field.shape, selection.selectionSet);
      }
    }
  };
  const root: MutableShape = { fields: [] };
  add(root, selectionSet);
  return root;
}

function fieldOf(shape: MutableShape, answerKey: string, hasSelection: boolean): MutableField {
  const known = shape.fields.find((field) => field.answerKey === answerKey);
  if (known) return known;
  const field: MutableField = { answerKey, key: answerKey, shape: hasSelection ? { fields: [] } : null };
  shape.fields.push(field);
  return field;
}

/**
 * The shape with the planner's own aliases undone, relative to the object that the rewrites start at. Done once here,
 * an answer is merged under its final keys and is never rewritten.
 */
export function renamed(shape: AnswerShape, renamers: readonly KeyRenamer[]): AnswerShape {
  return renamers.reduce((current, { path, renameKeyTo }) => {
    // The alias is the planner's and stands under one type only, so the type tests of the path say nothing more.
    const keys = path.flatMap((segment) => ('Key' in segment ? [segment.Key] : []));
    return renameAt(current, keys, renameKeyTo);
  }, shape);
}

function renameAt(shape: AnswerShape, [head, ...rest]: readonly string[], to: string): AnswerShape {
  if (!shape.fields.some((field) => field.answerKey === head)) {
    throw new InternalError('INTERNAL', `a fetch renames ${head ?? 'nothing'}, which it does not select`);
  }
  const fields = shape.fields.map((field) => {
    if (field.answerKey !== head) return field;
    if (rest.length === 0) return { ...field, key: to };
    return { ...field, shape: field.shape && renameAt(field.shape, rest, to) };
  });
  return { fields };
}

/** The shape below one key of an answer. */
export function shapeAt(shape: AnswerShape, answerKey: string): AnswerShape {
  const field = shape.fields.find((candidate) => candidate.answerKey === answerKey);
  if (!field?.shape) throw new InternalError('INTERNAL', `a fetch does not select ${answerKey}`);
  return field.shape;
}
