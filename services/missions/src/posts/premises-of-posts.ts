import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Premises } from '../premises.js';
import { premisesCommands } from './premises-commands.js';

export const premises = aggregateOf(Premises, {
  one: 'premises',
  many: 'premisesOfPosts',
  noun: 'premises',
  nouns: 'premises',
  commands: premisesCommands,
});
