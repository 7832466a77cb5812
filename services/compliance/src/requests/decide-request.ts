import { lawOfCommand } from '@chancery/policy/writes/check-command';
import type { CommandName } from '@chancery/policy/writes/command-grants';
import type { HandlingNumber } from '@chancery/shared/brands';
import { ClientError, InternalError } from '@chancery/shared/errors';
import type { Handling } from '@chancery/shared/labels/label';
import type { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import { checkInput } from '@chancery/shared/subgraph/writing/check-input';
import { checkSettable } from '@chancery/shared/subgraph/writing/check-settable';
import { checkVerdict } from '@chancery/shared/subgraph/writing/check-verdict';
import { findHandlings } from '@chancery/shared/subgraph/writing/find-handlings';
import { digestOfInput, runOnce } from '@chancery/shared/subgraph/writing/run-once';
import { updateRow } from '@chancery/shared/subgraph/writing/update-row';
import type { EntityManager } from 'typeorm';
import { checkUnchanged } from '../check-unchanged.js';
import { checkParty, type HeldRequest, holdRequest, type RequestParty } from './held-request.js';
import { InformationRequest, type InformationRequestStatus } from './information-request.js';
import type { RequestDecisionInput } from './request-input.js';

const REQUESTS = { prefix: 'irq', table: 'information_request', handlingColumn: 'handling_id' } as const;

/** What a decision on a request does to it. */
export interface RequestDecision<T extends RequestDecisionInput> {
  readonly operation: CommandName;
  readonly by: RequestParty;
  /** Where the request must stand. */
  readonly from: readonly InformationRequestStatus[];
  readonly to: InformationRequestStatus;
  /** The act that the decision refers to, looked up before anything is written. Throws what refuses the decision. */
  look?(context: CallContext, input: T): Promise<Handling | null>;
  /** Columns that change beside where it stands, once everything else has been found in order. */
  decide(deciding: Deciding<T>): Promise<Readonly<Record<string, unknown>>>;
}

/** A request that is decided on. */
export interface Deciding<T> {
  readonly context: CallContext;
  readonly transaction: EntityManager;
  readonly input: T;
  readonly request: HeldRequest;
  readonly handling: Handling;
  readonly number: HandlingNumber;
  /** How the act is handled that the decision refers to; null where it refers to none. */
  readonly act: Handling | null;
}

/** Decides on a request; gives its id. What it was stays among its versions. */
export async function decideRequest<T extends RequestDecisionInput & object>(
  context: CallContext,
  decision: RequestDecision<T>,
  input: T,
): Promise<string> {
  const { viewer, sink } = context;
  const { id, idempotencyKey, concurrencyToken, ...given } = input;
  checkInput(input);
  checkVerdict(lawOfCommand(decision.operation).ofProfile(viewer.profile));
  const [found] = await findHandlings(context, [REQUESTS], [id], 'input.id');
  if (found === undefined) throw new InternalError('INTERNAL', 'one id has one handling');
  const { handling } = found;
  const act = (await decision.look?.(context, input)) ?? null;
  // Whoever may not read where it stands moves it nowhere.
  checkSettable(sink, handling, 'InformationRequest', { status: decision.to, ...given });
  const digest = digestOfInput({ id, concurrencyToken, ...given });
  const command = { operation: decision.operation, key: idempotencyKey, input: digest, recordId: id };
  try {
    return await sink.write(handling, (transaction, number) =>
      runOnce(transaction, viewer, command, async () => {
        const request = await holdRequest(transaction, id);
        checkParty(request, decision.by, viewer.profile.subject);
        checkStands(request, decision, viewer.now);
        await checkUnchanged(context, transaction, InformationRequest, {
          id,
          concurrencyToken: concurrencyToken ?? null,
        });
        const decided = await decision.decide({ context, transaction, input, request, handling, number, act });
        const values = { ...decided, status: decision.to };
        const row = { record: InformationRequest, type: 'InformationRequest', table: 'information_request', id };
        await updateRow(transaction, { ...row, row: request.row, values, handling: null, derivedFrom: [] }, viewer);
      }),
    );
  } finally {
    context.forget();
  }
}

/** Past its time a request has lapsed, whether or not that has been written yet. Throws TRANSITION_INVALID. */
function checkStands(
  { status, due_at }: HeldRequest,
  { from }: Pick<RequestDecision<RequestDecisionInput>, 'from'>,
  now: number,
): void {
  if (from.includes(status) && now < due_at.getTime()) return;
  throw new ClientError('TRANSITION_INVALID', 'the record is not in a state that allows this', 'input.id');
}
