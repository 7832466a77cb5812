import { readFileSync } from 'node:fs';
import { ERROR_STATUSES } from '@chancery/shared/errors';
import { WITHHELD_CODES } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { ERROR_TEXTS } from './error-texts.js';

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
    expect(documented).toEqual(Object.entries(ERROR_STATUSES));
  });

  it('explains every code of a withheld value, and no other', () => {
    expect(rowsOf(withheld).map(([code]) => code?.replaceAll('`', ''))).toEqual([...WITHHELD_CODES]);
  });

  it('leaves no cell empty', () => {
    const cells = [...rowsOf(errors), ...rowsOf(withheld)].flat();
    expect(cells.filter((cell) => cell === '')).toEqual([]);
  });
});

describe('the texts that callers read', () => {
  it('are lower case, without a full stop and without a place for data', () => {
    for (const text of Object.values(ERROR_TEXTS)) expect(text).toMatch(/^[a-z][a-z ,]+[a-z]$/);
  });
});
