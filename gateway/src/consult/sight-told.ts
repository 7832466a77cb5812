import type { Decision } from '@chancery/policy/decision';
import type { SeenValue } from '@chancery/policy/replay/who-sees';
import { InternalError } from '@chancery/shared/errors';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import type { AskPeople } from '@chancery/shared/people/ask-people';
import type { TrustStore } from '@chancery/shared/subjects/trust-store';
import type { Consulted, SightArguments } from '../stages/execute/consulted.js';
import type { Asking } from '../stages/identify/identify.js';
import { type AskedSchema, askedField, recordOf } from './asked-field.js';
import { instantOf } from './instant-of.js';
import { type Looking, lookAt } from './look-at.js';
import { pageSize } from './page-size.js';
import { partnersAt } from './partner-profile.js';
import { decideTelling, type SeeingRow, sightCursor, sightPage } from './sight.js';

/** With what it is told who sees a value. */
export interface TellingSight {
  readonly consulting: Looking & { readonly supergraph: AskedSchema; readonly trust: Pick<TrustStore, 'agreements'> };
  readonly people: AskPeople | null;
}

const ROW = { coordinate: 'EXISTENCE', category: 'EXISTENCE', floor: 0 } as const;
const TOLD = { allow: 'ALLOWED', withhold: 'WITHHELD', hide: 'HIDDEN' } as const;

/** A page of who may see a value, and its entry; null where who asks sees no such record, or does not oversee whose it is. */
export async function sightTold(
  question: SightArguments,
  asking: Asking,
  consulted: Consulted,
  { consulting, people }: TellingSight,
): Promise<object | null> {
  const { id, coordinate, asOf, onlyOpen } = question;
  const first = pageSize(question.first);
  const after = sightCursor(question.after);
  const now = asOf == null ? asking.now : instantOf(asOf);
  const record = recordOf(id);
  if (record === null) return null;
  const { policy } = askedField(record.typeName, coordinate, consulting.supergraph);
  const sight = await lookAt(record, [], asking, consulting, consulted);
  const told = sight && decideTelling(sight.handling, asking.profile, { ...asking, policy: consulting.policy });
  if (sight === null || told === null) return null;
  if (people === null) throw new InternalError('SUBGRAPH_UNREACHABLE', 'nobody tells who has asked');
  const value: SeenValue = { ...(policy ?? ROW), handling: sight.handling };
  const { rows, next } = await sightPage({
    value,
    by: { engine: consulting.policy, view: asking.view, now },
    partners: partnersAt(consulting.trust, now),
    people,
    first,
    after,
    onlyOpen: onlyOpen === true,
  });
  noteTold(value, told, rows.length, consulted);
  return {
    coordinate: value.coordinate,
    at: new Date(now).toISOString(),
    rows: rows.map(rowShown),
    endCursor: next,
    hasNextPage: next !== null,
  };
}

/** For the ledger: that it was asked of this value, by which rule it was told, and of how many. */
function noteTold(
  { coordinate, category, floor, handling }: SeenValue,
  told: Decision,
  count: number,
  consulted: Consulted,
): void {
  consulted.items.push({
    coordinate,
    handling,
    label: handlingAt(handling, coordinate, category, floor).label,
    letter: 'I',
    count: Math.max(1, count),
    rules: told.citations.map(({ rule }) => rule),
    acts: told.acts,
  });
}

function rowShown({ of, profile: { subject, purpose, caseId }, decision }: SeeingRow): object {
  return {
    of,
    agency: subject.agency,
    represents: subject.represents,
    subject: of === 'PERSON' ? subject.id : null,
    purpose,
    caseId,
    decision: TOLD[decision.effect],
    code: decision.effect === 'withhold' ? decision.code : null,
    rules: decision.citations.map(({ rule }) => rule),
    acts: decision.acts,
  };
}
