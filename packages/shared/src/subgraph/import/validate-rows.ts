import type { z } from 'zod';
import { ClientError } from '../../errors.js';

/** A record of a file, with the line that it begins on. */
export interface SourceRow {
  readonly line: number;
  readonly cells: unknown;
}

const SHOWN_MAX = 50;

/** Validates every row of a file; one bad row refuses it, and every bad row is named by line and reason. */
export function validateRows<T>(
  file: string,
  rows: Iterable<SourceRow>,
  shape: z.ZodType<T>,
  keyOf: (row: T) => string,
): T[] {
  const valid: T[] = [];
  const lines = new Map<string, number>();
  const bad: string[] = [];
  for (const { line, cells } of rows) {
    const parsed = shape.safeParse(cells);
    if (!parsed.success) {
      bad.push(...parsed.error.issues.map(({ path, message }) => `line ${line}: \`${path.join('.')}\` ${message}`));
      continue;
    }
    const earlier = lines.get(keyOf(parsed.data));
    if (earlier === undefined) lines.set(keyOf(parsed.data), line);
    else bad.push(`line ${line}: \`${keyOf(parsed.data)}\` is on line ${earlier} already`);
    valid.push(parsed.data);
  }
  if (bad.length > 0) throw new ClientError('INPUT_INVALID', describe(file, bad));
  return valid;
}

function describe(file: string, bad: readonly string[]): string {
  const shown = bad.slice(0, SHOWN_MAX);
  const rest = bad.length > shown.length ? [`and ${bad.length - shown.length} more`] : [];
  return [`\`${file}\` was refused, nothing was loaded`, ...shown, ...rest].join('\n');
}
