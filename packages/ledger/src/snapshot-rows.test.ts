import { sealSnapshot, snapshotText } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act, Fact, Snapshot } from '@chancery/shared/snapshot/snapshot';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openLedgerReader } from './ledger-reader.js';
import { applyDifference, baseOf, differenceFrom } from './snapshot-rows.js';
import { sampleEntry, sampleSnapshot } from './testkit/sample-entry.js';
import { createTestLedger, type TestLedger } from './testkit/test-ledger.js';
import { verifyLedger } from './verify/verify-ledger.js';

const digestOf = (hex: string) => `sha256:${hex.repeat(64)}`;

describe('a snapshot that is kept as a difference', () => {
  it('gives the text that it had, whatever the two texts are', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '"', 'é', '€', '😀', '😁'), maxLength: 40 });
    fc.assert(
      fc.property(text, text, text, text, (head, one, other, tail) => {
        const filled = 'x'.repeat(400);
        const [before, after] = [
          `{${filled}${head}${one}${tail}${filled}`,
          `{${filled}${head}${other}${tail}${filled}`,
        ];
        const row = differenceFrom({ digest: digestOf('a'), text: before }, { digest: digestOf('b'), text: after });
        // As UTF-8, which has no half characters.
        const stored = Buffer.from(row?.text ?? '').toString();
        expect(baseOf(stored)).toBe(digestOf('a'));
        expect(applyDifference(stored, before)).toBe(after);
      }),
    );
  });

  it('is kept whole when most of it is another', () => {
    const [a, b] = [`{${'a'.repeat(100)}`, `{${'b'.repeat(100)}`];
    expect(differenceFrom({ digest: digestOf('a'), text: a }, { digest: digestOf('b'), text: b })).toBeNull();
    expect(baseOf(a)).toBeNull();
  });
});

describe('a ledger whose entries name one snapshot after another', () => {
  const { facts, acts } = sampleSnapshot();
  const many: Fact[] = facts.flatMap((fact) =>
    Array.from({ length: 4_000 }, (_, place) => ({ ...fact, m: `Q${100_000 + place}` as Fact['m'] })),
  );
  const snapshots: Snapshot[] = Array.from({ length: 40 }, (_, number) => {
    const made = Array.from({ length: number }, (_unused, place): Act[] =>
      acts.slice(0, 1).map((act) => ({ ...act, id: `act_${(place * 7_919) % 10_000}` })),
    ).flat();
    return sealSnapshot({ number: 10 + number, facts: many, acts: [...acts, ...made] });
  });
  let ledger: TestLedger;
  beforeAll(async () => {
    ledger = await createTestLedger('differences');
    // Two writers, the second of which knows nothing of what the first has stored.
    for (const part of [snapshots.slice(0, 30), snapshots.slice(25)]) {
      const writer = await ledger.openWriter();
      for (const snapshot of part) {
        writer.registerSnapshot(snapshot);
        await writer.append(sampleEntry({ snapshot }));
      }
      await writer.close();
    }
  });
  afterAll(() => ledger.close());

  it('keeps the first whole and of each further one what is new, and gives each as it was', async () => {
    const { rows } = await ledger.tamper(
      'select sum(octet_length(text))::int as bytes, count(*)::int as n from audit_snapshot',
    );
    const whole = snapshots.reduce((sum, snapshot) => sum + snapshotText(snapshot).length, 0);
    expect(rows[0].n).toBe(40);
    expect(rows[0].bytes).toBeLessThan(whole / 10);
    const reader = await openLedgerReader(ledger.database.loaderUrl);
    const texts = await reader.texts(
      'audit_snapshot',
      snapshots.map(({ digest }) => digest),
    );
    await reader.close();
    expect(snapshots.filter((snapshot) => texts.get(snapshot.digest) !== snapshotText(snapshot))).toEqual([]);
    expect(await verifyLedger(ledger.database.loaderUrl)).toMatchObject({ outcome: 'whole', findings: [] });
  });

  it('is altered when a difference is another, and incomplete when the whole is gone that it is of', async () => {
    await ledger.tamper(
      `update audit_snapshot set text = replace(text, 'CONSENT', 'WAIVERS') where text like 'sha256:%'`,
    );
    const { outcome, findings } = await verifyLedger(ledger.database.loaderUrl);
    expect(outcome).toBe('altered');
    expect(findings[0]?.what).toContain('in audit_snapshot is another');
    await ledger.tamper(`delete from audit_snapshot where text not like 'sha256:%'`);
    expect((await verifyLedger(ledger.database.loaderUrl)).outcome).toBe('incomplete');
  });
});
