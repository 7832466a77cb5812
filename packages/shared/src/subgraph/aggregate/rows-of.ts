import type { ClassType } from 'type-graphql';
import { InternalError } from '../../errors.js';
import { referenceOf } from '../links/reference.js';
import type { CallContext } from '../reading/call-context.js';
import { createRowLoader, type RowLoader } from '../reading/row-loader.js';
import { type Labelled, recordOf } from '../record/record.js';

const loaders = new WeakMap<object, RowLoader<Labelled>>();

/** Rows of a record by their ids, for the viewer of a call. */
export function rowsOf<T extends Labelled>(record: ClassType<T>): RowLoader<T> {
  // Made for this class, so of its rows.
  const known = loaders.get(record) as RowLoader<T> | undefined;
  if (known !== undefined) return known;
  const declared = recordOf(record);
  if (declared === undefined) throw new InternalError('INTERNAL', `\`${record.name}\` is no record`);
  const made = createRowLoader<T>(record, declared.prefix);
  loaders.set(record, made);
  return made;
}

/** The row that a link leads to. Of another service's nothing is known but the id, which the link has looked up. */
export function loadLinked(context: CallContext, target: ClassType<object>, id: string): Promise<object | null> {
  if (referenceOf(target) !== undefined) return Promise.resolve(Object.assign(new target(), { id }));
  return rowsOf(target as ClassType<Labelled>).load(context, id);
}
