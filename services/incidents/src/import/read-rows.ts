import { ClientError } from '@chancery/shared/errors';
import type { SourceRow } from '@chancery/shared/subgraph/import/validate-rows';
import { parse } from 'csv-parse/sync';

interface ParsedRow {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

/** The rows of a file whose columns are these and no others. */
export function readRows(file: string, csv: string, expected: readonly string[]): SourceRow[] {
  // A row with too few or too many cells is bad like any other, and named.
  const rows = parse(csv, { info: true, relax_column_count: true }) as unknown as ParsedRow[];
  const [head, ...body] = rows;
  const columns = head?.record.join() ?? '';
  if (columns !== expected.join()) {
    throw new ClientError(
      'INPUT_INVALID',
      `\`${file}\` was refused, nothing was loaded\nline 1: columns are \`${columns}\``,
    );
  }
  return body.map(({ info, record }) => ({
    line: info.lines,
    cells: Object.fromEntries(record.map((cell, index) => [expected[index] ?? `column ${index + 1}`, cell])),
  }));
}
