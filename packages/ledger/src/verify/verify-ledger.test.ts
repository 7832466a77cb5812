import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Access } from '../entry.js';
import { sampleEntry } from '../testkit/sample-entry.js';
import { createTestLedger, type TestLedger } from '../testkit/test-ledger.js';
import { INSERT_VERSION_1 } from '../testkit/version-1-entry.js';
import { EXIT_CODES, printVerdict, type Verdict } from './verdict.js';
import { verifyLedger } from './verify-ledger.js';

const ENTRIES = 12;
const TABLES = ['head', 'entry', 'leaf_hash', 'sidecar', 'handling', 'profile', 'snapshot', 'asked'];

const manyAccesses: Access[] = Array.from({ length: 201 }, (_, i) => ({
  coordinate: 'Mission.city',
  handlingText: `l=-;rel=*;nat=*;pur=*;own=CHANCERY.register;m=Q${i}`,
  rank: 0,
  count: 1,
  decision: 'A',
  rules: ['CHY-PUB'],
  acts: [],
}));

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await createTestLedger('verify');
  const writer = await ledger.openWriter();
  for (let i = 0; i < ENTRIES - 2; i += 1) await writer.append(sampleEntry({ said: 'd'.repeat(43) }));
  await Promise.all([writer.append(sampleEntry()), writer.append(sampleEntry({ access: manyAccesses }))]);
  await writer.close();
});
afterAll(() => ledger.close());

// Every case begins with the same whole ledger.
beforeEach(async () => {
  await ledger.tamper(TABLES.map((table) => `create table kept_${table} as table audit_${table};`).join(''));
});
afterEach(async () => {
  const restore = (table: string) =>
    `truncate audit_${table}; insert into audit_${table} table kept_${table}; drop table kept_${table};`;
  await ledger.tamper(TABLES.map(restore).join(''));
});

const verify = (): Promise<Verdict> => verifyLedger(ledger.database.loaderUrl);
const finding = (severity: string, index: number | null, what: string) =>
  expect.objectContaining({ severity, logId: 1, index, what: expect.stringContaining(what) });

describe('verification', () => {
  it('finds an untouched ledger whole, and says how much it read', async () => {
    const verdict = await verify();
    expect(verdict).toMatchObject({ outcome: 'whole', findings: [], logs: [{ logId: 1, entries: ENTRIES }] });
    expect(printVerdict(verdict).at(-1)).toBe('ledger whole: 12 entries verified, 0 findings');
  });

  it('names the one entry of which one character was altered', async () => {
    await ledger.tamper(`update audit_entry set leaf = replace(leaf, '"W"', '"A"') where idx = 5`);
    const { outcome, findings } = await verify();
    expect(outcome).toBe('altered');
    expect(findings).toEqual([finding('altered', 5, 'its bytes are not those that were logged')]);
  });

  it('is not deceived when the stored leaf hash is altered with the entry', async () => {
    await ledger.tamper(`update audit_entry set leaf = replace(leaf, '"W"', '"A"') where idx = 5`);
    await ledger.tamper(
      `update audit_leaf_hash set hashes = sha256('\\x00' || convert_to((select leaf from audit_entry where idx = 5), 'UTF8'))
        where first_idx = 5`,
    );
    expect(await verify()).toMatchObject({
      outcome: 'altered',
      findings: [finding('altered', null, 'root of the head')],
    });
  });

  it('tells an altered leaf hash from an altered entry', async () => {
    await ledger.tamper(`update audit_leaf_hash set hashes = sha256('x') where first_idx = 3`);
    expect((await verify()).findings).toEqual([finding('altered', 3, 'the entry was not')]);
    await ledger.tamper('delete from audit_leaf_hash where first_idx = 4');
    expect((await verify()).findings).toContainEqual(finding('missing', 4, 'no leaf hash'));
  });

  it('names a deleted entry, and still vouches for the others', async () => {
    await ledger.tamper('delete from audit_entry where idx = 7');
    const { outcome, findings, logs } = await verify();
    expect(outcome).toBe('incomplete');
    expect(findings).toEqual([finding('missing', 7, 'it is not there')]);
    expect(logs[0]?.root).toMatch(/^[0-9a-f]{64}$/);

    await ledger.tamper(`update audit_entry set leaf = replace(leaf, '"W"', '"A"') where idx = 9`);
    expect(await verify()).toMatchObject({ outcome: 'altered' });
  });

  it('sees that the last entries were cut off, with their hashes or without', async () => {
    await ledger.tamper('delete from audit_entry where idx >= 10');
    expect((await verify()).findings).toEqual([finding('missing', 10, 'all up to 11')]);
    await ledger.tamper('delete from audit_leaf_hash where first_idx >= 10');
    const verdict = await verify();
    expect(verdict).toMatchObject({ outcome: 'incomplete', logs: [{ root: null }] });
    expect(printVerdict(verdict).at(-1)).toContain('ledger incomplete');
  });

  it('sees that the head was set back, or forged', async () => {
    await ledger.tamper(
      `update audit_head set size = 1, peaks = sha256('\\x00' || convert_to((select leaf from audit_entry where idx = 0), 'UTF8'))`,
    );
    expect(await verify()).toMatchObject({
      outcome: 'altered',
      findings: [finding('altered', 1, '11 entries stand there')],
    });
    await ledger.tamper(`update audit_head set size = ${ENTRIES}, peaks = sha256('a') || sha256('b')`);
    expect(await verify()).toMatchObject({ outcome: 'altered' });
    await ledger.tamper('delete from audit_head');
    expect(await verify()).toMatchObject({ outcome: 'altered', findings: [finding('altered', null, 'no head')] });
  });

  it('sees two entries that changed places', async () => {
    await ledger.tamper('update audit_entry set idx = idx + 100 where idx in (2, 3)');
    await ledger.tamper('update audit_entry set idx = 105 - idx where idx in (102, 103)');
    const { outcome, findings } = await verify();
    expect(outcome).toBe('altered');
    expect(findings).toContainEqual(finding('altered', 2, 'its bytes'));
    expect(findings).toContainEqual(finding('altered', 3, 'its bytes'));
  });

  it('sees a sidecar that was altered, exchanged, removed or added', async () => {
    await ledger.tamper(
      `update audit_sidecar set blob = replace(blob, '"]', 'x"]') where idx = 4 and part = 'records'`,
    );
    expect((await verify()).findings).toEqual([finding('altered', 4, 'sidecar `records`')]);
    await ledger.tamper(`delete from audit_sidecar where idx = 4 and part = 'records'`);
    expect(await verify()).toMatchObject({
      outcome: 'incomplete',
      findings: [finding('missing', 4, 'sidecar `records`')],
    });
    await ledger.tamper(`update audit_sidecar set salt = sha256('other') where idx = 5 and part = 'private'`);
    expect((await verify()).findings).toContainEqual(finding('altered', 5, 'sidecar `private`'));
    await ledger.tamper(`update audit_sidecar set blob = replace(blob, 'd', 'e') where idx = 3 and part = 'said'`);
    expect((await verify()).findings).toContainEqual(finding('altered', 3, 'sidecar `said`'));
    await ledger.tamper(`insert into audit_sidecar values (1, 6, 'access', sha256('salt'), '[]')`);
    expect((await verify()).findings).toContainEqual(finding('altered', 6, 'sidecar `access`'));
  });

  it('sees an entry and a part of a sidecar that stand there twice, once nothing keeps them from it', async () => {
    for (const table of ['entry', 'sidecar'])
      await ledger.tamper(`alter table audit_${table} drop constraint audit_${table}_pkey`);
    try {
      await ledger.tamper(`insert into audit_entry select * from kept_entry where idx = 4`);
      await ledger.tamper(`insert into audit_sidecar select * from kept_sidecar where idx = 8 and part = 'said'`);
      const { outcome, findings } = await verify();
      expect(outcome).toBe('altered');
      expect(findings.map(({ index, what }) => `${index} ${what}`)).toEqual([
        '4 it stands there twice',
        '8 its sidecar `said` is not what it commits to',
      ]);
    } finally {
      await ledger.tamper('truncate audit_entry, audit_sidecar');
      await ledger.tamper('alter table audit_entry add primary key (log_id, idx)');
      await ledger.tamper('alter table audit_sidecar add primary key (log_id, idx, part)');
    }
  });

  it('sees a text that an entry or its long list names and that is gone or another', async () => {
    await ledger.tamper(`delete from audit_handling where text like '%m=Q200'`);
    expect((await verify()).findings).toEqual([finding('missing', 11, 'is not in audit_handling')]);
    await ledger.tamper(`update audit_handling set text = text || 'x' where text like '%m=Q7'`);
    await ledger.tamper(`update audit_profile set text = replace(text, 'DEU', 'USA')`);
    await ledger.tamper('delete from audit_snapshot');
    await ledger.tamper(`update audit_asked set text = text || ' Query.none(of:)'`);
    const { outcome, findings } = await verify();
    expect(outcome).toBe('altered');
    expect(findings).toHaveLength(5);
    expect(findings).toContainEqual(finding('altered', 0, 'in audit_asked is another'));
    expect(findings).toContainEqual(finding('altered', 0, 'in audit_profile is another'));
    expect(findings).toContainEqual(finding('missing', 0, 'is not in audit_snapshot'));
  });
});

describe('the command', () => {
  const cli = fileURLToPath(new URL('../../dist/verify/verify-cli.js', import.meta.url));
  const run = (args: readonly string[], url?: string): Promise<{ code: number; stdout: string; stderr: string }> =>
    new Promise((resolve) => {
      const env = { PATH: process.env.PATH, ...(url === undefined ? {} : { CHANCERY_LEDGER_READER_URL: url }) };
      execFile(process.execPath, [cli, ...args], { env }, (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
      );
    });

  it('exits with what it found', async () => {
    const { loaderUrl } = ledger.database;
    expect(await run([], loaderUrl)).toMatchObject({
      code: EXIT_CODES.whole,
      stdout: expect.stringContaining('ledger whole'),
    });
    await ledger.tamper('delete from audit_entry where idx = 7');
    expect(await run(['--url', loaderUrl])).toMatchObject({ code: EXIT_CODES.incomplete });
    await ledger.tamper(`update audit_entry set leaf = leaf || ' ' where idx = 8`);
    const { code, stdout } = await run(['--url', loaderUrl]);
    expect(code).toBe(EXIT_CODES.altered);
    expect(stdout).toContain('altered: log 1, entry 8');
  });

  it('does not call a ledger whole that it could not read, and explains itself', async () => {
    const unreachable = await run(['--url', 'postgres://nobody:secret@127.0.0.1:1/none']);
    expect(unreachable.code).toBe(EXIT_CODES.incomplete);
    expect(unreachable.stderr).not.toContain('secret');
    expect(await run([])).toMatchObject({ code: EXIT_CODES.usage, stderr: expect.stringContaining('usage:') });
    expect(await run(['--bogus'])).toMatchObject({ code: EXIT_CODES.usage });
  });
});

describe('a log that was begun in version 1', () => {
  it('is whole with entries of both versions, and goes on', async () => {
    const old = await createTestLedger('version1');
    try {
      await old.tamper(INSERT_VERSION_1.sql, INSERT_VERSION_1.values);
      const writer = await old.openWriter();
      const { index } = await writer.append(sampleEntry());
      await writer.close();
      expect(index).toBe(1);
      expect(await verifyLedger(old.database.loaderUrl)).toMatchObject({ outcome: 'whole', findings: [] });
      await old.tamper(`update audit_entry set leaf = replace(leaf, '"CHY-PUB"', '"CHY-OWN"') where idx = 0`);
      expect(await verifyLedger(old.database.loaderUrl)).toMatchObject({ outcome: 'altered' });
    } finally {
      await old.close();
    }
  });
});
