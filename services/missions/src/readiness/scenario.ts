import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { ScenarioVector } from './vocabulary.js';

/** Story that an exercise plays. */
@Recorded({ name: 'Scenario', prefix: 'scn', says: 'Story that an exercise plays.' })
export class Scenario extends Labelled {
  @Text({
    is: 'PREPAREDNESS',
    says: 'Readable key, for example SCN-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Word(ScenarioVector, { is: 'PREPAREDNESS', says: 'From where the threat comes.', filter: true })
  vector!: ScenarioVector;

  @Text({ is: 'PREPAREDNESS', says: 'Title.', searchable: true })
  title!: string;

  @Text({ is: 'PREPAREDNESS', says: 'How it begins.', searchable: true })
  narrative!: string;

  @Link(() => Mission, {
    is: 'PREPAREDNESS',
    says: 'The post.',
    filter: true,
    inverse: { field: 'scenarios', is: 'EXISTENCE', says: 'Scenarios of this post.' },
  })
  mission?: Mission | null;
}

export const scenarios = aggregateOf(Scenario, {
  one: 'scenario',
  many: 'scenarios',
  noun: 'scenario',
  nouns: 'scenarios',
  commands: keep<Scenario>()({
    field: 'writeScenario',
    of: 'Scenario',
    says: 'Writes the story that an exercise plays.',
    sets: { vector: {}, title: { max: 200 }, narrative: { max: 8000 } },
    law: lawOfCommand,
  }),
});
