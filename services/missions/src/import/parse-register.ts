import { ClientError } from '@chancery/shared/errors';
import { type SourceRow, validateRows } from '@chancery/shared/subgraph/import/validate-rows';
import { MISSION_KINDS } from '@chancery/shared/vocabulary';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

const COLUMNS = [
  'wikidata_id',
  'kind',
  'sending_state',
  'receiving_state',
  'city',
  'latitude',
  'longitude',
  'also_accredited_to',
  'opened_year',
  'district',
] as const;

// Some years of the register are those of the building.
const YEAR_FIRST = 1000;
const YEAR_LAST = 2022;

const state = z.string().regex(/^[A-Z]{3}$/, 'is not a State');
const orNull = (value: string): string | null => (value === '' ? null : value);
const degrees = (max: number) =>
  z
    .string()
    .regex(/^(-?\d{1,3}\.\d{4})?$/, 'is not degrees with four decimals')
    .transform((value) => (value === '' ? null : Number(value)))
    .refine((value) => value === null || Math.abs(value) <= max, 'is out of range');

const postShape = z
  .strictObject({
    wikidata_id: z.string().regex(/^Q[1-9]\d{0,11}$/, 'is not a Wikidata item'),
    kind: z.enum(MISSION_KINDS, 'is not a kind of post'),
    sending_state: state,
    receiving_state: state,
    city: z.string().trim().max(200, 'is too long').transform(orNull),
    latitude: degrees(90),
    longitude: degrees(180),
    also_accredited_to: z
      .string()
      .regex(/^([A-Z]{3}(\|[A-Z]{3})*)?$/, 'is not a list of States')
      .transform((value) => (value === '' ? [] : value.split('|'))),
    opened_year: z
      .string()
      .regex(/^(\d{4})?$/, 'is not a year')
      .transform((value) => (value === '' ? null : Number(value)))
      .refine((year) => year === null || (year >= YEAR_FIRST && year <= YEAR_LAST), 'is out of range'),
    // The last cell may be left out where it is empty.
    district: z.string().trim().max(200, 'is too long').default('').transform(orNull),
  })
  .refine((row) => (row.latitude === null) === (row.longitude === null), {
    path: ['longitude'],
    message: 'comes together with latitude',
  })
  .refine(({ city, district }) => district === null || city !== null, {
    path: ['district'],
    message: 'is a district of no city',
  })
  .refine(
    ({ receiving_state: first, also_accredited_to: others }) => new Set([first, ...others]).size > others.length,
    {
      path: ['also_accredited_to'],
      message: 'names a State twice',
    },
  );

/** A post, as `data/missions.csv` has it. */
export type RegisterRow = Readonly<z.infer<typeof postShape>>;

/** Parses and validates the register; one bad row refuses it, and every bad row is named by line and reason. */
export function parseRegister(file: string, csv: string): RegisterRow[] {
  return validateRows(file, readRows(file, csv), postShape, (row) => row.wikidata_id);
}

function readRows(file: string, csv: string): SourceRow[] {
  // A row with too few or too many cells is bad like any other, and named.
  const rows = parse(csv, { info: true, relax_column_count: true }) as unknown as ParsedRow[];
  const [head, ...body] = rows;
  const columns = head?.record.join() ?? '';
  if (columns !== COLUMNS.join()) {
    throw new ClientError(
      'INPUT_INVALID',
      `\`${file}\` was refused, nothing was loaded\nline 1: columns are \`${columns}\``,
    );
  }
  return body.map(({ info, record }) => ({
    line: info.lines,
    cells: Object.fromEntries(record.map((cell, index) => [COLUMNS[index] ?? `column ${index + 1}`, cell])),
  }));
}

interface ParsedRow {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}
