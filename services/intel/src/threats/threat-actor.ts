import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { regrade } from '@chancery/shared/subgraph/aggregate/regrade-command';
import { Day, State, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../references.js';
import { ActorSophistication, AttackMotivation, ThreatActorType } from './vocabulary.js';

/** A hostile group or kind of person, as a State keeps it on file for its posts, in the words of STIX 2.1. */
@Recorded({
  name: 'ThreatActor',
  prefix: 'tac',
  says: 'A hostile group or kind of person, as a State keeps it on file for its posts, in the words of STIX 2.1.',
})
export class ThreatActor extends Labelled {
  @Text({ is: 'INTEL_REPORT', says: 'Readable key.', length: 40, filter: true, order: true, searchable: true })
  reference!: string;

  @Text({
    is: 'INTEL_REPORT',
    says: 'Name that it is filed under.',
    length: 80,
    filter: true,
    order: true,
    searchable: true,
  })
  alias!: string;

  @Word(ThreatActorType, { is: 'INTEL_REPORT', says: 'What kind of actor it is.', filter: true })
  type!: ThreatActorType;

  @Word(AttackMotivation, { is: 'INTEL_REPORT', says: 'What drives it.', filter: true })
  motivation!: AttackMotivation;

  @Word(ActorSophistication, { is: 'INTEL_REPORT', says: 'What it is able to do.', filter: true })
  sophistication!: ActorSophistication;

  @Text({ is: 'INTEL_REPORT', says: 'What it has done and can do.' })
  capability!: string;

  @Text({ is: 'INTEL_REPORT', says: 'What it wants.' })
  intent!: string;

  @State({ is: 'INTEL_SOURCE', says: 'State that it acts for or from.', nullable: true, optional: true })
  originCountry!: string | null;

  @Day({ is: 'INTEL_REPORT', says: 'When it was first seen.', order: true })
  firstSeenOn!: string;

  @Day({ is: 'INTEL_REPORT', says: 'When it was last seen.', nullable: true, order: true })
  lastSeenOn!: string | null;
}

export const threatActors = aggregateOf(ThreatActor, {
  one: 'threatActor',
  many: 'threatActors',
  noun: 'actor',
  nouns: 'actors',
  watched: { actors: 'id', types: ['type'] },
  commands: [
    ...keep<ThreatActor>()({
      field: 'nameActor',
      of: 'ThreatActor',
      says: 'Names a hostile group or kind of person, as the State keeps it on file for its posts; never a person by name.',
      sets: {
        alias: {},
        type: {},
        motivation: {},
        sophistication: {},
        capability: { max: 4000 },
        intent: { max: 4000 },
        originCountry: {},
        firstSeenOn: { time: 'PAST' },
        lastSeenOn: { time: 'PAST' },
      },
      onAccountOf: () => Mission,
      law: lawOfCommand,
    }),
    regrade<ThreatActor>({ field: 'regradeThreatActor', record: 'actor', law: lawOfCommand('regradeThreatActor') }),
  ],
});
