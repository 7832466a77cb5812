import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { EXPORT_BOUNDS } from './export-limits.js';
import { BOUNDS, LIMITS } from './limits.js';
import { SUBSCRIPTION_BOUNDS } from './subscription-limits.js';

const page = readFileSync(new URL('../../../../docs/clients.md', import.meta.url), 'utf8');

describe('the table of limits in docs/clients.md', () => {
  it('is what the code holds', () => {
    const rows = LIMITS.map(({ what, limit, answer }) => `| ${what} | ${limit} | ${answer} |`);
    expect(page).toContain(['| limit of | at most | beyond it |', '| --- | --- | --- |', ...rows].join('\n'));
  });
});

describe('the table of bounds in docs/operating.md', () => {
  it('is what the code holds', () => {
    const operating = readFileSync(new URL('../../../../docs/operating.md', import.meta.url), 'utf8');
    const rows = BOUNDS.map(({ what, bound, beyond }) => `| ${what} | ${bound} | ${beyond} |`);
    expect(operating).toContain(
      ['| in the gateway | at most | beyond it |', '| --- | --- | --- |', ...rows].join('\n'),
    );
  });
});

describe('the table of bounds in docs/subscriptions.md', () => {
  it('is what the code holds', () => {
    const page = readFileSync(new URL('../../../../docs/subscriptions.md', import.meta.url), 'utf8');
    const rows = SUBSCRIPTION_BOUNDS.map(({ what, bound, beyond }) => `| ${what} | ${bound} | ${beyond} |`);
    expect(page).toContain(['| of subscriptions | at most | beyond it |', '| --- | --- | --- |', ...rows].join('\n'));
  });
});

describe('the table of bounds of exports in docs/clients.md', () => {
  it('is what the code holds', () => {
    const rows = EXPORT_BOUNDS.map(({ what, bound, beyond }) => `| ${what} | ${bound} | ${beyond} |`);
    expect(page).toContain(['| of exports | at most | beyond it |', '| --- | --- | --- |', ...rows].join('\n'));
  });
});
