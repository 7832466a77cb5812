import { stateName } from '@chancery/shared/state-names';
import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import { PERSONAS } from '@chancery/shared/subjects/personas';
import type { Agency, AgencyKind } from '../register/agency.js';
import type { ExerciseCase } from './exercise-case.js';

const PUBLISHED_EXERCISE = 'l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=CHANCERY.register;t=public+synthetic';

/** The id of every State, by its code. */
export async function statesOf(client: ImportClient): Promise<ReadonlyMap<string, string>> {
  const text = 'select reference, id from state where withdrawn_at is null';
  const { rows } = await client.query<{ reference: string; id: string }>(text);
  return new Map(rows.map(({ reference, id }) => [reference, id]));
}

/** The agencies of a demonstration: those that tokens are made for, and the ministries that keep its records. No real agency is known by name. */
export function agencyRows(cases: readonly ExerciseCase[], states: ReadonlyMap<string, string>): ImportedRow<Agency>[] {
  const kinds = new Map<string, AgencyKind>(
    cases.map(({ sendingState }) => [`${sendingState}.foreign-ministry`, 'FOREIGN_MINISTRY']),
  );
  for (const { agency, kind } of PERSONAS) kinds.set(agency, kind);
  return [...kinds].sort().map(([reference, kind]) => {
    const party = reference.slice(0, reference.indexOf('.'));
    return {
      handling: PUBLISHED_EXERCISE,
      synthetic: true,
      reference,
      name: `${stateName(party) ?? party}, ${reference.slice(party.length + 1).replaceAll('-', ' ')}`,
      party,
      state: states.get(party) ?? null,
      kind,
    };
  });
}
