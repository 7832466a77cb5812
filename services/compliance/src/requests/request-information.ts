import { randomBytes } from 'node:crypto';
import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { answerWithinSeconds, type RequestRoute, routeOfRequest } from '@chancery/policy/writes/information-request';
import { ClientError } from '@chancery/shared/errors';
import type { Handling } from '@chancery/shared/labels/label';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { type Command, commandResolver } from '@chancery/shared/subgraph/aggregate/command';
import type { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import type { KeptValue, SeenRecord } from '@chancery/shared/subgraph/reading/seen-record';
import { randomIdWith } from '@chancery/shared/subgraph/tables/random-id';
import type { Viewer } from '@chancery/shared/subgraph/visibility/viewer';
import { checkInput } from '@chancery/shared/subgraph/writing/check-input';
import { checkSettable } from '@chancery/shared/subgraph/writing/check-settable';
import { checkVerdict } from '@chancery/shared/subgraph/writing/check-verdict';
import { insertRecord } from '@chancery/shared/subgraph/writing/insert-record';
import { digestOfInput, runOnce } from '@chancery/shared/subgraph/writing/run-once';
import { InformationRequest } from './information-request.js';
import { consentToRead, keepConsent } from './request-consent.js';
import { handlingOfRequest } from './request-handling.js';
import { RequestInformationInput } from './request-input.js';

/** Of the readable key, drawn at random, so that it tells nothing of how many requests there are. */
const REFERENCE_BYTES = 5;

/** Files a request, and lets those read it that are to pass it on or to answer it; gives its id. */
async function fileRequest(context: CallContext, input: RequestInformationInput): Promise<string> {
  const { viewer, sink } = context;
  const { idempotencyKey, ...said } = input;
  checkInput(input);
  checkVerdict(lawOfCommand('requestInformation').ofProfile(viewer.profile));
  const record = seenRecord(context.seen, input.record);
  const kept = keptValues(record, input.coordinates);
  const about = parseHandling(record.existence);
  const route = routeOf(kept, about, viewer);
  const { subject } = viewer.profile;
  const id = randomIdWith('irq');
  const synthetic = input.synthetic === true || about.record.tags.has('synthetic');
  const handling = handlingOfRequest({ id, maker: subject, addressee: route.addressee, about, synthetic });
  checkSettable(sink, handling, 'InformationRequest', said);
  const mission = await postOf(context, about);
  const consent = consentToRead(id, handling, firstReader(route, subject.represents), viewer);
  const values = {
    ...valuesOf(input, kept, about, viewer),
    ...routeColumns(route),
    mission_id: mission,
    synthetic,
  };
  const command = { operation: 'requestInformation', key: idempotencyKey, input: digestOfInput(said), recordId: id };
  try {
    return await sink.write(handling, (transaction, number) =>
      runOnce(transaction, viewer, command, async () => {
        const row = {
          record: InformationRequest,
          type: 'InformationRequest',
          table: 'information_request',
          id,
          values,
        };
        await insertRecord(transaction, { ...row, derivedFrom: [] }, { handling, number }, viewer);
        await keepConsent(transaction, consent, number, viewer);
      }),
    );
  } finally {
    context.forget();
  }
}

/** What its caller does not see is not there, whether or not there is such a record. Throws NOT_FOUND. */
function seenRecord(seen: readonly SeenRecord[], id: string): SeenRecord {
  const found = seen.find((record) => record.id === id);
  if (found === undefined) throw new ClientError('NOT_FOUND', 'not found', 'input.record');
  return found;
}

/** What is open, hides or is no field of the record is not withheld: which of the three is not said. Throws INPUT_INVALID. */
function keptValues({ withheld }: SeenRecord, coordinates: readonly string[]): readonly KeptValue[] {
  return coordinates.map((coordinate) => {
    const kept = withheld.find((value) => value.coordinate === coordinate);
    if (kept !== undefined) return kept;
    throw new ClientError('INPUT_INVALID', '`coordinates` names what is not withheld', 'input.coordinates');
  });
}

function routeOf(kept: readonly KeptValue[], { record }: Handling, viewer: Viewer): RequestRoute {
  const { owner, missions } = record;
  const codes = kept.map(({ code }) => code);
  return routeOfRequest({ owner, missions, codes }, viewer.profile, viewer);
}

/** The post that the record is about, where it is one and known here. */
async function postOf(context: CallContext, { record: { missions } }: Handling): Promise<string | null> {
  const [key, ...others] = missions;
  if (key === undefined || others.length > 0) return null;
  const rows = await context.read((manager) =>
    manager.query<{ id: string }[]>('select id from mission_ref where key = $1', [key]),
  );
  return rows[0]?.id ?? null;
}

const firstReader = ({ through, addressee, agencies }: RequestRoute, represents: string) =>
  through === null ? { represents: addressee, agencies } : { represents, agencies: [through] };

const routeColumns = ({ addressee, agencies, way, through, rule }: RequestRoute) => ({
  status: through === null ? 'ROUTED' : 'FILED',
  addressee,
  addressee_agencies: agencies,
  way,
  through,
  routed_by: rule,
});

function valuesOf(
  { record, coordinates, reason, evaluation }: RequestInformationInput,
  kept: readonly KeptValue[],
  about: Handling,
  { profile: { subject, purpose, caseId }, now }: Viewer,
): Readonly<Record<string, unknown>> {
  return {
    reference: `IR-${randomBytes(REFERENCE_BYTES).toString('hex').toUpperCase()}`,
    record,
    coordinates,
    categories: [...new Set(kept.map(({ category }) => category))].sort(),
    codes: [...new Set(kept.map(({ code }) => code))].sort(),
    requester: subject.agency,
    purpose,
    case_reference: caseId,
    evaluation: evaluation ?? null,
    reason,
    filed_at: new Date(now),
    due_at: new Date(now + answerWithinSeconds(purpose) * 1000),
    about: about.text,
  };
}

/** Asks for what is withheld. */
export const requestInformation: Command<InformationRequest> = {
  useOf: () => ({ adds: true, changes: [] }),
  resolverOf: (of) =>
    commandResolver(of, {
      field: 'requestInformation',
      says: 'Asks for values that are withheld of a record that the caller sees, of whoever can open them.',
      noun: 'request',
      input: RequestInformationInput,
      run: (context, asked) => fileRequest(context, asked as RequestInformationInput),
    }),
};
