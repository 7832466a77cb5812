import { InternalError } from '../../errors.js';

const NAME = /^[a-z][a-z0-9_]*$/;

/** A name for the text of a statement, where it cannot be a parameter: anything that would need quoting is refused. */
export function nameOf(name: string): string {
  if (!NAME.test(name)) throw new InternalError('INTERNAL', `\`${name}\` would need quoting`);
  return name;
}
