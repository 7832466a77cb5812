import { InternalError } from '../../errors.js';
import type { ConnectionSpec } from '../paging/connection-spec.js';

const specs = new WeakMap<object, ConnectionSpec<object>>();

/** Notes how all rows of a record are listed. */
export function noteListed(record: object, spec: ConnectionSpec<object>): void {
  specs.set(record, spec);
}

/** How all rows of a record are listed. */
export function listedRows(record: object): ConnectionSpec<object> {
  const spec = specs.get(record);
  if (spec === undefined) throw new InternalError('INTERNAL', 'a code names rows of what is no aggregate');
  return spec;
}
