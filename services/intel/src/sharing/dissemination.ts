import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { ClientError } from '@chancery/shared/errors';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { Link, Moment, State, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { IntelReport } from '../collection/intel-report.js';
import { Mission } from '../references.js';
import { Warning } from '../warning.js';
import { DisseminationBasis, DisseminationChannel } from './vocabulary.js';

/** That something was passed on, to whom and on what ground; it opens nothing by itself. */
@Recorded({
  name: 'Dissemination',
  prefix: 'dsm',
  says: 'That something was passed on, to whom and on what ground; it opens nothing by itself.',
})
export class Dissemination extends Labelled {
  @Text({ is: 'THREAT', says: 'Readable key.', length: 40, filter: true, order: true, searchable: true })
  reference!: string;

  @Link(() => Mission, {
    is: 'THREAT',
    says: 'The post.',
    filter: true,
    inverse: { field: 'disseminations', is: 'EXISTENCE', says: 'What was passed on about this post.' },
  })
  mission?: Mission | null;

  @Link(() => IntelReport, {
    is: 'INTEL_REPORT',
    says: 'The report that was passed on.',
    filter: true,
    inverse: { field: 'disseminations', is: 'EXISTENCE', says: 'To whom it was passed on.' },
  })
  report?: IntelReport | null;

  @Link(() => Warning, {
    is: 'THREAT',
    says: 'The warning that was passed on.',
    filter: true,
    inverse: { field: 'disseminations', is: 'EXISTENCE', says: 'To whom it was passed on.' },
  })
  warning?: Warning | null;

  @State({ is: 'THREAT', says: 'State that it was passed on to.', filter: true })
  recipientState!: string;

  @Text({ is: 'THREAT', says: 'Its agency.' })
  recipientAgency!: string;

  @Word(DisseminationBasis, { is: 'THREAT', says: 'On what ground.', filter: true })
  basis!: DisseminationBasis;

  @Word(DisseminationChannel, { is: 'THREAT', says: 'By which way.', filter: true })
  channel!: DisseminationChannel;

  @Text({ is: 'THREAT', says: 'What was passed on, in words.', nullable: true, searchable: true })
  tearline!: string | null;

  @Moment({ is: 'THREAT', says: 'When.', filter: true, order: true })
  disseminatedAt!: Date;
}

const disseminate = create<Dissemination>()({
  field: 'disseminate',
  says: 'Writes down that something was passed on; what is kept from the recipient cannot be named, and nothing is opened by it.',
  noun: 'dissemination',
  inputSays: 'What was passed on, to whom and on what ground. It is labelled for the caller’s State and the recipient.',
  about: 'mission',
  sets: {
    mission: {},
    report: { required: false, ofPost: true },
    warning: { required: false, ofPost: true },
    recipientState: {},
    recipientAgency: { max: 120 },
    basis: {},
    channel: {},
    tearline: { max: 4000 },
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('disseminate'),
  check: ({ report, warning, tearline }) => {
    if (report !== null || warning !== null || tearline !== null) return;
    throw new ClientError('INPUT_INVALID', 'one of `report`, `warning` and `tearline` is needed', 'input');
  },
  addressees: ({ recipientState }) => [recipientState],
  complete: { reference: () => madeReference('DSM'), disseminatedAt: (_, { viewer: { now } }) => new Date(now) },
});

export const disseminations = aggregateOf(Dissemination, {
  one: 'dissemination',
  many: 'disseminations',
  commands: [disseminate],
});
