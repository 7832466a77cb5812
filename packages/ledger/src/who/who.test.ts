import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { withConnection } from '@chancery/shared/postgres/connect';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Access } from '../entry.js';
import { parseEntry } from '../parse-entry.js';
import { sampleEntry } from '../testkit/sample-entry.js';
import { createTestLedger, type TestLedger } from '../testkit/test-ledger.js';
import { openReadingsLog } from './open-readings-log.js';

const CLI = fileURLToPath(new URL('../../dist/who/who-cli.js', import.meta.url));

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

let ledger: TestLedger;
let receipts: string[];

const interiorOf = (mission: string, changes: Partial<Access> = {}): Access => ({
  coordinate: 'Premises.floorPlan',
  handlingText: `l=USA:0;rel=*;nat=*;pur=*;own=USA.diplomatic-security;m=${mission};t=synthetic`,
  rank: 0,
  count: 1,
  decision: 'A',
  rules: ['VCCR-31-2D'],
  acts: ['act_fire@1'],
  ...changes,
});

beforeAll(async () => {
  ledger = await createTestLedger('who');
  const writer = await ledger.openWriter();
  const big = Array.from({ length: 250 }, (_, n) => interiorOf(`Q${n + 1}`));
  const entries = [
    sampleEntry(),
    sampleEntry({ access: [interiorOf('Q470042')], stated: 'VCCR 31(2)' }),
    sampleEntry({ access: [interiorOf('Q9')], asked: ['IncidentFilter.type'], records: ['Report:rep_9'] }),
    sampleEntry({ access: big, asked: [] }),
  ];
  receipts = [];
  for (const entry of entries) receipts.push((await writer.append(entry)).receipt);
  await writer.close();
  await withConnection(ledger.database.ownerUrl, openReadingsLog);
});
afterAll(() => ledger.close());

const who = (...args: string[]): Promise<Said> =>
  new Promise((resolve) => {
    const env = {
      ...process.env,
      CHANCERY_LEDGER_SERVICE_URL: ledger.database.serviceUrl,
      CHANCERY_LEDGER_READER_URL: ledger.database.loaderUrl,
    };
    execFile(process.execPath, [CLI, ...args], { env }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });

const rowsOf = ({ out }: Said): Record<string, unknown>[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('ledger:who', () => {
  it('tells who received a field of a post, at which clearance, for what, by which rule and act, and on what it said to rest', async () => {
    const said = await who('--post', 'Q470042', '--field', 'Premises.floorPlan', '--format', 'json');
    expect(said.code).toBe(0);
    expect(rowsOf(said)).toEqual([
      expect.objectContaining({
        decision: 'ALLOWED',
        coordinate: 'Premises.floorPlan',
        missions: ['Q470042'],
        agency: 'DEU.fire-service',
        subject: 'a:7f3c',
        clearances: { DEU: 1 },
        purpose: 'PROTECT_LIFE',
        case: 'inc_9f2c',
        rules: ['VCCR-31-2D'],
        acts: ['act_fire@1'],
        stated: 'VCCR 31(2)',
        asked: ['MissionFilter.city', 'Query.missions(filter:)', 'StringCondition.eq'],
        receipt: receipts[1],
      }),
    ]);
  });

  it('tells who was refused, and the act of another item is not said to bear on it', async () => {
    const said = await who('--post', 'Q875787', '--only', 'withheld', '--format', 'json');
    expect(rowsOf(said)).toEqual([expect.objectContaining({ decision: 'WITHHELD', rules: ['VCDR-22-1'], acts: [] })]);
  });

  it('tells who was given a record, and nothing of another', async () => {
    const said = await who('--record', 'Report:rep_9', '--format', 'json');
    expect(rowsOf(said)).toEqual([expect.objectContaining({ missions: ['Q9'], receipt: receipts[2] })]);
    expect(rowsOf(await who('--record', 'Report:rep_8', '--format', 'json'))).toEqual([]);
    expect((await who('--record', 'rep_9')).code).toBe(3);
  });

  it('tells by what coordinates it was asked, and finds what was asked by one', async () => {
    const said = await who('--asked-by', 'IncidentFilter.type', '--format', 'json');
    expect(rowsOf(said)).toEqual([expect.objectContaining({ missions: ['Q9'], asked: ['IncidentFilter.type'] })]);
    expect(rowsOf(await who('--asked-by', 'Query.incidents(first:)', '--format', 'json'))).toEqual([]);
  });

  it('finds an item of an answer too long for its leaf', async () => {
    const said = await who('--post', 'Q250', '--format', 'csv');
    const [head, row, ...rest] = said.out.trim().split('\n');
    expect(head).toBe(
      'time,decision,coordinate,count,missions,agency,subject,clearances,purpose,case,rules,acts,asked by,stated basis,receipt',
    );
    expect(row).toContain(`ALLOWED,Premises.floorPlan,1,Q250,DEU.fire-service,a:7f3c,DEU:1,PROTECT_LIFE,inc_9f2c`);
    expect(row).toContain(receipts[3]);
    expect(rest).toEqual([]);
  });

  it('shows nothing outside the time asked for', async () => {
    expect(rowsOf(await who('--post', 'Q470042', '--since', '2027-01-01', '--format', 'json'))).toEqual([]);
    expect(rowsOf(await who('--post', 'Q470042', '--until', '2026-01-01', '--format', 'json'))).toEqual([]);
  });

  it('does not let a slip of the pen pass for "nobody"', async () => {
    const slip = await who('--field', 'Premises.florPlan');
    expect(slip).toMatchObject({ code: 0 });
    expect(slip.err).toContain('`Premises.florPlan` is no field that holds data in the schema of this checkout');
    for (const field of ['Premises.hazards', 'EXISTENCE']) {
      expect((await who('--post', 'Q404', '--field', field)).err).not.toContain('is no field');
    }
  });

  it('is itself an entry, with what was asked and why, in a log of its own', async () => {
    const { err } = await who('--receipt', receipts[0] ?? '', '--reason', 'question 14/2026');
    const [, receipt] = /receipt (\S{22})/.exec(err) ?? [];
    const { rows } = await ledger.tamper(
      'select idx, leaf from audit_entry where log_id = 2 order by idx desc limit 1',
    );
    const entry = parseEntry(String(rows[0]?.leaf));
    expect(entry).toMatchObject({ kind: 'AUDIT_READ', receipt, api: { operation: 'ledger:who' } });
    const sidecar = await ledger.tamper(`select blob from audit_sidecar where log_id = 2 and idx = $1`, [rows[0]?.idx]);
    expect(JSON.parse(String(sidecar.rows[0]?.blob))).toMatchObject({
      reason: 'question 14/2026',
      variables: { receipt: receipts[0] },
    });
  });

  it('shows nothing when it cannot be recorded', async () => {
    await ledger.tamper('alter table audit_entry add constraint full_up check (log_id <> 2) not valid');
    const said = await who('--post', 'Q470042', '--format', 'json');
    await ledger.tamper('alter table audit_entry drop constraint full_up');
    expect(said.code).toBe(2);
    expect(said.out).toBe('');
  });

  it.each([
    [['--field', 'floorPlan'], '--field: `floorPlan` is not understood'],
    [['--asked-by', 'type'], '--asked-by: `type` is not understood'],
    [['--since', 'yesterday'], '--since: `yesterday` is no time'],
    [['--since', '2026-02-30'], '--since: `2026-02-30` is no time'],
    [['--only', 'hidden'], '--only: `hidden` is neither `allowed` nor `withheld`'],
    [['--format', 'xml'], '--format: `xml` is none of table, csv, json'],
    [['--nobody'], "Unknown option '--nobody'"],
  ])('refuses %j in its own words and records nothing', async (args, message) => {
    const before = await ledger.tamper('select count(*) from audit_entry where log_id = 2');
    const said = await who(...args);
    expect(said.code).toBe(3);
    expect(said.err).toContain(message);
    expect((await ledger.tamper('select count(*) from audit_entry where log_id = 2')).rows).toEqual(before.rows);
  });
});
