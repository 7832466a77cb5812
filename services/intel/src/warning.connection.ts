import { createConnectionType } from '@chancery/shared/schema/connection-types';
import type { Column, ConnectionSpec } from '@chancery/shared/subgraph/connection-spec';
import { createRowLoader } from '@chancery/shared/subgraph/row-loader';
import { Warning } from './warning.entity.js';

/** A page of warnings. */
export const WarningConnection = createConnectionType(() => Warning, {
  node: 'Warning',
  page: 'A page of warnings.',
  edge: 'A warning in a page.',
  element: 'The warning.',
  total: 'Warnings that match and that this caller sees.',
});

/** Warnings by id. */
export const warningRows = createRowLoader(Warning, 'wrn');

const columns: Readonly<Record<string, Column>> = {
  id: { sql: 't.id', type: 'text', reads: null },
  synthetic: { sql: 't.synthetic', type: 'bool', reads: 'Warning.synthetic' },
  reference: { sql: 't.reference', type: 'text', reads: 'Warning.reference' },
  severity: { sql: 't.severity', type: 'text', reads: 'Warning.severity' },
  sentAt: { sql: 't.sent_at', type: 'timestamptz', reads: 'Warning.sentAt' },
  expiresAt: { sql: 't.expires_at', type: 'timestamptz', reads: 'Warning.expiresAt' },
  // Through the table of posts, which is under row level security: a post that is hidden, or not known, is no element.
  missions: {
    sql: 'r.id',
    type: 'text',
    reads: 'Warning.missions',
    elements: 'warning_mission l join mission_ref r on r.id = l.mission_id where l.warning_id = t.id',
  },
};

/** A connection over all warnings, or over those of a post. */
export function warningsOf(name: 'Query.warnings' | 'Mission.warnings'): ConnectionSpec<Warning> {
  return { name, table: 'warning', columns, load: warningRows.load };
}
