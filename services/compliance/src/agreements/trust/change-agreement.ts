import { checkAdmitting } from '@chancery/policy/writes/admit-issuer';
import { lawOfCommand } from '@chancery/policy/writes/check-command';
import type { CommandName } from '@chancery/policy/writes/command-grants';
import { ClientError } from '@chancery/shared/errors';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import type { Handling } from '@chancery/shared/labels/label';
import { type Command, commandResolver } from '@chancery/shared/subgraph/aggregate/command';
import type { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import type { Viewer } from '@chancery/shared/subgraph/visibility/viewer';
import { checkInput } from '@chancery/shared/subgraph/writing/check-input';
import { checkSettable } from '@chancery/shared/subgraph/writing/check-settable';
import { checkVerdict } from '@chancery/shared/subgraph/writing/check-verdict';
import { digestOfInput, runOnce } from '@chancery/shared/subgraph/writing/run-once';
import { updateRow } from '@chancery/shared/subgraph/writing/update-row';
import type { ClassType } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import type { AgreementInput } from './agreement-input.js';
import {
  type AgreementContent,
  agreementHandlingOf,
  checkUnchanged,
  type HeldAgreement,
  holdAgreement,
} from './held-agreement.js';
import { tellVersion } from './told-agreements.js';
import { TrustAgreement, type TrustAgreementStatus } from './trust-agreement.js';

/** Columns that commands change. */
const CHANGES = [
  ...['status', 'version', 'agencies', 'purposes', 'ceiling', 'compartments', 'document', 'valid_from', 'valid_to'],
  ...['ends_on', 'decided_at', 'switched_off_at', 'handling_id'],
];

/** What a decision on an agreement does to it. */
export interface AgreementChange<T extends AgreementInput> {
  readonly operation: CommandName;
  readonly says: string;
  readonly noun: string;
  readonly input: ClassType<T>;
  /** Where the agreement must stand. */
  readonly from: readonly TrustAgreementStatus[];
  /** Whether whoever changes it may; asked of the agreement as it is locked. Throws WRITE_DENIED or INPUT_INVALID. */
  check?(held: AgreementContent, input: T, viewer: Viewer): void;
  /** The handling that it has from now on; left out, that it has. */
  handling?(held: Handling, context: CallContext, id: string): Promise<Handling>;
  /** Columns that change. */
  values(held: AgreementContent, input: T, viewer: Viewer): Readonly<Record<string, unknown>>;
  /** What else changes with it, before it does. */
  before?(transaction: EntityManager, held: HeldAgreement, viewer: Viewer): Promise<void>;
  /** Whether gateways are told. */
  readonly isTold: boolean;
}

const existenceOf = (handling: Handling): string => handlingAt(handling, 'EXISTENCE', 'EXISTENCE', 0).text;

/** Changes an agreement; gives its id. What it was stays among its versions. */
async function change<T extends AgreementInput>(
  context: CallContext,
  of: AgreementChange<T>,
  input: T,
): Promise<string> {
  const { viewer, sink } = context;
  const { id, idempotencyKey, ...given } = input;
  checkInput(input);
  checkVerdict(lawOfCommand(of.operation).ofProfile(viewer.profile));
  const held = await agreementHandlingOf(context, id);
  checkVerdict(checkAdmitting(viewer.profile));
  // Whoever may not read where it stands moves it nowhere.
  checkSettable(sink, held, 'TrustAgreement', { status: true, document: true });
  const handling = (await of.handling?.(held, context, id)) ?? held;
  const command = {
    operation: of.operation,
    key: idempotencyKey,
    input: digestOfInput({ id, ...given }),
    recordId: id,
  };
  try {
    return await sink.write(handling, (transaction, number) =>
      runOnce(transaction, viewer, command, async () => {
        const agreement = await holdAgreement(transaction, id);
        of.check?.(agreement.content, input, viewer);
        if (!of.from.includes(agreement.content.status)) refuseTransition();
        await checkUnchanged(context, transaction, input);
        await of.before?.(transaction, agreement, viewer);
        const told = handling === held ? null : { number, existence: existenceOf(handling), was: existenceOf(held) };
        await writeVersion(transaction, agreement, of.values(agreement.content, input, viewer), viewer, {
          handling: told,
          isTold: of.isTold,
        });
      }),
    );
  } finally {
    context.forget();
  }
}

type Relabelled = Parameters<typeof updateRow>[1]['handling'];

/** Writes the next version of an agreement, and tells gateways of it. */
export async function writeVersion(
  transaction: EntityManager,
  { row, content }: HeldAgreement,
  changed: Readonly<Record<string, unknown>>,
  viewer: Viewer,
  { handling = null, isTold = true }: { readonly handling?: Relabelled; readonly isTold?: boolean } = {},
): Promise<void> {
  const { id } = content;
  const values = { ...changed, version: content.version + 1 };
  const update = { record: TrustAgreement, type: 'TrustAgreement', table: 'trust_agreement', id, row, derivedFrom: [] };
  await updateRow(transaction, { ...update, values, handling }, viewer);
  if (!isTold) return;
  const after = { ...content, ...values } as AgreementContent;
  await tellVersion(transaction, {
    id,
    version: after.version,
    issuer: after.issuer,
    isOn: after.status !== 'SWITCHED_OFF',
    endsOn: after.ends_on,
    document: after.document,
  });
}

function refuseTransition(): never {
  throw new ClientError('TRANSITION_INVALID', 'the record is not in a state that allows this', 'input.id');
}

/** A command that changes an agreement. */
export function changing<T extends AgreementInput>(of: AgreementChange<T>): Command<TrustAgreement> {
  const { operation: field, says, noun, input } = of;
  return {
    useOf: () => ({ adds: false, changes: CHANGES }),
    resolverOf: (record) =>
      commandResolver(record, { field, says, noun, input, run: (context, asked) => change(context, of, asked as T) }),
  };
}
