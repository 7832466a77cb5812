import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { hasIdForm, ID_PREFIXES } from '@chancery/shared/brands';
import { ClientError } from '@chancery/shared/errors';
import { type Command, commandResolver } from '@chancery/shared/subgraph/aggregate/command';
import type { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import { randomIdWith } from '@chancery/shared/subgraph/tables/random-id';
import { checkInput } from '@chancery/shared/subgraph/writing/check-input';
import { checkSettable } from '@chancery/shared/subgraph/writing/check-settable';
import { checkVerdict } from '@chancery/shared/subgraph/writing/check-verdict';
import { insertRecord } from '@chancery/shared/subgraph/writing/insert-record';
import { digestOfInput, runOnce } from '@chancery/shared/subgraph/writing/run-once';
import { holdHandling, keepOrder } from './hold-filing.js';
import { OrderLegalHoldInput } from './hold-input.js';
import { LegalHold } from './legal-hold.js';

/** Keeps an order, which is then filed with the ledger; gives its id. */
async function order(context: CallContext, input: OrderLegalHoldInput): Promise<string> {
  const { viewer, sink } = context;
  const { agency, id: person } = viewer.profile.subject;
  const { idempotencyKey, ...said } = input;
  checkInput(input);
  checkVerdict(lawOfCommand('orderLegalHold').ofProfile(viewer.profile));
  checkSaysSomething(input);
  const record = keyOf(input.record ?? null);
  const synthetic = input.synthetic === true;
  const handling = holdHandling(agency, synthetic);
  const { subject = null, caseReference = null, fromAt = null, untilAt = null, reason, legalBasis } = input;
  checkSettable(sink, handling, 'LegalHold', { reason, legalBasis, subject, caseReference, fromAt, untilAt });
  const id = randomIdWith('lho');
  const values = {
    ...{ status: 'ORDERED', agency, reason, legal_basis: legalBasis, subject, case_reference: caseReference },
    ...{ from_at: fromAt, until_at: untilAt, is_of_record: record !== null },
    ...{ ordered_at: new Date(viewer.now), ordered_by: person, synthetic },
  };
  const command = { operation: 'orderLegalHold', key: idempotencyKey, input: digestOfInput(said), recordId: id };
  try {
    return await sink.write(handling, (transaction, number) =>
      runOnce(transaction, viewer, command, async () => {
        const row = { record: LegalHold, type: 'LegalHold', table: 'legal_hold', id, values, derivedFrom: [] };
        await insertRecord(transaction, row, { handling, number }, viewer);
        const particulars = {
          ...{ represents: viewer.profile.subject.represents, by: person, reason, rule: legalBasis, record, subject },
          ...{ case: caseReference, from: fromAt?.getTime() ?? null, until: untilAt?.getTime() ?? null },
        };
        await keepOrder(transaction, { hold: id, step: 'PLACED', particulars });
      }),
    );
  } finally {
    context.forget();
  }
}

function checkSaysSomething({ record, subject, caseReference, fromAt, untilAt }: OrderLegalHoldInput): void {
  if ([record, subject, caseReference, fromAt, untilAt].every((each) => (each ?? null) === null))
    throw new ClientError('INPUT_INVALID', 'a hold says at least one thing of what it keeps', 'input');
  if (fromAt && untilAt && fromAt >= untilAt)
    throw new ClientError('INPUT_INVALID', '`untilAt` is after `fromAt`', 'input.untilAt');
}

/** As entries name a record: by its type too, which an id begins with. Nobody looks whether there is one. */
function keyOf(record: string | null): string | null {
  if (record === null) return null;
  const found = Object.entries(ID_PREFIXES).find(([, prefix]) => hasIdForm(prefix, record));
  if (found !== undefined) return `${found[0]}:${record}`;
  throw new ClientError('INPUT_INVALID', `\`${record}\` is no id of a record`, 'input.record');
}

/** A person of oversight orders that entries be kept. */
export const orderLegalHold: Command<LegalHold> = {
  useOf: () => ({ adds: true, changes: [] }),
  resolverOf: (of) =>
    commandResolver(of, {
      field: 'orderLegalHold',
      says: 'Orders that what the ledger has of requests of the own State is kept, whatever is ordered to be erased.',
      noun: 'order',
      input: OrderLegalHoldInput,
      run: (context, asked) => order(context, asked as OrderLegalHoldInput),
    }),
};
