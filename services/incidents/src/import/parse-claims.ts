import { validateRows } from '@chancery/shared/subgraph/import/validate-rows';
import { z } from 'zod';
import { CLAIM_FINDINGS } from '../cases/checked-claim.js';
import { readRows } from './read-rows.js';

const COLUMNS = ['id', 'claim', 'finding', 'status', 'source'] as const;
const text = z.string().trim().min(1, 'is empty').max(1000, 'is too long');

const claimShape = z.strictObject({
  id: z.string().regex(/^claim(-[a-z0-9]+)+$/, 'is not a reference'),
  claim: text,
  finding: text,
  status: z.enum(CLAIM_FINDINGS, 'is not a finding'),
  source: text,
});

/** A claim that was checked, as `data/claims.csv` has it. */
export type ClaimRow = Readonly<z.infer<typeof claimShape>>;

/** Parses and validates the whole file; one bad row refuses it, and every bad row is named by line and reason. */
export function parseClaims(file: string, csv: string): ClaimRow[] {
  return validateRows(file, readRows(file, csv, COLUMNS), claimShape, (row) => row.id);
}
