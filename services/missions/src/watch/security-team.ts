import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Count, Flag, Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { SecurityTeamKind, TrainingStatus } from './vocabulary.js';

/** Those who guard a post, as one team. */
@Recorded({ name: 'SecurityTeam', prefix: 'stm', says: 'Those who guard a post, as one team.' })
export class SecurityTeam extends Labelled {
  @Text({
    is: 'SECURITY_POSTURE',
    says: 'Readable key, for example STM-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Word(SecurityTeamKind, { is: 'SECURITY_POSTURE', says: 'What it is.', filter: true })
  kind!: SecurityTeamKind;

  @Count({ is: 'SECURITY_POSTURE', says: 'How many belong to it.', least: 0, order: true })
  strength!: number;

  @Count({ is: 'SECURITY_POSTURE', says: 'Shifts in a day.', least: 0 })
  shifts!: number;

  @Flag({ is: 'SECURITY_POSTURE', says: 'Whether it bears arms, as far as the receiving State allows.' })
  armed!: boolean;

  @Word(TrainingStatus, { is: 'PREPAREDNESS', says: 'How current its training is.', filter: true })
  trainingStatus!: TrainingStatus;

  @Link(() => Mission, {
    is: 'SECURITY_POSTURE',
    says: 'The post.',
    filter: true,
    inverse: { field: 'securityTeams', is: 'EXISTENCE', says: 'Security teams of this post.' },
  })
  mission?: Mission | null;
}

export const securityTeams = aggregateOf(SecurityTeam, {
  one: 'securityTeam',
  many: 'securityTeams',
  noun: 'security team',
  nouns: 'security teams',
  commands: keep<SecurityTeam>()({
    field: 'registerSecurityTeam',
    of: 'SecurityTeam',
    says: 'Registers those who guard a post, as one team.',
    sets: { kind: {}, strength: { max: 10_000 }, shifts: { max: 24 }, armed: {}, trainingStatus: {} },
    law: lawOfCommand,
  }),
});
