import { z } from 'zod';
import { ConfigurationError } from './errors.js';

/** Reads the variables of a process; throws with every one that is missing or malformed, so that one look is enough. */
export function readEnvironment<S extends z.ZodObject>(schema: S, environment: NodeJS.ProcessEnv): z.output<S> {
  // An empty variable says as little as one that is not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => {
    const name = path.join('.');
    return given[String(path[0])] === undefined ? `\`${name}\` is not set` : `\`${name}\`: ${message}`;
  });
  throw new ConfigurationError(faults.join('; '));
}

/** A variable as documentation tells of it. */
export interface VariableRow {
  readonly name: string;
  readonly meaning: string;
  /** Null for one that must be set. */
  readonly fallback: string | null;
}

/** Every variable of a schema, in its order. */
export function describeEnvironment(schema: z.ZodObject): VariableRow[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const type = field as z.ZodType;
    const absent = type.safeParse(undefined);
    const fallback = absent.success ? String(absent.data ?? 'none') : null;
    return { name, meaning: type.description ?? '', fallback };
  });
}

/** A port, 0 for any that is free. */
export const PORT_NUMBER = z
  .string()
  .regex(/^[0-9]{1,5}$/, 'is not a port')
  .transform(Number)
  .pipe(z.number().max(65_535, 'is not a port'));

/** A text that says something. */
export const TEXT = z.string().min(1);
