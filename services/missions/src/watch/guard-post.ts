import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Count, Link, Text } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { SecurityTeam } from './security-team.js';

/** Place at which guards stand. */
@Recorded({ name: 'GuardPost', prefix: 'gpt', says: 'Place at which guards stand.' })
export class GuardPost extends Labelled {
  @Text({
    is: 'SECURITY_POSTURE',
    says: 'Readable key, for example GPT-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Text({ is: 'SECURITY_POSTURE', says: 'Where.', searchable: true })
  place!: string;

  @Count({ is: 'SECURITY_POSTURE', says: 'Guards at a time.', least: 0 })
  strength!: number;

  @Text({ is: 'SECURITY_POSTURE', says: 'When it is manned.' })
  hours!: string;

  @Text({ is: 'SECURITY_POSTURE', says: 'Standing orders of the place.' })
  orders!: string;

  @Link(() => SecurityTeam, {
    is: 'SECURITY_POSTURE',
    says: 'Team that mans it.',
    filter: true,
    inverse: { field: 'guardPosts', is: 'EXISTENCE', says: 'Guard posts of it.' },
  })
  team?: SecurityTeam | null;

  @Link(() => Mission, {
    is: 'SECURITY_POSTURE',
    says: 'The post.',
    filter: true,
    inverse: { field: 'guardPosts', is: 'EXISTENCE', says: 'Guard posts of this post.' },
  })
  mission?: Mission | null;
}

export const guardPosts = aggregateOf(GuardPost, {
  one: 'guardPost',
  many: 'guardPosts',
  noun: 'guard post',
  nouns: 'guard posts',
  commands: keep<GuardPost>()({
    field: 'postGuard',
    of: 'GuardPost',
    says: 'Sets a place at which guards stand.',
    sets: {
      team: { ofPost: true, required: false },
      place: { max: 400 },
      strength: { max: 1000 },
      hours: { max: 200 },
      orders: { max: 4000 },
    },
    law: lawOfCommand,
  }),
});
