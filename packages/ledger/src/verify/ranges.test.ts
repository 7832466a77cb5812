import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { parseEntry } from '../parse-entry.js';
import { sampleEntry } from '../testkit/sample-entry.js';
import { createTestLedger, type TestLedger } from '../testkit/test-ledger.js';
import { appendLeaves, type Edge, EMPTY_EDGE, leafHash, printPeaks, rootOf } from '../tree.js';
import type { Claim } from './claims.js';
import { verifyLedger } from './verify-ledger.js';

/** More than two ranges of 16,384, so that several threads check them. */
const ENTRIES = 40_000;
const BATCH = 1_000;

let ledger: TestLedger;
let leaf: string;
const edges: Edge[] = [EMPTY_EDGE];
beforeAll(async () => {
  ledger = await createTestLedger('ranges');
  const writer = await ledger.openWriter();
  await writer.append(sampleEntry({ records: [], private: { address: null, variables: null, reason: null } }));
  await writer.close();
  leaf = (await ledger.entries())[0]?.leaf ?? '';
  await ledger.tamper('truncate audit_entry, audit_leaf_hash');
  const batch = Array.from({ length: BATCH }, () => leafHash(leaf));
  for (let first = 0; first < ENTRIES; first += BATCH) {
    edges.push(appendLeaves(edges.at(-1) ?? EMPTY_EDGE, batch));
    await ledger.tamper('insert into audit_leaf_hash values (1, $1, $2)', [first, Buffer.concat(batch)]);
  }
  await ledger.tamper('insert into audit_entry select 1, n, $1 from generate_series(0, $2::int - 1) as n', [
    leaf,
    ENTRIES,
  ]);
  await moveHead(edges.at(-1) ?? EMPTY_EDGE);
});
afterAll(() => ledger.close());
afterEach(async () => {
  await ledger.tamper(
    `insert into audit_entry select 1, n, $1 from generate_series(0, $2::int - 1) as n
      where not exists (select from audit_entry where log_id = 1 and idx = n)`,
    [leaf, ENTRIES],
  );
  await ledger.tamper('update audit_entry set leaf = $1 where leaf <> $1', [leaf]);
});

const moveHead = (edge: Edge) =>
  ledger.tamper('update audit_head set size = $1, peaks = $2', [edge.size, printPeaks(edge)]);
const verify = (claims: readonly Claim[] = []) => verifyLedger(ledger.database.loaderUrl, () => {}, claims);

describe('a log of several ranges, checked on several threads', () => {
  it('is whole, with the root that its entries give', async () => {
    const verdict = await verify();
    expect(verdict).toMatchObject({ outcome: 'whole', findings: [] });
    expect(verdict.logs).toMatchObject([
      { logId: 1, entries: ENTRIES, root: rootOf(edges.at(-1) ?? EMPTY_EDGE).toString('hex') },
    ]);
  });

  it.each([0, 16_383, 16_384, 33_333, ENTRIES - 1])(
    'names entry %i when one character of it was altered',
    async (index) => {
      await ledger.tamper(`update audit_entry set leaf = replace(leaf, '"W"', '"A"') where idx = $1`, [index]);
      const { outcome, findings } = await verify();
      expect(outcome).toBe('altered');
      expect(findings).toEqual([expect.objectContaining({ index, what: 'its bytes are not those that were logged' })]);
    },
  );

  it('names what is missing, over the border of two ranges', async () => {
    await ledger.tamper('delete from audit_entry where idx between 16300 and 16400');
    const { outcome, findings } = await verify();
    expect(outcome).toBe('incomplete');
    expect(findings).toEqual([
      expect.objectContaining({ index: 16_300, what: 'it and all up to 16383 are not there' }),
      expect.objectContaining({ index: 16_384, what: 'it and all up to 16400 are not there' }),
    ]);
  });

  it('is held against what was said of it at any size', async () => {
    const claimAt = (batches: number): Claim => {
      const edge = edges[batches] ?? EMPTY_EDGE;
      return { logId: 1, size: edge.size, root: rootOf(edge), by: 'a saved checkpoint' };
    };
    expect(await verify([0, 1, 16, 17, 33, 40].map(claimAt))).toMatchObject({ outcome: 'whole', findings: [] });
    const denied = { ...claimAt(20), root: Buffer.alloc(32, 1) };
    expect((await verify([denied])).findings).toEqual([
      expect.objectContaining({
        severity: 'altered',
        what: 'its first 20000 entries are not those of a saved checkpoint',
      }),
    ]);
    expect((await verify([{ ...claimAt(40), size: ENTRIES + 5 }])).findings).toEqual([
      expect.objectContaining({ severity: 'missing', what: expect.stringContaining('has 5 more') }),
    ]);
  });

  it('is not whole when its entries cannot be read as such, whatever the tree says', async () => {
    const odd = '{"v":9}';
    const edge = appendLeaves(edges.at(-1) ?? EMPTY_EDGE, [leafHash(odd)]);
    await ledger.tamper('insert into audit_entry values (1, $1, $2)', [ENTRIES, odd]);
    await ledger.tamper('insert into audit_leaf_hash values (1, $1, $2)', [ENTRIES, leafHash(odd)]);
    await moveHead(edge);
    expect(() => parseEntry(odd)).toThrow();
    expect((await verify()).findings).toEqual([
      expect.objectContaining({ severity: 'altered', index: ENTRIES, what: 'it is no entry of a known version' }),
    ]);
    await ledger.tamper('delete from audit_entry where idx = $1', [ENTRIES]);
    await ledger.tamper('delete from audit_leaf_hash where first_idx = $1', [ENTRIES]);
    await moveHead(edges.at(-1) ?? EMPTY_EDGE);
  });
});
