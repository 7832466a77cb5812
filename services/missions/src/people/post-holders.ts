import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { PostHolder } from './post-holder.js';
import { postHolderCommands } from './post-holder-commands.js';

export const postHolders = aggregateOf(PostHolder, {
  one: 'postHolder',
  many: 'postHolders',
  noun: 'post holder',
  nouns: 'post holders',
  states: {
    of: 'acceptability',
    first: 'NOTIFIED',
    moves: {
      NOTIFIED: ['AGREED', 'NON_GRATA', 'NOT_ACCEPTABLE'],
      AGREED: ['NON_GRATA', 'NOT_ACCEPTABLE'],
      // A receiving State may think better of it.
      NON_GRATA: ['AGREED'],
      NOT_ACCEPTABLE: ['AGREED'],
    },
  },
  commands: postHolderCommands,
});
