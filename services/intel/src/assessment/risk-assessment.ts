import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { ClientError } from '@chancery/shared/errors';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { retract } from '@chancery/shared/subgraph/aggregate/retract-command';
import { Count, Day, Link, Moment, Text, Texts, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { Mission } from '../references.js';
import { Threat } from '../threats/threat.js';
import { Likelihood, RiskTreatment } from './vocabulary.js';

/** A risk to a post before and after what is done about it, ISO 31000. */
@Recorded({
  name: 'RiskAssessment',
  prefix: 'rsk',
  says: 'A risk to a post before and after what is done about it, ISO 31000.',
  rules: ['impact <= 5', 'residual_impact <= impact'],
})
export class RiskAssessment extends Labelled {
  @Text({ is: 'INTEL_REPORT', says: 'Readable key.', length: 40, filter: true, order: true, searchable: true })
  reference!: string;

  @Link(() => Mission, {
    is: 'SECURITY_POSTURE',
    says: 'The post.',
    filter: true,
    inverse: { field: 'riskAssessments', is: 'EXISTENCE', says: 'Risks to this post.' },
  })
  mission?: Mission | null;

  @Link(() => Threat, {
    is: 'INTEL_REPORT',
    says: 'The threat behind it.',
    filter: true,
    inverse: { field: 'risks', is: 'EXISTENCE', says: 'What it puts at risk.' },
  })
  threat?: Threat | null;

  @Moment({ is: 'SECURITY_POSTURE', says: 'When it was judged.', filter: true, order: true })
  assessedAt!: Date;

  @Text({ is: 'SECURITY_POSTURE', says: 'What at the post the threat could use.' })
  vulnerability!: string;

  @Word(Likelihood, { is: 'INTEL_REPORT', says: 'How likely it is.', filter: true })
  likelihood!: Likelihood;

  @Count({
    is: 'SECURITY_POSTURE',
    says: 'How bad it would be, from 1 slight to 5 grave.',
    least: 1,
    filter: true,
    order: true,
  })
  impact!: number;

  @Word(RiskTreatment, { is: 'SECURITY_POSTURE', says: 'What is done about it.', filter: true })
  treatment!: RiskTreatment;

  @Texts({ is: 'SECURITY_POSTURE', says: 'Measures, each with the role that takes it.' })
  measures!: string[];

  @Word(Likelihood, { is: 'INTEL_REPORT', says: 'How likely it is once they are taken.' })
  residualLikelihood!: Likelihood;

  @Count({ is: 'SECURITY_POSTURE', says: 'How bad it would be once they are taken.', least: 1, order: true })
  residualImpact!: number;

  @Text({ is: 'SECURITY_POSTURE', says: 'Code of the post holder who bears what is left.', nullable: true })
  acceptedBy!: string | null;

  @Day({ is: 'SECURITY_POSTURE', says: 'When it is to be looked at again.', nullable: true, filter: true, order: true })
  reviewDueOn!: string | null;
}

const DEGREE_MAX = 5;

const assessRisk = create<RiskAssessment>()({
  field: 'assessRisk',
  says: 'Judges a risk to a post before and after what is done about it.',
  noun: 'assessment',
  inputSays: 'A judgement on a risk. It is labelled for the caller’s State, joined with the threat.',
  about: 'mission',
  sets: {
    mission: {},
    threat: { ofPost: true, required: false },
    vulnerability: { max: 4000 },
    likelihood: {},
    impact: { max: DEGREE_MAX },
    treatment: {},
    measures: { max: 50, each: 400 },
    residualLikelihood: {},
    residualImpact: { max: DEGREE_MAX },
    acceptedBy: { max: 40, required: false },
    reviewDueOn: { required: false },
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('assessRisk'),
  check: ({ impact, residualImpact }) => {
    if (residualImpact <= impact) return;
    throw new ClientError('INPUT_INVALID', '`residualImpact` is greater than `impact`', 'input.residualImpact');
  },
  complete: {
    reference: () => madeReference('RSK'),
    assessedAt: (_, { viewer: { now } }) => new Date(now),
  },
});

export const riskAssessments = aggregateOf(RiskAssessment, {
  one: 'riskAssessment',
  many: 'riskAssessments',
  noun: 'assessment of a risk',
  nouns: 'assessments of risks',
  watched: { posts: 'mission', actors: 'threat.actor', types: ['threat.type'] },
  commands: [
    assessRisk,
    retract<RiskAssessment>({
      field: 'retractRiskAssessment',
      record: 'assessment of a risk',
      law: lawOfCommand('retractRiskAssessment'),
    }),
  ],
});
