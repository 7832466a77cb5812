import type { Coordinate } from '@chancery/shared/vocabulary';
import { GraphQLError, type GraphQLSchema, getArgumentValues, Kind } from 'graphql';
import { SELECTIONS_MAX } from '../limit/limits.js';
import { DocumentError } from '../read/document-error.js';
import { namingCoordinates } from '../read/name-coordinate.js';
import type { ValidOperation } from '../read/validate.js';
import { addGiven } from '../rewrite/asked-by.js';
import { collectFields } from '../rewrite/collect-fields.js';
import { isMetaField } from '../rewrite/meta-fields.js';

/** One field at the root of a mutation. */
export interface Command {
  /** Name of the field, whatever the caller calls it. */
  readonly name: string;
  /** Fields of input objects that the caller gives, each once. */
  readonly given: readonly Coordinate[];
}

/** The same with what it is given, as the schema reads it. */
export interface GivenCommand extends Command {
  readonly input: Readonly<Record<string, unknown>>;
}

/** The commands of a mutation, in the order in which they run. Throws INPUT_INVALID. */
export function commandsOf(valid: ValidOperation, schema: GraphQLSchema): GivenCommand[] {
  return namingCoordinates(schema, valid.document, () => findCommands(valid, schema));
}

function findCommands({ document, operation, variables }: ValidOperation, schema: GraphQLSchema): GivenCommand[] {
  const type = schema.getMutationType();
  if (operation.operation !== 'mutation' || !type) return [];
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  const expansion = { schema, fragments, variables, selectionsMax: SELECTIONS_MAX, selections: 0 };
  const fields = [...collectFields(expansion, type, [operation.selectionSet]).values()];
  return fields.flatMap(([node]) => {
    const field = type.getFields()[node.name.value];
    if (isMetaField(node) || field === undefined) return [];
    const given = new Set<Coordinate>();
    const values = argumentsOf(field, node, variables);
    for (const argument of field.args) addGiven(given, argument.type, values[argument.name]);
    return [{ name: field.name, given: [...given], input: Object(values.input) }];
  });
}

function argumentsOf(...[field, node, variables]: Parameters<typeof getArgumentValues>): Record<string, unknown> {
  try {
    return getArgumentValues(field, node, variables);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw DocumentError.at('INPUT_INVALID', `the arguments of \`${node.name.value}\` are not valid`, node, 'variables');
  }
}
