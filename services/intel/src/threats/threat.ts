import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Link, Moment, State, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../references.js';
import { ThreatActor } from './threat-actor.js';
import { ThreatStatus, ThreatType, ThreatVector, UasClass } from './vocabulary.js';

/** A threat to a post: by whom, by what means and when. */
@Recorded({
  name: 'Threat',
  prefix: 'thr',
  says: 'A threat to a post: by whom, by what means and when.',
  rules: ['window_until > window_from'],
})
export class Threat extends Labelled {
  @Text({ is: 'THREAT', says: 'Readable key.', length: 40, filter: true, order: true, searchable: true })
  reference!: string;

  @Link(() => Mission, {
    is: 'THREAT',
    says: 'The post.',
    filter: true,
    inverse: { field: 'threats', is: 'EXISTENCE', says: 'Threats to this post.' },
  })
  mission?: Mission | null;

  @Link(() => ThreatActor, {
    is: 'INTEL_REPORT',
    says: 'Who threatens.',
    filter: true,
    inverse: { field: 'threats', is: 'EXISTENCE', says: 'What it threatens.' },
  })
  actor?: ThreatActor | null;

  @Word(ThreatType, { is: 'THREAT', says: 'What is threatened.', filter: true })
  type!: ThreatType;

  @Word(ThreatVector, { is: 'THREAT', says: 'By what means.', filter: true })
  vector!: ThreatVector;

  @Word(ThreatStatus, { is: 'THREAT', says: 'Where it stands.', filter: true })
  status!: ThreatStatus;

  @Text({ is: 'THREAT', says: 'What may be passed on below the label of the threat.', nullable: true })
  releasableSummary!: string | null;

  @Text({ is: 'INTEL_REPORT', says: 'What is known, in full.', searchable: true })
  body!: string;

  @Moment({ is: 'THREAT', says: 'From when it is to be reckoned with.', filter: true, order: true })
  windowFrom!: Date;

  @Moment({ is: 'THREAT', says: 'Until when.', nullable: true, order: true })
  windowUntil!: Date | null;

  @Word(UasClass, { is: 'INTEL_REPORT', says: 'Class of the unmanned aircraft, where it is one.', nullable: true })
  uasClass!: UasClass | null;

  @Text({ is: 'THREAT', says: 'Notice to the authority of the airspace, where one was asked for.', nullable: true })
  airspaceNotice!: string | null;

  @State({ is: 'INTEL_SOURCE', says: 'State that it comes from.', nullable: true, optional: true })
  originCountry!: string | null;
}

export const threats = aggregateOf(Threat, {
  one: 'threat',
  many: 'threats',
  events: [{ field: 'threatChanged', says: 'A threat that changed, as this caller sees it now.' }],
});
