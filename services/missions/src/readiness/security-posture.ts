import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { dayOf } from '@chancery/shared/calendar';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Count, Day, Link, Text, Texts } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';

/** How a post is protected as a whole, as its last survey found it. */
@Recorded({
  name: 'SecurityPosture',
  prefix: 'spo',
  says: 'How a post is protected as a whole, as its last survey found it.',
  rules: ['coverage_percent <= 100'],
})
export class SecurityPosture extends Labelled {
  @Text({
    is: 'SECURITY_POSTURE',
    says: 'Readable key, for example SPO-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Texts({ is: 'SECURITY_POSTURE', says: 'What protects it.' })
  components!: string[];

  @Count({
    is: 'SECURITY_POSTURE',
    says: 'Of a hundred parts of the perimeter, how many are watched.',
    least: 0,
    order: true,
  })
  coveragePercent!: number;

  @Day({ is: 'SECURITY_POSTURE', says: 'Day of the survey.', filter: true, order: true })
  inspectedOn!: string;

  @Texts({ is: 'SECURITY_POSTURE', says: 'What is wanting.' })
  deficiencies!: string[];

  @Link(() => Mission, {
    is: 'SECURITY_POSTURE',
    says: 'The post.',
    filter: true,
    inverse: { field: 'securityPostures', is: 'EXISTENCE', says: 'Surveys of security of this post.' },
  })
  mission?: Mission | null;
}

export const securityPostures = aggregateOf(SecurityPosture, {
  one: 'securityPosture',
  many: 'securityPostures',
  noun: 'survey of security',
  nouns: 'surveys of security',
  watched: { posts: 'mission' },
  commands: keep<SecurityPosture>()({
    field: 'surveySecurity',
    of: 'SecurityPosture',
    says: 'Says how a post is protected as a whole, as a survey found it today.',
    sets: { components: { max: 50, each: 200 }, coveragePercent: { max: 100 }, deficiencies: { max: 50, each: 400 } },
    complete: { inspectedOn: (_, { viewer: { now } }) => dayOf(now) },
    law: lawOfCommand,
  }),
});
