import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { regrade } from '@chancery/shared/subgraph/aggregate/regrade-command';
import { retract } from '@chancery/shared/subgraph/aggregate/retract-command';
import { Count, Link, Made, Moment, State, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { SourceReliability } from '../collection/vocabulary.js';
import { Incident, Mission } from '../references.js';
import { Threat } from '../threats/threat.js';
import { priorityOf } from './priority.js';
import { AnalyticConfidence, Likelihood, ThreatPriority, ThreatSeverity } from './vocabulary.js';

/** How a threat to a post is judged: credibility, impact, likelihood, and the priority that follows. */
@Recorded({
  name: 'ThreatAssessment',
  prefix: 'tas',
  says: 'How a threat to a post is judged: credibility, impact, likelihood, and the priority that follows.',
  rules: ['credibility <= 6', 'impact <= 5'],
})
export class ThreatAssessment extends Labelled {
  @Text({ is: 'INTEL_REPORT', says: 'Readable key.', length: 40, filter: true, order: true, searchable: true })
  reference!: string;

  @Link(() => Mission, {
    is: 'INTEL_REPORT',
    says: 'The post.',
    filter: true,
    inverse: { field: 'threatAssessments', is: 'EXISTENCE', says: 'How threats to this post are judged.' },
  })
  mission?: Mission | null;

  @Link(() => Threat, {
    is: 'INTEL_REPORT',
    says: 'The threat.',
    filter: true,
    inverse: { field: 'assessments', is: 'EXISTENCE', says: 'How it was judged.' },
  })
  threat?: Threat | null;

  @Link(() => Incident, {
    is: 'INTEL_REPORT',
    says: 'The incident in which it came about, where it did.',
    inverse: { field: 'threatAssessments', is: 'EXISTENCE', says: 'Judgements on threats that came about in it.' },
  })
  incident?: Incident | null;

  @Moment({ is: 'INTEL_REPORT', says: 'When it was judged.', filter: true, order: true })
  assessedAt!: Date;

  @Word(SourceReliability, { is: 'INTEL_REPORT', says: 'How far the best source is to be relied on.', filter: true })
  reliability!: SourceReliability;

  @Count({
    is: 'INTEL_REPORT',
    says: 'How credible the information is, by the Admiralty scale: 1 confirmed, 5 improbable, 6 cannot be judged.',
    least: 1,
    filter: true,
    order: true,
  })
  credibility!: number;

  @Count({
    is: 'INTEL_REPORT',
    says: 'How bad it would be, from 1 slight to 5 grave.',
    least: 1,
    filter: true,
    order: true,
  })
  impact!: number;

  @Word(Likelihood, { is: 'INTEL_REPORT', says: 'How likely it is.', filter: true })
  likelihood!: Likelihood;

  @Word(ThreatSeverity, { is: 'INTEL_REPORT', says: 'How bad it would be, in a word.', filter: true })
  severity!: ThreatSeverity;

  @Word(AnalyticConfidence, { is: 'INTEL_REPORT', says: 'How sure it is who threatens.' })
  attributionConfidence!: AnalyticConfidence;

  @State({ is: 'INTEL_SOURCE', says: 'State that the threat is put down to.', nullable: true, optional: true })
  originCountry!: string | null;

  @Made(() => ThreatPriority, {
    is: 'INTEL_REPORT',
    says: 'How soon the threat is to be dealt with, from credibility and impact.',
    from: ['credibility', 'impact'],
  })
  get priority(): ThreatPriority {
    return priorityOf(this.credibility, this.impact);
  }

  @Text({ is: 'INTEL_REPORT', says: 'Why it is judged so.' })
  rationale!: string;

  @Text({ is: 'INTEL_REPORT', says: 'Code of the desk that judged.', nullable: true })
  analystRole!: string | null;

  @Moment({ is: 'INTEL_REPORT', says: 'When somebody else has looked at it.', nullable: true, order: true })
  reviewedAt!: Date | null;
}

const CREDIBILITY_MAX = 6;
const IMPACT_MAX = 5;

const assessThreat = create<ThreatAssessment>()({
  field: 'assessThreat',
  says: 'Judges a threat to a post; the priority follows from credibility and impact and is nobody’s to set.',
  noun: 'assessment',
  inputSays:
    'A judgement on a threat. It is labelled for the caller’s State, joined with the threat and all that it refers to.',
  about: 'mission',
  sets: {
    mission: {},
    threat: { ofPost: true },
    incident: { required: false },
    reliability: {},
    credibility: { max: CREDIBILITY_MAX },
    impact: { max: IMPACT_MAX },
    likelihood: {},
    severity: {},
    attributionConfidence: {},
    rationale: { max: 8000 },
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('assessThreat'),
  complete: {
    reference: () => madeReference('TAS'),
    assessedAt: (_, { viewer: { now } }) => new Date(now),
    analystRole: (_, { viewer: { profile } }) => profile.subject.agency,
  },
});

export const threatAssessments = aggregateOf(ThreatAssessment, {
  one: 'threatAssessment',
  many: 'threatAssessments',
  noun: 'assessment of a threat',
  nouns: 'assessments of threats',
  watched: { posts: 'mission', actors: 'threat.actor', types: ['threat.type'] },
  commands: [
    assessThreat,
    retract<ThreatAssessment>({
      field: 'retractThreatAssessment',
      record: 'assessment of a threat',
      law: lawOfCommand('retractThreatAssessment'),
    }),
    regrade<ThreatAssessment>({
      field: 'regradeThreatAssessment',
      record: 'assessment of a threat',
      law: lawOfCommand('regradeThreatAssessment'),
    }),
  ],
});
