import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { Count, Flag, Moment, Text } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';

/** Casualties of an incident as counts, in the terms of EDXL-SitRep. */
@Recorded({
  name: 'CasualtySummary',
  prefix: 'csm',
  says: 'Casualties of an incident as counts, in the terms of EDXL-SitRep.',
})
export class CasualtySummary extends Labelled {
  @OfIncident('casualties', 'INCIDENT_FACT', 'Casualties, as counted over time.')
  incident?: Incident | null;

  @Text({ is: 'INCIDENT_FACT', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Moment({ is: 'INCIDENT_FACT', says: 'As of when.', order: true })
  countedAt!: Date;

  @Count({ is: 'INCIDENT_FACT', says: 'Dead.', least: 0 })
  dead!: number;

  @Count({ is: 'INCIDENT_FACT', says: 'Injured.', least: 0, order: true })
  injured!: number;

  @Count({ is: 'INCIDENT_FACT', says: 'Missing.', least: 0, order: true })
  missing!: number;

  @Count({ is: 'INCIDENT_FACT', says: 'Accounted for and unhurt.', least: 0, order: true })
  accountedFor!: number;

  @Flag({ is: 'INCIDENT_FACT', says: 'Whether a second source has confirmed it.', filter: true })
  isConfirmed!: boolean;

  @Text({ is: 'HEALTH', says: 'State of the injured, in words, without persons.', nullable: true })
  conditions!: string | null;
}

const countCasualties = create<CasualtySummary>()({
  field: 'countCasualties',
  says: 'Says how many were hurt, as counts.',
  noun: 'count',
  inputSays: 'Casualties as counted now. It is labelled for the caller’s State, joined with the incident.',
  about: 'incident',
  sets: {
    incident: {},
    dead: { max: 1_000_000 },
    injured: { max: 1_000_000 },
    missing: { max: 1_000_000 },
    accountedFor: { max: 1_000_000 },
    isConfirmed: {},
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('countCasualties'),
  complete: {
    reference: () => madeReference('Q'),
    countedAt: (_, { viewer: { now } }) => new Date(now),
  },
});

export const casualtySummaries = aggregateOf(CasualtySummary, {
  one: 'casualtySummary',
  many: 'casualtySummaries',
  noun: 'count of casualties',
  nouns: 'counts of casualties',
  watched: { posts: 'incident.mission', types: ['incident.type'] },
  commands: [countCasualties],
});
