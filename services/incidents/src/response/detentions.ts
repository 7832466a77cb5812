import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { retract } from '@chancery/shared/subgraph/aggregate/retract-command';
import { Detention } from './detention.js';
import {
  amendDetention,
  grantConsularAccess,
  informDetainee,
  opposeConsularNotice,
  recordConsularNotice,
  recordDetention,
  releaseDetainee,
  requestConsularNotice,
} from './detention-commands.js';

export const detentions = aggregateOf(Detention, {
  one: 'detention',
  many: 'detentions',
  noun: 'detention',
  nouns: 'detentions',
  watched: { posts: 'mission', types: ['incident.type'] },
  states: {
    of: 'wish',
    first: 'NOT_DECIDED',
    moves: { NOT_DECIDED: ['REQUESTED', 'OPPOSED'], REQUESTED: ['OPPOSED'], OPPOSED: ['REQUESTED'] },
  },
  commands: [
    recordDetention,
    amendDetention,
    informDetainee,
    requestConsularNotice,
    opposeConsularNotice,
    recordConsularNotice,
    grantConsularAccess,
    releaseDetainee,
    retract<Detention>({ field: 'retractDetention', record: 'detention', law: lawOfCommand('retractDetention') }),
  ],
});
