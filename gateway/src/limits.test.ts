import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { LIMITS } from './limits.js';

const page = readFileSync(new URL('../../docs/clients.md', import.meta.url), 'utf8');

describe('the table of limits in docs/clients.md', () => {
  it('is what the code holds', () => {
    const rows = LIMITS.map(({ what, limit, answer }) => `| ${what} | ${limit} | ${answer} |`);
    expect(page).toContain(['| limit of | at most | beyond it |', '| --- | --- | --- |', ...rows].join('\n'));
  });
});
