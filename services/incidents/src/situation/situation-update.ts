import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { Moment, Text } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';

/** A short update between two situation reports. */
@Recorded({
  name: 'SituationUpdate',
  prefix: 'siu',
  says: 'A short update between two situation reports.',
})
export class SituationUpdate extends Labelled {
  @OfIncident('updates', 'RESPONSE_RECORD', 'Updates, as they came.')
  incident?: Incident | null;

  @Text({ is: 'RESPONSE_RECORD', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Moment({ is: 'RESPONSE_RECORD', says: 'When.', filter: true, order: true })
  at!: Date;

  @Text({ is: 'RESPONSE_RECORD', says: 'What has changed.', searchable: true })
  text!: string;

  @Text({ is: 'RESPONSE_RECORD', says: 'Code of the post holder who wrote it.' })
  authorRole!: string;
}

const updateSituation = create<SituationUpdate>()({
  field: 'updateSituation',
  says: 'Says what has changed since the last report of a situation.',
  noun: 'update',
  inputSays: 'What has changed. It is labelled for the caller’s State, joined with the incident.',
  about: 'incident',
  sets: {
    incident: {},
    text: { max: 2000 },
    authorRole: { max: 40 },
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('updateSituation'),
  complete: {
    reference: () => madeReference('SU'),
    at: (_, { viewer: { now } }) => new Date(now),
  },
});

export const situationUpdates = aggregateOf(SituationUpdate, {
  one: 'situationUpdate',
  many: 'situationUpdates',
  noun: 'update',
  nouns: 'updates',
  watched: { posts: 'incident.mission', types: ['incident.type'] },
  commands: [updateSituation],
});
