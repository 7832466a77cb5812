import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { move } from '@chancery/shared/subgraph/aggregate/move-command';
import { Link, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { Mission } from '../mission.js';
import { Sensor } from './sensor.js';
import { AlarmKind, AlarmSeverity, AlarmStatus } from './vocabulary.js';

/** Alarm of a sensor. */
@Recorded({ name: 'AlarmEvent', prefix: 'alm', says: 'Alarm of a sensor.', rules: ['acknowledged_at >= raised_at'] })
export class AlarmEvent extends Labelled {
  @Text({
    is: 'SECURITY_POSTURE',
    says: 'Readable key, for example ALM-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Word(AlarmKind, { is: 'SECURITY_POSTURE', says: 'What it is about.', filter: true })
  kind!: AlarmKind;

  @Word(AlarmSeverity, { is: 'SECURITY_POSTURE', says: 'How bad that would be.', filter: true })
  severity!: AlarmSeverity;

  @Text({ is: 'SECURITY_POSTURE', says: 'Zone that it comes from.' })
  zone!: string;

  @Moment({ is: 'SECURITY_POSTURE', says: 'When it was raised.', filter: true, order: true })
  raisedAt!: Date;

  @Word(AlarmStatus, { is: 'SECURITY_POSTURE', says: 'Where it stands.', filter: true })
  status!: AlarmStatus;

  @Text({ is: 'SECURITY_POSTURE', says: 'Agency that acknowledged it.', nullable: true })
  acknowledgedBy!: string | null;

  @Moment({ is: 'SECURITY_POSTURE', says: 'When it was acknowledged.', nullable: true })
  acknowledgedAt!: Date | null;

  @Text({ is: 'SECURITY_POSTURE', says: 'What had raised it.', nullable: true })
  cause!: string | null;

  @Link(() => Sensor, {
    is: 'SECURITY_POSTURE',
    says: 'Which sensor.',
    filter: true,
    inverse: { field: 'alarms', is: 'EXISTENCE', says: 'Alarms of it.' },
  })
  sensor?: Sensor | null;

  @Link(() => Mission, {
    is: 'SECURITY_POSTURE',
    says: 'The post.',
    filter: true,
    inverse: { field: 'alarms', is: 'EXISTENCE', says: 'Alarms of this post.' },
  })
  mission?: Mission | null;
}

const acknowledgeAlarm = move<AlarmEvent>()({
  field: 'acknowledgeAlarm',
  says: 'Says that somebody has taken up an alarm.',
  noun: 'acknowledgement',
  inputSays: 'An alarm that nobody had taken up.',
  to: ['ACKNOWLEDGED'],
  sets: {},
  law: lawOfCommand('acknowledgeAlarm'),
  complete: {
    acknowledgedBy: (_, { viewer }) => viewer.profile.subject.agency,
    acknowledgedAt: (_, { viewer }) => new Date(viewer.now),
  },
});

const resolveAlarm = move<AlarmEvent>()({
  field: 'resolveAlarm',
  says: 'Says what had raised an alarm that was taken up.',
  noun: 'resolution',
  inputSays: 'What an alarm came to.',
  to: ['RESOLVED', 'FALSE_ALARM'],
  sets: { cause: { max: 1000 } },
  law: lawOfCommand('resolveAlarm'),
});

const raiseAlarm = create<AlarmEvent>()({
  field: 'raiseAlarm',
  says: 'Raises an alarm at a post, of a sensor or by hand.',
  noun: 'alarm',
  inputSays: 'An alarm that is raised now. It is labelled for the caller’s State, joined with the sensor.',
  about: 'mission',
  sets: {
    mission: {},
    sensor: { ofPost: true, required: false },
    kind: {},
    severity: {},
    zone: { max: 200 },
    synthetic: { says: 'Made for an exercise of this system, not real.', required: false },
  },
  law: lawOfCommand('raiseAlarm'),
  complete: { reference: () => madeReference('ALM'), raisedAt: (_, { viewer: { now } }) => new Date(now) },
});

export const alarms = aggregateOf(AlarmEvent, {
  one: 'alarm',
  many: 'alarms',
  noun: 'alarm',
  nouns: 'alarms',
  watched: { posts: 'mission', types: ['kind'] },
  events: [{ field: 'alarmRaised', says: 'An alarm that was raised or changed, as this caller sees it now.' }],
  states: {
    of: 'status',
    first: 'RAISED',
    moves: { RAISED: ['ACKNOWLEDGED'], ACKNOWLEDGED: ['RESOLVED', 'FALSE_ALARM'], RESOLVED: [], FALSE_ALARM: [] },
  },
  commands: [raiseAlarm, acknowledgeAlarm, resolveAlarm],
});
