import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { move } from '@chancery/shared/subgraph/aggregate/move-command';
import { Link, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { Incident, Mission } from '../references.js';
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

  @Link(() => Incident, {
    is: 'SECURITY_POSTURE',
    says: 'The incident in which it was found, where it was one.',
    inverse: { field: 'cyberFindings', is: 'EXISTENCE', says: 'What was found in systems in the course of it.' },
  })
  incident?: Incident | null;

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

const reportCyberFinding = create<CyberFinding>()({
  field: 'reportCyberFinding',
  says: 'Reports a weakness, or the trace of an attack, in a system of a post.',
  noun: 'finding',
  inputSays:
    'What was found in a system. It is labelled for the caller’s State, joined with the incident where one is named.',
  about: 'mission',
  sets: {
    mission: {},
    incident: { required: false },
    system: { max: 200 },
    title: { max: 400 },
    severity: {},
    cve: { max: 40, required: false },
    pattern: { max: 4000, required: false },
    remedy: { max: 4000 },
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('reportCyberFinding'),
  complete: {
    reference: () => madeReference('CYF'),
    foundAt: (_, { viewer: { now } }) => new Date(now),
  },
});

const advanceCyberFinding = move<CyberFinding>()({
  field: 'advanceCyberFinding',
  says: 'Says that somebody works on a finding, or that it is not followed up.',
  noun: 'change',
  inputSays: 'Where a finding stands now.',
  to: ['IN_PROGRESS', 'SUPPRESSED'],
  sets: {},
  law: lawOfCommand('advanceCyberFinding'),
});

const resolveCyberFinding = move<CyberFinding>()({
  field: 'resolveCyberFinding',
  says: 'Says that what was found has been remedied.',
  noun: 'resolution',
  inputSays: 'A finding that has been remedied.',
  to: ['RESOLVED'],
  sets: {},
  law: lawOfCommand('resolveCyberFinding'),
  complete: { resolvedAt: (_, { viewer: { now } }) => new Date(now) },
});

export const cyberFindings = aggregateOf(CyberFinding, {
  one: 'cyberFinding',
  many: 'cyberFindings',
  noun: 'finding',
  nouns: 'findings',
  watched: { posts: 'mission' },
  states: {
    of: 'status',
    first: 'NEW',
    moves: {
      NEW: ['IN_PROGRESS', 'SUPPRESSED', 'RESOLVED'],
      IN_PROGRESS: ['SUPPRESSED', 'RESOLVED'],
      SUPPRESSED: ['IN_PROGRESS'],
      RESOLVED: [],
    },
  },
  commands: [reportCyberFinding, advanceCyberFinding, resolveCyberFinding],
});
