import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvCell, tableLines } from './printed-cells.js';

/** Texts of whoever writes into records, those that are meant to be obeyed among them. */
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc
    .array(
      fc.constantFrom('"', '""', ',', '\r', '\n', '\r\n', ' ', '=', '-', "'", '＝', '\t', 'a', '\u001b[2K', '\u202e'),
      {
        maxLength: 6,
      },
    )
    .map((parts) => parts.join('')),
);
const tables = fc
  .integer({ min: 2, max: 4 })
  .chain((width) => fc.array(fc.array(texts, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }));

/** As somebody else reads it. */
const recordsOf = (document: string): string[][] => parse(document, { record_delimiter: '\r\n' });

describe('a cell of CSV', () => {
  it('gives back the text it was made of, an apostrophe before it where a spreadsheet would run it', () => {
    let inert = 0;
    fc.assert(
      fc.property(tables, (rows) => {
        const document = rows.map((row) => row.map(csvCell).join(',')).join('\r\n');
        const read = recordsOf(document);

        expect(read.map((row) => row.length)).toEqual(rows.map((row) => row.length));
        for (const [at, cell] of read.flat().entries()) {
          const text = rows.flat()[at];
          if (cell !== text) inert += 1;
          expect([text, `'${text}`]).toContain(cell);
          expect(cell.trimStart()).not.toMatch(/^[=+\-@|%＝＋－＠]/);
          expect(cell).not.toMatch(/^[\t\r\n]/);
        }
      }),
    );
    expect(inert).toBeGreaterThan(20);
  });
});

describe('a table', () => {
  it('has a line for each row and nothing that a terminal obeys, whatever its cells say', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const lines = tableLines(rows);

        expect(lines).toHaveLength(rows.length);
        for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
      }),
    );
  });

  it('shows what it does not obey', () => {
    expect(
      tableLines([
        ['a\nb', 'x'],
        ['longer text', '\u001b[2K\u202e'],
      ]),
    ).toEqual(['a\\u000ab     x', 'longer text  \\u001b[2K\\u202e']);
  });
});
