import { checkCommand, checkCommandOfProfile } from '@chancery/policy/writes/check-command';
import { InternalError } from '@chancery/shared/errors';
import type { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import { randomId } from '@chancery/shared/subgraph/tables/random-id';
import { checkInput } from '@chancery/shared/subgraph/writing/check-input';
import { checkSettable } from '@chancery/shared/subgraph/writing/check-settable';
import { checkVerdict } from '@chancery/shared/subgraph/writing/check-verdict';
import { deriveHandling } from '@chancery/shared/subgraph/writing/derive-handling';
import { findHandlings } from '@chancery/shared/subgraph/writing/find-handlings';
import { insertRecord } from '@chancery/shared/subgraph/writing/insert-record';
import { digestOfInput, runOnce } from '@chancery/shared/subgraph/writing/run-once';
import { checkDay, relationOf, valuesOf } from './incident-values.js';
import type { ReportIncidentInput } from './report-incident.input.js';

const COMMAND = 'reportIncident';
const POSTS = { type: 'Mission', table: 'mission_ref', handlingColumn: 'existence_handling_id' } as const;
const INCIDENTS = { type: 'Incident', table: 'incident', handlingColumn: 'handling_id' } as const;

/** Reports an incident; gives the id of the record, which a second run with the same key finds again. */
export async function reportIncident(context: CallContext, input: ReportIncidentInput): Promise<string> {
  const { viewer, sink } = context;
  const { idempotencyKey, ...said } = input;
  const { derivedFrom, ...fields } = said;
  checkInput(input);
  checkDay(fields.occurredOn, viewer.now);
  checkVerdict(checkCommandOfProfile(COMMAND, viewer.profile));

  // What is hidden is not there: before anything is asked of it, and whatever the rest of the input says.
  const [post] = await findHandlings(context, POSTS, [fields.mission], 'input.mission');
  const sources = await findHandlings(context, INCIDENTS, derivedFrom ?? [], 'input.derivedFrom');
  const [mission] = post?.record.missions ?? [];
  if (post === undefined || mission === undefined) throw new InternalError('INTERNAL', 'a post without a register key');
  checkVerdict(checkCommand(COMMAND, viewer.profile, mission, viewer));

  const origin = { maker: viewer.profile.subject, missions: [mission], synthetic: fields.synthetic ?? false };
  const handling = deriveHandling(origin, [post, ...sources]);
  checkSettable(sink, handling, 'Incident', fields);
  const values = valuesOf(fields, relationOf(viewer, mission, fields.receivingState ?? null));
  const id = randomId('Incident');
  const record = { ...INCIDENTS, id, values, derivedFrom: derivedFrom ?? [] };
  const command = { operation: COMMAND, key: idempotencyKey, input: digestOfInput(said), recordId: id };
  return sink.write(handling, (transaction, number) =>
    runOnce(transaction, viewer, command, () => insertRecord(transaction, record, { handling, number }, viewer)),
  );
}
