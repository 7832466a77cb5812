import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grantNotary } from '@chancery/ledger/grant-notary';
import { openLedgerReader } from '@chancery/ledger/ledger-reader';
import { parseCheckpoint } from '@chancery/ledger/notes/checkpoint';
import { type KeyFolder, openKeyFolder } from '@chancery/ledger/notes/key-folder';
import { parseMinimumIndex } from '@chancery/ledger/notes/minimum-index';
import { openNote } from '@chancery/ledger/notes/signed-note';
import { openTlogProof, parseTlogProof } from '@chancery/ledger/notes/tlog-proof';
import { parseEntry } from '@chancery/ledger/parse-entry';
import { verifyConsistency } from '@chancery/ledger/proofs';
import { planRetirement, type RetirementPlan } from '@chancery/ledger/retire/plan-retirement';
import { retireEntries } from '@chancery/ledger/retire/retire-entries';
import { sampleEntry } from '@chancery/ledger/testkit/sample-entry';
import { createTestLedger, type TestLedger } from '@chancery/ledger/testkit/test-ledger';
import { exportTiles } from '@chancery/ledger/tiles/export-tiles';
import { leafHash } from '@chancery/ledger/tree';
import { type Claim, claimOfCheckpoint } from '@chancery/ledger/verify/claims';
import { printVerdict } from '@chancery/ledger/verify/verdict';
import { verifyLedger } from '@chancery/ledger/verify/verify-ledger';
import { withConnection } from '@chancery/shared/postgres/connect';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { answer } from './answer.js';
import { Notary } from './notary.js';

const ORIGIN = 'chancery.test/ledger';
const LOG = `${ORIGIN}/1`;
const YEAR_MS = 366 * 86_400_000;
const RECORDED = 1_790_000_001_200;
/** Past every least time that is set. */
const LATER = RECORDED + 30 * YEAR_MS;

let ledger: TestLedger;
let folder: string;
let notaryUrl: string;
let keys: KeyFolder;
let said: string[];
let opened: Notary[];
beforeEach(async () => {
  ledger = await createTestLedger('retirement');
  notaryUrl = await ledger.database.addNotary();
  await grantNotary(ledger.database.ownerUrl);
  folder = mkdtempSync(join(tmpdir(), 'chancery-retirement-'));
  keys = openKeyFolder(join(folder, 'keys'));
  [said, opened] = [[], []];
});
afterEach(async () => {
  for (const notary of opened) await notary.close();
  await ledger.close();
  rmSync(folder, { recursive: true });
});

function openNotary(): Notary {
  const notary = new Notary({
    ...{ connectionString: notaryUrl, origin: ORIGIN, keys, folder, witnesses: [], publishEveryMs: 1, clock: Date.now },
    log: ({ event, message }) => said.push(`${event}: ${message}`),
  });
  opened.push(notary);
  return notary;
}
const verifiers = () => keys.signersOf(LOG, 'note').map(({ verifier }) => verifier);
const ask = async (notary: Notary, path: string) => (await answer(notary, new URL(path, 'http://notary'))).body;
const append = async (count: number, changes: Parameters<typeof sampleEntry>[0] = {}) => {
  const writer = await ledger.openWriter({ deadlineMs: 30_000 });
  const appended = await Promise.all(Array.from({ length: count }, () => writer.append(sampleEntry(changes))));
  await writer.close();
  return appended;
};
async function plan(before = LATER, now = LATER): Promise<RetirementPlan> {
  const reader = await openLedgerReader(ledger.database.ownerUrl);
  try {
    return await withConnection(ledger.database.ownerUrl, (owner) =>
      planRetirement(reader, owner, { logId: 1, before, now }),
    );
  } finally {
    await reader.close();
  }
}
async function retire(of: RetirementPlan): Promise<string> {
  const writer = await ledger.openWriter({ clock: () => LATER });
  try {
    return await retireEntries(writer, ledger.database.ownerUrl, of, { order: 'Archive 5/2056', now: LATER });
  } finally {
    await writer.close();
  }
}
const verify = (claims: readonly Claim[] = []) => verifyLedger(ledger.database.loaderUrl, () => {}, claims);
const indexes = async (table: string) =>
  (await ledger.tamper(`select min(idx)::int as least from audit_${table}`)).rows[0].least;

const reject = async (of: Promise<unknown>) =>
  of.then(
    () => 'done',
    (error: Error) => error.message,
  );

describe('entries that are retired by order', () => {
  it('leave a whole ledger, the proofs of all later entries, and a signed word from where on it is kept', async () => {
    const notary = openNotary();
    const appended = await append(600);
    await notary.round();
    const early = await ask(notary, '/checkpoint');
    await append(100);
    await notary.round();
    const saved = await ask(notary, '/checkpoint');
    const { receipt = '' } = appended.find(({ index }) => index === 550) ?? {};
    const proof = await ask(notary, `/proof?receipt=${receipt}&agency=DEU.fire-service`);
    const leaf = leafHash((await ledger.entries())[550]?.leaf ?? '');

    const of = await plan();
    expect(of).toMatchObject({ from: 0, end: 512, stop: 'there are no more' });
    const order = await retire(of);
    for (const table of ['entry', 'sidecar', 'receipt']) expect(await indexes(table)).toBe(512);
    const last = parseEntry((await ledger.entries()).at(-1)?.leaf ?? '');
    expect(last).toMatchObject({ kind: 'ERASURE', receipt: order, basis: { stated: 'Archive 5/2056' } });
    expect(last.retired).toMatchObject({ logId: 1, end: 512 });

    await notary.round();
    const minimum = parseMinimumIndex(openNote(await ask(notary, '/minimum'), verifiers()).text);
    expect(minimum).toMatchObject({ origin: LOG, index: 512 });
    expect(minimum.root.toString('base64')).toBe(last.retired?.root);
    // As before, and against a checkpoint that covers the retirement.
    for (const each of [proof, await ask(notary, `/proof?receipt=${receipt}&agency=DEU.fire-service`)]) {
      expect(openTlogProof(parseTlogProof(each), leaf, verifiers())).toMatchObject({ index: 550 });
    }
    const verdict = await verify([early, saved].map((note) => claimOfCheckpoint(note, verifiers())));
    expect(verdict).toMatchObject({ outcome: 'whole', findings: [] });
    expect(printVerdict(verdict)).toContain('log 1: its entries before 512 were retired by order');
    expect([notary.health, said]).toEqual(['ok', []]);
  });

  it('are followed by a notary that starts again, by its patrol, by an export, and by a second retirement', async () => {
    await append(600);
    await openNotary().round();
    await retire(await plan());
    const notary = openNotary();
    for (let round = 0; round < 4; round += 1) await notary.round();
    const first = parseCheckpoint(openNote(await ask(notary, '/checkpoint'), verifiers()).text);
    await append(300);
    await notary.round();
    const from = await ask(notary, `/consistency?from=${first.size}`);
    const lines = from.slice(0, from.indexOf('\n\n')).split('\n').slice(1);
    const next = parseCheckpoint(openNote(from.slice(from.indexOf('\n\n') + 2), verifiers()).text);
    expect(
      verifyConsistency(
        lines.map((line) => Buffer.from(line, 'base64')),
        first,
        next,
      ),
    ).toBe(true);

    const reader = await openLedgerReader(ledger.database.loaderUrl);
    const note = (await reader.lastCheckpoint(1)) ?? '';
    const out = join(folder, 'export');
    expect(await exportTiles(reader, { logId: 1, note, folder: out })).toMatchObject({ size: 901 });
    await reader.close();
    expect(readFileSync(join(out, 'minimum-index'), 'utf8')).toBe(await ask(notary, '/minimum'));
    expect(readFileSync(join(out, 'tile/1/000.p/3'))).toHaveLength(96);

    // Entries of the second run are changes as well, which are kept for longer.
    const again = await plan(LATER + 1, LATER + 30 * YEAR_MS);
    expect(again).toMatchObject({ from: 512, end: 768 });
    await retire(again);
    await notary.round();
    expect(await verify()).toMatchObject({ outcome: 'whole', findings: [], logs: [{ retired: 768 }] });
    expect([notary.health, said]).toEqual(['ok', []]);
  });

  it('are none that are held, too young, of a kind that is kept for longer, or not signed', async () => {
    await append(256);
    await append(10, { kind: 'ACT' });
    await append(300);
    expect((await plan()).stop).toBe('entry 0 stays: no checkpoint covers it yet');
    await openNotary().round();
    expect((await plan(RECORDED)).stop).toBe('entry 0 stays: it was recorded 2026-09-21');
    expect((await plan(LATER, RECORDED + YEAR_MS)).stop).toBe('entry 0 stays: it is kept until 2031-09-25 at least');
    const young = await plan(LATER, RECORDED + 6 * YEAR_MS);
    expect(young).toMatchObject({ end: 256, stop: 'entry 256 stays: it is kept until 2036-09-28 at least' });
    const hold = (name: string, first: number, end: number | null) =>
      ledger.tamper(
        `insert into audit_hold (hold, log_id, first_idx, end_idx, ordered_by) values ($1, 1, $2, $3, 'court')`,
        [...[name, first, end]],
      );
    await hold('ICJ 12', 500, 510);
    const held = await plan();
    expect(held).toMatchObject({ end: 256, stop: 'entry 500 stays: it is held by `ICJ 12`' });
    // One that is placed after it was planned, and before it is done.
    await hold('ICJ 13', 3, null);
    expect(await reject(retire(held))).toBe('entry 3 is held by `ICJ 13`');
    expect((await ledger.entries()).map(({ leaf }) => parseEntry(leaf).kind)).not.toContain('ERASURE');
    await ledger.tamper('update audit_hold set lifted_at = now()');
    expect(await plan()).toMatchObject({ end: 512 });
  });

  it('are none that were altered: the plan ends before anything is gone', async () => {
    await append(300);
    await openNotary().round();
    await ledger.tamper(`update audit_entry set leaf = replace(leaf, '"W"', '"A"') where idx = 7`);
    expect(await reject(plan())).toContain('are not those that were signed');
    await ledger.tamper('delete from audit_entry where idx = 7');
    expect(await reject(plan())).toContain('entry 7 is not there');
  });
});

describe('entries that were taken away as if they had been retired', () => {
  it('are found by notary and verifier where no entry says so, or says it of another root', async () => {
    await append(600);
    await openNotary().round();
    const { edge, end } = await plan();
    const peaks = Buffer.concat(edge.peaks);
    await ledger.tamper(`insert into audit_retired (log_id, end_idx, peaks, entry_idx) values (1, $1, $2, 599)`, [
      end,
      peaks,
    ]);
    await ledger.tamper(`delete from audit_entry where idx < 512; delete from audit_leaf_hash where first_idx < 512;
      delete from audit_sidecar where idx < 512`);
    const notary = openNotary();
    await notary.round();
    expect(notary.health).toBe('altered');
    expect(said.join()).toContain('does not say that they were retired');
    const { outcome, findings } = await verify();
    expect(outcome).toBe('incomplete');
    expect(findings.map(({ what }) => what).join()).toContain('no entry says that they were retired');
  });

  it('are found where what is left of them is not the tree that was signed', async () => {
    await append(600);
    await openNotary().round();
    await retire(await plan());
    await ledger.tamper(`update audit_retired set peaks = sha256('other')`);
    const notary = openNotary();
    await notary.round();
    expect(notary.health).toBe('altered');
    expect((await verify()).outcome).toBe('altered');
  });
});

describe('the role of the notary', () => {
  it('may sign up to where entries were retired, and retire none', async () => {
    const client = new pg.Client({ connectionString: notaryUrl });
    await client.connect();
    await client.query('update audit_retired set note = null');
    for (const sql of [
      'insert into audit_retired values (1, 256, null, 0)',
      'update audit_retired set end_idx = 256',
      'delete from audit_retired',
      'delete from audit_hold',
    ]) {
      await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
    }
    await client.end();
  });
});
