import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Link, Moment, State, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
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
  @Text({ is: 'THREAT', says: 'Readable key.', length: 40, filter: true, order: true })
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

  @Text({ is: 'THREAT', says: 'What was passed on, in words.', nullable: true })
  tearline!: string | null;

  @Moment({ is: 'THREAT', says: 'When.', filter: true, order: true })
  disseminatedAt!: Date;
}

export const disseminations = aggregateOf(Dissemination, { one: 'dissemination', many: 'disseminations' });
