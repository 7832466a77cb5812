import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Count, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';

const ATTACK_MEANSS = [
  'VEHICLE_BOMB',
  'SUICIDE_VEST',
  'SMALL_ARMS',
  'INDIRECT_FIRE',
  'DRONE',
  'INCENDIARY',
  'CROWD',
  'BREACHING_TOOLS',
] as const;
/** What was used. */
export const AttackMeans = defineEnum('AttackMeans', 'What was used.', ATTACK_MEANSS, 'an attack means');
export type AttackMeans = keyof typeof AttackMeans;

/** One phase of an attack that had several. */
@Recorded({
  name: 'AttackPhase',
  prefix: 'aph',
  says: 'One phase of an attack that had several.',
})
export class AttackPhase extends Labelled {
  @OfIncident('phases', 'INCIDENT_FACT', 'Its phases, one after the other.')
  incident?: Incident | null;

  @Text({ is: 'INCIDENT_FACT', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Count({ is: 'INCIDENT_FACT', says: 'Place among them.', least: 1, order: true })
  position!: number;

  @Moment({ is: 'INCIDENT_FACT', says: 'When it began.', order: true })
  startedAt!: Date;

  @Word(AttackMeans, { is: 'INCIDENT_FACT', says: 'What was used.', filter: true })
  means!: AttackMeans;

  @Text({ is: 'INCIDENT_FACT', says: 'What happened.', searchable: true })
  text!: string;
}

export const attackPhases = aggregateOf(AttackPhase, {
  one: 'attackPhase',
  many: 'attackPhases',
  noun: 'phase of an attack',
  nouns: 'phases of attacks',
  watched: { posts: 'incident.mission', types: ['means', 'incident.type'] },
  commands: keep<AttackPhase>()({
    field: 'recordAttackPhase',
    of: 'AttackPhase',
    says: 'Records one phase of an attack that had several.',
    sets: { position: { max: 100 }, startedAt: { time: 'PAST' }, means: {}, text: { max: 4000 } },
    about: 'incident',
    law: lawOfCommand,
  }),
});
