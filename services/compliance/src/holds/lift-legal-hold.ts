import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { checkHolding, checkSecondLifting } from '@chancery/policy/writes/lift-hold';
import type { Verdict } from '@chancery/policy/writes/verdict';
import { ClientError, InternalError } from '@chancery/shared/errors';
import { type Command, commandResolver } from '@chancery/shared/subgraph/aggregate/command';
import type { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import type { Viewer } from '@chancery/shared/subgraph/visibility/viewer';
import { checkInput } from '@chancery/shared/subgraph/writing/check-input';
import { checkSettable } from '@chancery/shared/subgraph/writing/check-settable';
import { checkVerdict } from '@chancery/shared/subgraph/writing/check-verdict';
import { findHandlings } from '@chancery/shared/subgraph/writing/find-handlings';
import { digestOfInput, runOnce } from '@chancery/shared/subgraph/writing/run-once';
import { lockRow, updateRow } from '@chancery/shared/subgraph/writing/update-row';
import type { ClassType } from 'type-graphql';
import { z } from 'zod';
import { checkUnchanged } from '../check-unchanged.js';
import { keepOrder } from './hold-filing.js';
import { ApproveLiftLegalHoldInput, AskLiftLegalHoldInput, type HoldInput } from './hold-input.js';
import { LegalHold, type LegalHoldStatus } from './legal-hold.js';

const HOLDS = { prefix: 'lho', table: 'legal_hold', handlingColumn: 'handling_id' } as const;

const rowShape = z.object({
  status: z.enum(['ORDERED', 'LIFT_ASKED', 'LIFTED']),
  agency: z.string(),
  lift_asked_by: z.string().nullable(),
  lift_reason: z.string().nullable(),
  lift_legal_basis: z.string().nullable(),
});
type HoldRow = z.infer<typeof rowShape>;

/** A step by which a hold is lifted. */
interface LiftStep<T extends HoldInput> {
  readonly operation: 'askLiftLegalHold' | 'approveLiftLegalHold';
  readonly says: string;
  readonly noun: string;
  readonly input: ClassType<T>;
  readonly from: LegalHoldStatus;
  check(row: HoldRow, viewer: Viewer): Verdict;
  values(input: T, viewer: Viewer): Readonly<Record<string, unknown>>;
}

async function take<T extends HoldInput>(context: CallContext, step: LiftStep<T>, input: T): Promise<string> {
  const { viewer, sink } = context;
  const { id, idempotencyKey, concurrencyToken = null, ...given } = input;
  checkInput(input);
  checkVerdict(lawOfCommand(step.operation).ofProfile(viewer.profile));
  const [found] = await findHandlings(context, [HOLDS], [id], 'input.id');
  if (found === undefined) throw new InternalError('INTERNAL', 'one id has one handling');
  checkSettable(sink, found.handling, 'LegalHold', { status: step.from });
  const digest = digestOfInput({ id, concurrencyToken, ...given });
  const command = { operation: step.operation, key: idempotencyKey, input: digest, recordId: id };
  try {
    return await sink.write(found.handling, (transaction) =>
      runOnce(transaction, viewer, command, async () => {
        const locked = await lockRow(transaction, HOLDS.table, id);
        if (locked === null) throw new ClientError('NOT_FOUND', 'not found', 'input.id');
        const row = rowShape.parse(locked.content);
        checkVerdict(step.check(row, viewer));
        if (row.status !== step.from) refuseTransition();
        await checkUnchanged(context, transaction, LegalHold, { id, concurrencyToken });
        const values = step.values(input, viewer);
        const update = { record: LegalHold, type: 'LegalHold', table: HOLDS.table, id, row: locked, derivedFrom: [] };
        await updateRow(transaction, { ...update, values, handling: null }, viewer);
        if (values.status !== 'LIFTED') return;
        const particulars = { reason: row.lift_reason ?? '', rule: row.lift_legal_basis ?? '' };
        await keepOrder(transaction, { hold: id, step: 'LIFTED', particulars });
      }),
    );
  } finally {
    context.forget();
  }
}

function refuseTransition(): never {
  throw new ClientError('TRANSITION_INVALID', 'the record is not in a state that allows this', 'input.id');
}

const lifting = <T extends HoldInput>(step: LiftStep<T>, changes: readonly string[]): Command<LegalHold> => ({
  useOf: () => ({ adds: false, changes }),
  resolverOf: (of) => {
    const { operation: field, says, noun, input } = step;
    return commandResolver(of, { field, says, noun, input, run: (context, asked) => take(context, step, asked as T) });
  },
});

/** One person of the office asks; the hold stands. */
export const askLiftLegalHold = lifting<AskLiftLegalHoldInput>(
  {
    operation: 'askLiftLegalHold',
    says: 'Asks that a legal hold be lifted; it stands until another person of the same agency approves that.',
    noun: 'request to lift it',
    input: AskLiftLegalHoldInput,
    from: 'ORDERED',
    check: ({ agency }, { profile }) => checkHolding(agency, profile),
    values: ({ reason, legalBasis }, { profile, now }) => ({
      ...{ status: 'LIFT_ASKED', lift_asked_at: new Date(now), lift_asked_by: profile.subject.id },
      ...{ lift_reason: reason, lift_legal_basis: legalBasis },
    }),
  },
  ['status', 'lift_asked_at', 'lift_asked_by', 'lift_reason', 'lift_legal_basis'],
);

/** Another person of it approves that. */
export const approveLiftLegalHold = lifting<ApproveLiftLegalHoldInput>(
  {
    operation: 'approveLiftLegalHold',
    says: 'Lifts a legal hold that another person of the same agency has asked to be lifted.',
    noun: 'approval',
    input: ApproveLiftLegalHoldInput,
    from: 'LIFT_ASKED',
    check: ({ agency, lift_asked_by }, { profile }) => checkSecondLifting(lift_asked_by ?? '', agency, profile),
    values: (_, { profile, now }) => ({ status: 'LIFTED', lifted_at: new Date(now), lifted_by: profile.subject.id }),
  },
  ['status', 'lifted_at', 'lifted_by'],
);
