import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Day, Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { Mission } from '../mission.js';
import { BiometricBasis, BiometricModality } from './vocabulary.js';

/** That a biometric of somebody was enrolled, and on what ground. The template is in no record. */
@Recorded({
  name: 'BiometricEnrollment',
  prefix: 'bio',
  says: 'That a biometric of somebody was enrolled, and on what ground. The template is in no record.',
})
export class BiometricEnrollment extends Labelled {
  @Text({
    is: 'SECURITY_POSTURE',
    says: 'Readable key, for example BIO-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Text({ is: 'BIOMETRIC', says: 'Pseudonym of whose it is.', nullable: true, optional: true })
  subjectRef!: string | null;

  @Word(BiometricModality, { is: 'BIOMETRIC', says: 'What it measures.', nullable: true, optional: true, filter: true })
  modality!: BiometricModality | null;

  @Word(BiometricBasis, { is: 'BIOMETRIC', says: 'On what ground.', nullable: true, optional: true, filter: true })
  legalBasis!: BiometricBasis | null;

  @Day({
    is: 'BIOMETRIC',
    says: 'Day by which it is destroyed.',
    nullable: true,
    optional: true,
    filter: true,
    order: true,
  })
  retentionUntil!: string | null;

  @Link(() => Mission, {
    is: 'SECURITY_POSTURE',
    says: 'The post.',
    filter: true,
    inverse: { field: 'biometricEnrollments', is: 'EXISTENCE', says: 'Biometric enrolments of this post.' },
  })
  mission?: Mission | null;
}

export const biometricEnrollments = aggregateOf(BiometricEnrollment, {
  one: 'biometricEnrollment',
  many: 'biometricEnrollments',
  noun: 'biometric enrolment',
  nouns: 'biometric enrolments',
  commands: keep<BiometricEnrollment>()({
    field: 'enrolBiometric',
    of: 'BiometricEnrollment',
    says: 'Records that a biometric of somebody was enrolled, under a pseudonym that is drawn; the template is no part of it.',
    sets: {
      modality: { required: true },
      legalBasis: { required: true },
      retentionUntil: { required: true, time: 'AHEAD' },
    },
    complete: { subjectRef: () => madeReference('B') },
    law: lawOfCommand,
  }),
});
