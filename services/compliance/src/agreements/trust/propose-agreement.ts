import { checkAdmitting } from '@chancery/policy/writes/admit-issuer';
import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { type Command, commandResolver } from '@chancery/shared/subgraph/aggregate/command';
import type { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import { randomIdWith } from '@chancery/shared/subgraph/tables/random-id';
import { checkInput } from '@chancery/shared/subgraph/writing/check-input';
import { checkSettable } from '@chancery/shared/subgraph/writing/check-settable';
import { checkVerdict } from '@chancery/shared/subgraph/writing/check-verdict';
import { insertRecord } from '@chancery/shared/subgraph/writing/insert-record';
import { digestOfInput, runOnce } from '@chancery/shared/subgraph/writing/run-once';
import { ProposeAgreementInput } from './agreement-input.js';
import { agreementHandling, documentColumns } from './agreement-row.js';
import { readAgreement } from './read-agreement.js';
import { TrustAgreement } from './trust-agreement.js';

/** Keeps a proposal, which counts for nobody; gives its id. */
async function propose(context: CallContext, input: ProposeAgreementInput): Promise<string> {
  const { viewer, sink } = context;
  const { subject } = viewer.profile;
  const { idempotencyKey, ...said } = input;
  checkInput(input);
  checkVerdict(lawOfCommand('proposeAgreement').ofProfile(viewer.profile));
  checkVerdict(checkAdmitting(viewer.profile));
  const read = readAgreement(input.agreement);
  const synthetic = input.synthetic === true;
  const handling = agreementHandling({ agency: subject.agency, party: null, synthetic });
  checkSettable(sink, handling, 'TrustAgreement', { document: read.document });
  const id = randomIdWith('tra');
  const { agreement } = read;
  const values = {
    ...documentColumns(read),
    reference: agreement.id,
    status: 'PROPOSED',
    version: 1,
    issuer: agreement.issuer,
    represents: agreement.represents,
    ends_on: null,
    proposed_at: new Date(viewer.now),
    decided_at: null,
    switched_off_at: null,
    proposer: subject.id,
    synthetic,
  };
  const command = { operation: 'proposeAgreement', key: idempotencyKey, input: digestOfInput(said), recordId: id };
  try {
    return await sink.write(handling, (transaction, number) =>
      runOnce(transaction, viewer, command, async () => {
        const text = 'select id from agency where reference = any($1::text[])';
        const known = await transaction.query<{ id: string }[]>(text, [[...agreement.agencies.keys()]]);
        const ids = known.map((each) => each.id);
        const pairs = [{ table: 'trust_agreement_agency', holder: 'trust_agreement_id', target: 'agency_id', ids }];
        const record = { record: TrustAgreement, type: 'TrustAgreement', table: 'trust_agreement', id, values, pairs };
        await insertRecord(transaction, { ...record, derivedFrom: [] }, { handling, number }, viewer);
      }),
    );
  } finally {
    context.forget();
  }
}

/** A person of the register proposes an agreement. */
export const proposeAgreement: Command<TrustAgreement> = {
  useOf: () => ({ adds: true, changes: [], links: ['knownAgencies'] }),
  resolverOf: (of) =>
    commandResolver(of, {
      field: 'proposeAgreement',
      says: 'Proposes a trust agreement; it counts when another person of the register approves it.',
      noun: 'proposal',
      input: ProposeAgreementInput,
      run: (context, asked) => propose(context, asked as ProposeAgreementInput),
    }),
};
