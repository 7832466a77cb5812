import { validateRows } from '@chancery/shared/subgraph/import/validate-rows';
import { z } from 'zod';
import { CONFIDENCES, INCIDENT_TYPES, SITE_KINDS } from '../vocabulary.js';
import { readRows } from './read-rows.js';

const COLUMNS = [
  'id',
  'date',
  'city',
  'receiving_state',
  'sending_state',
  'premises_kind',
  'category',
  'fatalities',
  'summary',
  'legal_instruments',
  'source',
  'confidence',
] as const;

const state = z.string().regex(/^[A-Z]{3}$/, 'is not a State');
const text = z.string().trim().min(1, 'is empty').max(1000, 'is too long');
const orNull = (value: string): string | null => (value === '' ? null : value);

const caseStudyShape = z
  .strictObject({
    id: z.string().regex(/^\d{4}-\d{2}-\d{2}(-[a-z0-9]+)+$/, 'is not a reference'),
    date: z.iso.date('is not a date'),
    city: text,
    receiving_state: state,
    // Premises of an international organisation and foreign ministries have no sending State.
    sending_state: z.string().transform(orNull).pipe(state.nullable()),
    premises_kind: z.enum(SITE_KINDS, 'is not a kind of place'),
    category: z.enum(INCIDENT_TYPES, 'is not a type of incident'),
    fatalities: z
      .string()
      .regex(/^\d{0,5}$/, 'is not a count')
      .transform((value) => (value === '' ? null : Number(value))),
    summary: text,
    legal_instruments: z
      .string()
      .regex(/^$|^[A-Z]+(-[0-9A-Za-z]+)+(\|[A-Z]+(-[0-9A-Za-z]+)+)*$/, 'is not a list of rules')
      .transform((value) => (value === '' ? [] : value.split('|'))),
    source: text,
    confidence: z.enum(CONFIDENCES, 'is not a confidence'),
  })
  .refine((row) => row.id.startsWith(`${row.date}-`), { path: ['id'], message: 'does not begin with its date' });

/** A public historical incident, as `data/incidents.csv` has it. */
export type CaseStudy = Readonly<z.infer<typeof caseStudyShape>>;

/** Parses and validates the whole file; one bad row refuses it, and every bad row is named by line and reason. */
export function parseCaseStudies(file: string, csv: string): CaseStudy[] {
  return validateRows(file, readRows(file, csv, COLUMNS), caseStudyShape, (row) => row.id);
}
