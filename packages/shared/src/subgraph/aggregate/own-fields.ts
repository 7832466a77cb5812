import { type ClassType, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { InternalError } from '../../errors.js';
import { loadByKey } from '../links/load-by-key.js';
import { loadLinks } from '../links/load-links.js';
import { referenceOf } from '../links/reference.js';
import type { ConnectionSpec } from '../paging/connection-spec.js';
import type { CallContext } from '../reading/call-context.js';
import { mayReadAll } from '../reading/may-read-all.js';
import type { Labelled, LinkLine, MadeLine, RecordDeclaration } from '../record/record.js';
import { listedRows } from './listed-rows.js';
import { addMethod } from './resolver-method.js';
import { loadLinked } from './rows-of.js';

/** Fields of a record that are not read off its row as they stand: its links, and what is made of several lines. */
export function ownFields<T extends Labelled>(
  record: ClassType<T>,
  { name, lines }: RecordDeclaration,
  spec: ConnectionSpec<T>,
): ClassType<object> {
  class OwnFields {}
  Resolver(() => record)(OwnFields);
  for (const line of lines) {
    const answer =
      line.what === 'link' ? follow(spec, line) : line.what === 'made' ? make(record, name, line, lines) : null;
    if (answer === null) continue;
    addMethod(OwnFields, {
      name: line.property,
      answer,
      parameters: [Ctx(), Root()],
      decorators: [FieldResolver()],
    });
  }
  return OwnFields;
}

function follow<T extends Labelled>(spec: ConnectionSpec<T>, { property, to, isMany }: LinkLine) {
  return async (context: CallContext, row: T): Promise<unknown> => {
    const ids = await loadLinks(context, spec, property, row.id);
    const linked = await Promise.all(ids.map((id) => loadLinked(context, to(), id)));
    return isMany ? linked.filter((each) => each !== null) : (linked[0] ?? null);
  };
}

/**
 * What is made of several fields is as closed as each of them, for a portion of the row's marking may close one alone. A method is given
 * the moment of the call, which alone says what is late.
 */
function make(
  record: ClassType<Labelled>,
  name: string,
  { property, from, namedBy }: MadeLine,
  lines: RecordDeclaration['lines'],
) {
  const closing = from.filter((part) => {
    const line = lines.find((each) => each.property === part);
    if (line === undefined)
      throw new InternalError('INTERNAL', `\`${name}.${property}\` is made of no line \`${part}\``);
    return line.what !== 'kept';
  });
  if (namedBy !== null) return followCode(name, from, namedBy);
  const method: unknown = Object.getOwnPropertyDescriptor(record.prototype, property)?.value;
  if (closing.length === 0 && typeof method !== 'function') return null;
  return ({ masks, viewer }: CallContext, row: Labelled): unknown => {
    if (!mayReadAll(masks, name, row, closing)) return null;
    return typeof method === 'function' ? method.call(row, viewer.now) : Reflect.get(row, property);
  };
}

/** The row that a code names: looked up by a field that the viewer must be able to read there, for whom the code itself is open here. */
function followCode(name: string, from: MadeLine['from'], { type, field }: NonNullable<MadeLine['namedBy']>) {
  return (context: CallContext, row: Labelled): Promise<object | null> => {
    const [code] = from.map((field): unknown => Reflect.get(row, field));
    if (typeof code !== 'string' || !mayReadAll(context.masks, name, row, from)) return Promise.resolve(null);
    // Of a row of another service its id is the code, and its owner says whether it is there.
    const elsewhere = referenceOf(type());
    if (elsewhere !== undefined) return elsewhere.find(context, code);
    return loadByKey(context, listedRows(type()), field, code);
  };
}
