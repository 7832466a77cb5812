import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Link, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../references.js';
import { CyberFindingSeverity, CyberFindingStatus } from './vocabulary.js';

/** A weakness or trace of an attack in a system of a post, in the words of OCSF and STIX. */
@Recorded({
  name: 'CyberFinding',
  prefix: 'cyf',
  says: 'A weakness or trace of an attack in a system of a post, in the words of OCSF and STIX.',
  rules: ['resolved_at >= found_at'],
})
export class CyberFinding extends Labelled {
  @Text({ is: 'SECURITY_POSTURE', says: 'Readable key.', length: 40, filter: true, order: true, searchable: true })
  reference!: string;

  @Link(() => Mission, {
    is: 'SECURITY_POSTURE',
    says: 'The post.',
    filter: true,
    inverse: { field: 'cyberFindings', is: 'EXISTENCE', says: 'What was found in the systems of this post.' },
  })
  mission?: Mission | null;

  @Text({ is: 'SECURITY_POSTURE', says: 'Which system.' })
  system!: string;

  @Text({ is: 'SECURITY_POSTURE', says: 'What was found.', searchable: true })
  title!: string;

  @Word(CyberFindingSeverity, { is: 'SECURITY_POSTURE', says: 'How bad it is.', filter: true })
  severity!: CyberFindingSeverity;

  @Word(CyberFindingStatus, { is: 'SECURITY_POSTURE', says: 'Where it stands.', filter: true })
  status!: CyberFindingStatus;

  @Text({ is: 'SECURITY_POSTURE', says: 'Key of the weakness in the list of CVE, where it has one.', nullable: true })
  cve!: string | null;

  @Text({ is: 'INTEL_REPORT', says: 'Pattern that finds it, in the language of STIX.', nullable: true })
  pattern!: string | null;

  @Text({ is: 'SECURITY_POSTURE', says: 'What is to be done.' })
  remedy!: string;

  @Moment({ is: 'SECURITY_POSTURE', says: 'When it was found.', filter: true, order: true })
  foundAt!: Date;

  @Moment({ is: 'SECURITY_POSTURE', says: 'When it was remedied.', nullable: true, order: true })
  resolvedAt!: Date | null;
}

export const cyberFindings = aggregateOf(CyberFinding, {
  one: 'cyberFinding',
  many: 'cyberFindings',
  noun: 'finding',
  nouns: 'findings',
});
