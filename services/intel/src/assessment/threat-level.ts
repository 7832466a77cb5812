import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { dayOf } from '@chancery/shared/calendar';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { tells } from '@chancery/shared/subgraph/aggregate/tells';
import { Day, Link, State, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { Mission } from '../references.js';
import { priorityOf } from './priority.js';
import { ThreatAssessment } from './threat-assessment.js';
import { ThreatPriority } from './vocabulary.js';

/** How pressing a threat to a post is, in one word that may be told where what it is judged by may not. */
@Recorded({
  name: 'ThreatLevel',
  prefix: 'tlv',
  says: 'How pressing a threat to a post is, in one word that may be told where what it is judged by may not.',
})
export class ThreatLevel extends Labelled {
  @Text({ is: 'THREAT', says: 'Readable key.', length: 40, filter: true, order: true, searchable: true })
  reference!: string;

  @Link(() => Mission, {
    is: 'THREAT',
    says: 'The post.',
    filter: true,
    inverse: { field: 'threatLevels', is: 'EXISTENCE', says: 'How pressing threats to this post were said to be.' },
  })
  mission?: Mission | null;

  @Word(ThreatPriority, { is: 'THREAT', says: 'How soon it is to be dealt with.', filter: true })
  priority!: ThreatPriority;

  @State({ is: 'THREAT', says: 'State that was told.', filter: true })
  toldTo!: string;

  @Day({ is: 'THREAT', says: 'Day on which it was told.', filter: true, order: true })
  toldOn!: string;
}

const tellThreatLevel = create<ThreatLevel>()({
  field: 'tellThreatLevel',
  says: 'Tells another State how pressing a threat to a post is, in one word of a judgement that it may not read.',
  noun: 'level',
  inputSays:
    'A judgement, and the State that is told its word. What is told is labelled for the caller’s State and that one, and not like the judgement.',
  about: 'mission',
  sets: { mission: {}, toldTo: {} },
  law: lawOfCommand('tellThreatLevel'),
  tells: tells<ThreatLevel>()({
    argument: 'assessment',
    says: 'The judgement, which the caller’s agency must have made; nothing of it but the word is kept here.',
    of: () => ThreatAssessment,
    from: ['credibility', 'impact'],
    sets: ['priority'],
    by: ({ credibility, impact }) => ({ priority: priorityOf(credibility, impact) }),
  }),
  addressees: ({ toldTo }) => [toldTo],
  complete: {
    reference: () => madeReference('TL'),
    toldOn: (_, { viewer: { now } }) => dayOf(now),
  },
});

export const threatLevels = aggregateOf(ThreatLevel, {
  one: 'threatLevel',
  many: 'threatMatrix',
  noun: 'level',
  nouns: 'levels',
  watched: { posts: 'mission', as: { one: 'threatLevel', many: 'matchingThreatLevels' } },
  commands: [tellThreatLevel],
});
