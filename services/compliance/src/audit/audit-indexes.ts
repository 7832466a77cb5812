import { indexName } from '@chancery/shared/subgraph/tables/row-indexes';
import type { QueryRunner } from 'typeorm';

/**
 * By what rows of a table of the audit are found. Each row is written once, in the order of time, and most questions are of a time: so that every
 * index is one of values in the order of time, whose entries come at the end of those of their value and, being equal, are kept as one.
 */
interface OwnIndexes {
  /** Columns that hold one of many values, or one that is asked for because it is rare. */
  readonly valued: readonly string[];
  /** The same of columns that most rows leave empty: those have no entry. */
  readonly scarce: readonly string[];
  /** What hardly two entries of the ledger have in common. */
  readonly hashed: readonly string[];
  /** Tests that few rows pass, by a name. */
  readonly rare: Readonly<Record<string, string>>;
}

/** What an auditor filters by besides has too few values to be worth an entry of each row: it is tested on the rows of the time. */
const INDEXES: Readonly<Record<string, OwnIndexes>> = {
  audit_entry: {
    valued: ['kind', 'agency', 'subject', 'document'],
    scarce: ['failure', 'case_reference', 'command', 'operation'],
    hashed: ['receipt', 'trace'],
    rare: {},
  },
  audited_access: {
    valued: ['coordinate', 'category', 'agency', 'represents', 'subject', 'rule', 'rank'],
    scarce: ['person', 'case_reference', 'act', 'act_kind'],
    hashed: ['receipt'],
    rare: {
      controlled: 'is_originator_controlled',
      foreign: 'is_foreign_government',
      outside: 'is_non_member',
      transfer: 'is_transfer',
      first: 'is_first',
      otherwise: `replay in ('OTHERWISE', 'NOT_POSSIBLE')`,
    },
  },
};

const isDefined = (part: string | null): part is string => part !== null;

function statementsOf(table: string, { valued, scarce, hashed, rare }: OwnIndexes): string[] {
  const make = (what: string, on: string, where: string | null = null): string =>
    `create index ${indexName(table, what)} on ${table} ${[on, where && `where ${where}`].filter(isDefined).join(' ')}`;
  return [
    make('then_handling', '(handling_id, recorded_at)'),
    make('then', '(recorded_at)'),
    ...valued.map((column) => make(`then_${column}`, `(${column}, recorded_at)`)),
    ...scarce.map((column) => make(`then_${column}`, `(${column}, recorded_at)`, `${column} is not null`)),
    ...hashed.map((column) => make(`at_${column}`, `using hash (${column})`)),
    ...Object.entries(rare).map(([name, test]) => make(`then_${name}`, '(recorded_at)', test)),
  ];
}

/** Makes the indexes of what is told of the ledger, in the place of one for each of its fields. */
export async function indexWhatIsTold(runner: QueryRunner): Promise<void> {
  for (const [table, indexes] of Object.entries(INDEXES)) {
    await dropIndexes(runner, table);
    await runner.query(statementsOf(table, indexes).join('; '));
  }
}

/** Takes all indexes of a table away but that of its ids. */
export async function dropIndexes(runner: QueryRunner, table: string): Promise<void> {
  const rows: { readonly index: string }[] = await runner.query(
    `select i.indexrelid::regclass::text as index from pg_index i where i.indrelid = $1::regclass and not i.indisprimary`,
    [table],
  );
  if (rows.length > 0) await runner.query(`drop index ${rows.map(({ index }) => index).join(', ')}`);
}

/** Tables that have indexes of their own. */
export const INDEXED = Object.keys(INDEXES);
