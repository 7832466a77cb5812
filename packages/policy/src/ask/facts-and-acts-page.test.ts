import { readFileSync } from 'node:fs';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { actShape, factShape } from '@chancery/shared/snapshot/snapshot-shapes';
import { REGIMES } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { AGREEMENT_KEYS, EXECUTION, INSTRUMENT_KEYS } from '../facts/act-subjects.js';

const page = readFileSync(new URL('../../../../docs/facts-and-acts.md', import.meta.url), 'utf8');
const examplesOf = (kind: string): string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${kind}\\n(.*?)\\n\`\`\``, 'gs'))].map(([, text = '']) => text);

describe('the page of facts and acts', () => {
  it('shows handlings, facts and acts that parse', () => {
    const [handling = ''] = examplesOf('handling');
    expect(parseHandling(handling).record).toMatchObject({ who: 'p:7f3c', key: 'file:17', missions: ['Q875787'] });
    for (const text of examplesOf('fact')) expect(factShape.safeParse(JSON.parse(text)).success).toBe(true);
    for (const text of examplesOf('act')) expect(actShape.safeParse(JSON.parse(text)).success).toBe(true);
    expect([examplesOf('fact').length, examplesOf('act').length]).toEqual([1, 1]);
  });

  it('names every regime and every subject that an act may have', () => {
    for (const word of REGIMES) expect(page).toContain(word);
    const spelled = [...AGREEMENT_KEYS].filter((key) => !/^EUCI [23]$|^DATA ADEQUACY$/.test(key));
    for (const key of [...spelled, ...INSTRUMENT_KEYS, EXECUTION]) expect(page).toContain(`\`${key}\``);
  });
});
