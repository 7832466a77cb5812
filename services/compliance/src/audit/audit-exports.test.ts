import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';

const PRINTER = resolve(import.meta.dirname, '../../../../scripts/ask/print-answer.mjs');

type Row = Readonly<Record<string, unknown>>;
interface Told {
  readonly question: string;
  readonly banner: string;
  readonly receipts: readonly string[];
  readonly lists: readonly {
    readonly name: string;
    readonly rows: readonly Row[];
    readonly groups: readonly { readonly by: string; readonly values: readonly Row[] }[];
  }[];
}
const { printAnswer, FORMATS } = (await import(PRINTER)) as {
  printAnswer(format: string, told: Told): string[];
  readonly FORMATS: readonly string[];
};

const BANNER = 'EXERCISE//SECRET//REL TO USA, GBR';
const ACCESS = {
  ...{
    recordedAt: '2026-11-29T08:00:00.000Z',
    decision: 'ALLOWED',
    coordinate: 'Premises.floorPlan',
    rank: 2,
    count: 3,
  },
  ...{
    agency: 'DEU.police',
    subject: 'a:7f3c',
    purpose: 'PROTECT_LIFE',
    caseReference: null,
    rule: 'VCCR-31-2D',
    act: null,
  },
  ...{ missions: [{ name: 'Embassy, "old"' }], receipt: 'r'.repeat(22) },
};
const told = (rows: readonly Row[], groups: Told['lists'][number]['groups'] = []): Told => ({
  ...{ question: 'who-saw', banner: BANNER, receipts: ['q'.repeat(22)] },
  lists: [{ name: 'auditedAccesses', rows, groups }],
});

/** Class API Activity (6003) of OCSF 1.3.0 with the profile Security Control: what it requires, and its attributes that are written here. */
const named = z.strictObject({ name: z.string().min(1) });
const apiActivity = z
  .strictObject({
    activity_id: z.literal([1, 2, 3, 4]),
    category_uid: z.literal(6),
    class_uid: z.literal(6003),
    type_uid: z.int(),
    severity_id: z.literal([0, 1, 2, 3, 4, 5, 6, 99]),
    time: z.int().positive(),
    status_id: z.literal([0, 1, 2, 99]),
    status_code: z.string().optional(),
    action_id: z.literal([0, 1, 2, 99]),
    metadata: z.strictObject({
      version: z.literal('1.3.0'),
      product: z.strictObject({ name: z.string(), vendor_name: z.string() }),
      profiles: z.array(z.literal('security_control')),
      uid: z.string(),
      correlation_uid: z.string(),
      original_time: z.string(),
      log_name: z.string(),
      labels: z.array(z.string()),
    }),
    actor: z.strictObject({
      user: z.strictObject({ uid: z.string().min(1), type_id: z.literal([0, 1, 2, 3, 4, 99]), org: named.optional() }),
      authorizations: z
        .array(z.strictObject({ decision: z.string(), policy: z.strictObject({ uid: z.string() }).optional() }))
        .optional(),
    }),
    api: z.strictObject({
      operation: z.string().min(1),
      service: named,
      request: z.strictObject({ uid: z.string() }).optional(),
    }),
    src_endpoint: z.strictObject({ svc_name: z.string().min(1) }),
    resources: z
      .array(z.strictObject({ name: z.string(), type: z.string().optional(), owner: named.optional() }))
      .optional(),
    unmapped: z.record(z.string(), z.unknown()),
  })
  .refine(({ class_uid, activity_id, type_uid }) => type_uid === class_uid * 100 + activity_id, 'type_uid');

/** Cells of one line of CSV (RFC 4180). */
const cellsOf = (line: string): string[] =>
  Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g), ([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  );

describe('an export of the audit', () => {
  it.each(['table', 'csv', 'json', 'jsonl', 'ocsf'])('as %s stands under the mark of what is in it', (format) => {
    const [first = ''] = printAnswer(format, told([ACCESS]));
    expect(first).toContain(BANNER);
    expect(FORMATS).toContain(format);
  });

  it('as CSV gives every cell back, and none that a spreadsheet runs', () => {
    const hostile = [
      '=cmd|calc',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '\n=1',
      '  =1',
      '＝1',
      '|x',
      '%x',
      'a,"b"\nc',
    ];
    for (const text of hostile) {
      const lines = printAnswer('csv', told([{ purpose: text, count: 1 }])).join('\n');
      const row = lines.slice(lines.indexOf('\n', lines.indexOf('purpose')) + 1);
      const [cell = ''] = cellsOf(row.replaceAll('\n', '\u0000')).map((each) => each.replaceAll('\u0000', '\n'));
      expect(cell).toBe(text === 'a,"b"\nc' ? text : `'${text}`);
    }
    const [mark = '', titles = '', row = ''] = printAnswer('csv', told([ACCESS]));
    expect(cellsOf(mark)).toEqual([`# ${BANNER}`]);
    expect(cellsOf(titles)).toEqual(Object.keys(ACCESS));
    expect(cellsOf(row).slice(4, 6)).toEqual(['3', 'DEU.police']);
    expect(cellsOf(row).at(-2)).toBe('Embassy, "old"');
  });

  it('as CSV is one table, of whatever lists the question has, and of nothing the mark alone', () => {
    const lists = [
      { name: 'relied', rows: [{ agency: 'USA.consular', count: 1 }], groups: [] },
      { name: 'acts', rows: [{ reference: 'act_1', count: 2 }], groups: [] },
      { name: 'copies', rows: [], groups: [] },
    ];
    const [, ...lines] = printAnswer('csv', { ...told([]), lists });
    expect(lines.map(cellsOf)).toEqual([
      ['list', 'agency', 'count', 'reference'],
      ['relied', 'USA.consular', '1', ''],
      ['acts', '', '2', 'act_1'],
    ]);
    expect(printAnswer('csv', told([]))).toHaveLength(1);
  });

  it('as JSON says under which reading it was made, whole or by lines', () => {
    const [whole = ''] = printAnswer('json', told([ACCESS]));
    expect(JSON.parse(whole)).toEqual({
      ...{ question: 'who-saw', banner: BANNER, receipts: ['q'.repeat(22)] },
      lists: { auditedAccesses: [ACCESS] },
    });
    expect(printAnswer('jsonl', told([ACCESS, ACCESS])).map((line) => JSON.parse(line))).toEqual([
      { question: 'who-saw', banner: BANNER, receipts: ['q'.repeat(22)] },
      { list: 'auditedAccesses', ...ACCESS },
      { list: 'auditedAccesses', ...ACCESS },
    ]);
  });

  it('as OCSF is events of class API Activity, whatever was decided and whatever is not known', () => {
    const rows: Row[] = [
      ACCESS,
      { ...ACCESS, decision: 'WITHHELD', kind: 'READ', category: 'PREMISES_RESCUE', owner: 'USA.diplomatic-security' },
      {
        receipt: ACCESS.receipt,
        recordedAt: ACCESS.recordedAt,
        kind: 'OUTCOME',
        operation: 'Report',
        failure: 'CONFLICT',
        trace: '4bf9',
      },
      { receipt: ACCESS.receipt, recordedAt: ACCESS.recordedAt, agency: null, subject: null },
    ];
    const events = printAnswer('ocsf', told(rows)).map((line) => JSON.parse(line));
    expect(events.map((event) => apiActivity.safeParse(event).error)).toEqual(rows.map(() => undefined));
    expect(events.map(({ type_uid, action_id, status_id }) => [type_uid, action_id, status_id])).toEqual([
      [600302, 1, 1],
      [600302, 2, 2],
      [600303, 1, 2],
      [600302, 1, 1],
    ]);
    expect(events[0]).toMatchObject({
      time: Date.UTC(2026, 10, 29, 8),
      metadata: { labels: [BANNER], correlation_uid: ACCESS.receipt },
      actor: { authorizations: [{ decision: 'allowed', policy: { uid: 'VCCR-31-2D' } }] },
      unmapped: { purpose: 'PROTECT_LIFE', count: 3, rank: 2 },
    });
    expect(new Set(events.map(({ metadata }) => metadata.uid)).size).toBe(rows.length);
  });

  it('as OCSF is none of what was only counted', () => {
    expect(() => printAnswer('ocsf', told([{ rule: 'CHY-OWN', count: 4 }]))).toThrow('the question counts');
    expect(() => printAnswer('cef', told([]))).toThrow('none of');
  });
});
