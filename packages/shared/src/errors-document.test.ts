import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type ClientCode, ERRORS, type InternalCode } from './errors.js';
import { WITHHELD_CODES } from './vocabulary.js';

const document = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8');
const [, errors = '', withheld = ''] = document.split(/^## /m);

/** Cells of the rows of a table that begin with a code. */
const rowsOf = (section: string): string[][] =>
  section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

describe('docs/errors.md', () => {
  it('explains every error code with its status, and no other', () => {
    const documented = rowsOf(errors).map(([code, status]) => [code?.replaceAll('`', ''), Number(status)]);
    expect(documented).toEqual(Object.entries(ERRORS).map(([code, { status }]) => [code, status]));
  });

  it('explains every code of a withheld value, and no other', () => {
    expect(rowsOf(withheld).map(([code]) => code?.replaceAll('`', ''))).toEqual([...WITHHELD_CODES]);
  });

  it('leaves no cell empty', () => {
    const cells = [...rowsOf(errors), ...rowsOf(withheld)].flat();
    expect(cells.filter((cell) => cell === '')).toEqual([]);
  });
});

describe('the two families of error', () => {
  it('share no code: what is ours cannot be told in the words of a caller', () => {
    // Held by the compiler; a shared code would make this line an error.
    const apart: [ClientCode & InternalCode] extends [never] ? true : false = true;
    expect(apart).toBe(true);
  });
});

describe('the texts that callers read', () => {
  it('are lower case, without a full stop and without a place for data', () => {
    for (const { text } of Object.values(ERRORS)) expect(text).toMatch(/^[a-z][a-z ,]+[a-z]$/);
  });
});
