import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { profileFor, type RunningNotes, runNotes } from '../testkit/running-notes.js';

const marks = 'nat=*;pur=*';
const OPEN = `l=-;rel=*;${marks};own=CHANCERY.register`;
/** The same of its existence as OPEN, and nothing else the same. */
const OPEN_TOO = `l=USA:3;rel=USA;${marks};own=CHANCERY.archive;t=urgent!EXISTENCE(l=-;rel=*;${marks})!Note.title(l=-;rel=*;${marks})`;
const DRILL = `l=-;rel=*;${marks};own=CHANCERY.register;t=synthetic`;
const OTHERS = `l=-;rel=*;${marks};own=DEU.foreign-ministry`;
const HIDDEN = `l=-;rel=USA;${marks};own=USA.intelligence`;
const idOf = (index: number) => `not_${String(index).padStart(26, '0')}`;
const ROWS = [OPEN, OPEN_TOO, HIDDEN, DRILL, OTHERS, OPEN].map((handling, index) => ({
  id: idOf(index),
  handling,
  title: `t${index}`,
}));

interface Told {
  readonly totalCount?: number;
  readonly handlings?: readonly number[];
  readonly pageInfo?: { readonly endCursor?: string | null; readonly handlings: readonly number[] };
}

describe('rows that are told of without being shown', () => {
  let notes: RunningNotes;
  beforeAll(async () => {
    notes = await runNotes(ROWS);
  });
  afterAll(async () => notes[Symbol.asyncDispose]());

  /** What the answer tells, and under which handlings. */
  async function told(args: string, parts: string, represents = 'URY'): Promise<{ told: Told; texts: string[] }> {
    const answer = await notes.client.query(profileFor(represents), `{ notes${args} { ${parts} } }`);
    expect(answer.errors).toEqual([]);
    const known = (answer.extensions.handlings ?? {}) as Record<string, string>;
    const page = answer.data?.notes as Told;
    const numbers = [...(page.handlings ?? []), ...(page.pageInfo?.handlings ?? [])];
    return { told: page, texts: numbers.map((each) => known[each] ?? 'unknown').sort() };
  }

  it('are counted under one handling for each thing that is said of their existence, hidden rows left out', async () => {
    const { told: page, texts } = await told('', 'totalCount handlings');
    expect(page.totalCount).toBe(5);
    expect(texts.filter((text) => text !== OPEN && text !== OPEN_TOO)).toEqual([DRILL, OTHERS].sort());
    expect(texts).toHaveLength(3);
    expect((await told('', 'totalCount handlings', 'USA')).texts).toContain(HIDDEN);
  });

  it('are counted under the handlings of those that match, and none match under none', async () => {
    expect((await told('(filter: { title: { eq: "t3" } })', 'totalCount handlings')).texts).toEqual([DRILL]);
    expect((await told('(filter: { title: { eq: "t2" } })', 'totalCount handlings')).texts).toEqual([]);
  });

  it('are those of a page and the one after it', async () => {
    const parts = 'pageInfo { hasNextPage endCursor handlings }';
    const { told: first, texts } = await told('(first: 1)', parts);
    expect(texts).toHaveLength(1);
    const after = `after: ${JSON.stringify(first.pageInfo?.endCursor)}`;
    expect((await told(`(first: 1, ${after})`, parts)).texts).toHaveLength(2);
    expect((await told('(first: 4)', parts)).texts).toHaveLength(3);
  });

  it('are, beside a page without rows, the nearest of those that its flags tell of', async () => {
    const all = await told('', 'pageInfo { endCursor handlings }');
    const after = JSON.stringify(all.told.pageInfo?.endCursor);
    const { told: page, texts } = await told(`(after: ${after})`, 'pageInfo { hasPreviousPage handlings }');
    expect(page.pageInfo).toMatchObject({ hasPreviousPage: true });
    expect(texts).toEqual([OPEN]);
  });
});
