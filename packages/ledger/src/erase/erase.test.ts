import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SidecarPart } from '../entry.js';
import { parseEntry } from '../parse-entry.js';
import { makeInclusionProof, verifyInclusion } from '../proofs.js';
import { sampleEntry } from '../testkit/sample-entry.js';
import { createTestLedger, type TestLedger } from '../testkit/test-ledger.js';
import { appendLeaves, EMPTY_EDGE, leafHash, rootOf } from '../tree.js';
import { printVerdict } from '../verify/verdict.js';
import { verifyLedger } from '../verify/verify-ledger.js';
import { eraseSidecars } from './erase-sidecars.js';
import { partsToErase } from './parts-to-erase.js';

describe('an erasure by order', () => {
  let ledger: TestLedger;
  beforeAll(async () => {
    ledger = await createTestLedger('erase');
  });
  afterAll(() => ledger.close());
  const verify = () => verifyLedger(ledger.database.loaderUrl);
  const partsThere = async () =>
    (await ledger.tamper('select idx::int, part from audit_sidecar order by idx, part')).rows.map(
      ({ idx, part }) => `${idx} ${part}`,
    );

  it('takes the parts away, is an entry itself, and leaves every proof and the whole ledger as they were', async () => {
    const writer = await ledger.openWriter();
    for (let n = 0; n < 3; n += 1) await writer.append(sampleEntry());
    const before = (await ledger.entries()).map(({ leaf }) => leafHash(leaf));
    const proof = makeInclusionProof(before, 1);
    const of = {
      index: 1,
      size: 3,
      leaf: before[1] ?? Buffer.alloc(0),
      root: rootOf(appendLeaves(EMPTY_EDGE, before)),
    };

    const parts = (['private', 'records'] as const).map((part) => ({ logId: 1, index: 1, part }));
    const receipt = await eraseSidecars(writer, ledger.database.ownerUrl, {
      parts,
      record: null,
      order: 'DPA 17/2026',
      now: 5,
    });
    expect(await partsThere()).toEqual(['0 private', '0 records', '2 private', '2 records']);
    const entries = (await ledger.entries()).map(({ leaf }) => parseEntry(leaf));
    expect(entries.at(-1)).toMatchObject({ kind: 'ERASURE', receipt, basis: { stated: 'DPA 17/2026' }, erased: parts });
    expect(verifyInclusion(proof, of)).toBe(true);
    const verdict = await verify();
    expect(verdict).toMatchObject({ outcome: 'whole', findings: [], erased: 2 });
    expect(printVerdict(verdict)).toContain('2 parts of sidecars were erased by order');
    await writer.close();
  });

  it('that names a part which is not beside the entry is refused, and takes nothing: its giver would believe it gone', async () => {
    const [entry] = (await ledger.entries()).map(({ leaf }) => parseEntry(leaf));
    const wish = (parts: readonly SidecarPart[], areNamed: boolean) =>
      partsToErase(ledger.database.ownerUrl, { receipt: String(entry?.receipt), parts, areNamed });
    const there = await partsThere();
    await expect(wish(['private', 'access'], true)).rejects.toThrow('`access` of that receipt is beside no entry');
    await expect(wish(['access'], true)).rejects.toThrow('nothing of that receipt is there');
    const found = async (parts: readonly SidecarPart[], areNamed: boolean) =>
      (await wish(parts, areNamed)).map(({ part }) => part).sort();
    expect(await found(['private', 'records'], true)).toEqual(['private', 'records']);
    // Of those that are erased by default there are as many as there are.
    expect(await found(['private', 'records', 'said'], false)).toEqual(['private', 'records']);
    expect(await partsThere()).toEqual(there);
  });

  it('is told from what was taken away without one, and from one that was ordered and not done', async () => {
    await ledger.tamper(
      `create table kept as table audit_sidecar; delete from audit_sidecar where idx = 2 and part = 'records'`,
    );
    expect(await verify()).toMatchObject({
      outcome: 'incomplete',
      findings: [{ severity: 'missing', index: 2, what: 'its sidecar `records` is not there' }],
    });
    await ledger.tamper('truncate audit_sidecar; insert into audit_sidecar table kept');
    await ledger.tamper(
      `insert into audit_sidecar select log_id, 1, part, salt, blob from kept where idx = 0 and part = 'records'`,
    );
    const { outcome, findings } = await verify();
    expect(outcome).toBe('altered');
    expect(findings.map(({ severity }) => severity).sort()).toEqual(['altered', 'warning']);
  });

  it('of a record takes it out of every entry that read it, and leaves the others that were read with it', async () => {
    const own = await createTestLedger('erase_record');
    const writers = await Promise.all([own.openWriter(), own.openWriter()]);
    const records = ['Mission:mis_1', 'Person:per_1', 'odd\n"key"'];
    for (const writer of writers) for (let n = 0; n < 2; n += 1) await writer.append(sampleEntry({ records }));
    const named = async () => {
      const { rows } = await own.tamper(
        `select array(select record_key from jsonb_array_elements_text(blob::jsonb) as s join audit_subject on surrogate = s order by 1) as keys
           from audit_sidecar where part = 'records' order by idx`,
      );
      return rows.map(({ keys }) => keys);
    };
    const all = ['Mission:mis_1', 'Person:per_1', 'odd\\n\\"key\\"'];
    expect(await named()).toEqual([all, all, all, all]);
    // A surrogate a writer, and none of them says what it stands for.
    const { rows } = await own.tamper('select count(*)::int as n from audit_subject');
    expect(rows).toEqual([{ n: 6 }]);
    const { rows: blobs } = await own.tamper(
      `select string_agg(blob, '') as text from audit_sidecar where part = 'records'`,
    );
    expect(blobs[0].text).not.toContain('per_1');

    const [writer] = writers;
    if (writer === undefined) throw new Error('no writer');
    await eraseSidecars(writer, own.database.ownerUrl, { parts: [], record: 'Person:per_1', order: 'Art. 17', now: 5 });
    const rest = ['Mission:mis_1', 'odd\\n\\"key\\"'];
    expect(await named()).toEqual([rest, rest, rest, rest]);
    await writer.append(sampleEntry({ records }));
    expect((await named()).at(-1)).toEqual(rest);
    expect(await verifyLedger(own.database.loaderUrl)).toMatchObject({ outcome: 'whole', findings: [] });
    expect((await own.entries()).map(({ leaf }) => leaf).join()).not.toContain('per_1');
    await own.close();
  });
});
