import { type ClassType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import { Category } from '../../schema/decorators.js';
import type { CallContext } from '../reading/call-context.js';
import type { Labelled, RecordDeclaration } from '../record/record.js';
import { readableReader } from './readable-values.js';
import { addMethod } from './resolver-method.js';

const FIELD = 'concurrencyToken';
const SAYS = 'Stands for what you may read of it now; a command that is given it does nothing once that has changed.';

/** The field by which whoever changes a record says what it has read of it. What it may not read changes no token. */
export function tokenField<T extends Labelled>(record: ClassType<T>, declared: RecordDeclaration): ClassType<object> {
  Field(() => String, { nullable: true, description: SAYS })(record.prototype, FIELD);
  Category('EXISTENCE')(record.prototype, FIELD);
  const reader = readableReader(declared);
  const owner = {};
  class TokenField {}
  Resolver(() => record)(TokenField);
  addMethod(TokenField, {
    name: FIELD,
    answer: (context: CallContext, { id }: Labelled) =>
      context
        .loader<string, string | null>(owner, async (ids) => {
          const found = await context.read((manager) => reader.read(manager, context.masks, ids));
          return ids.map((each) => {
            const readable = found.get(each);
            return readable === undefined ? null : context.tokens.tokenOf(readable);
          });
        })
        .load(id),
    parameters: [Ctx(), Root()],
    decorators: [FieldResolver()],
  });
  return TokenField;
}
