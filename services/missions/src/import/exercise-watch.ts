import { createHash } from 'node:crypto';
import { AlarmEvent } from '../watch/alarm-event.js';
import { Footage } from '../watch/footage.js';
import { GuardPost } from '../watch/guard-post.js';
import { SecurityTeam } from '../watch/security-team.js';
import { Sensor } from '../watch/sensor.js';
import { SuspiciousActivityReport } from '../watch/suspicious-activity-report.js';
import type { AlarmKind, AlarmSeverity } from '../watch/vocabulary.js';
import { exerciseOf, type Making } from './exercise-set.js';
import { bySize } from './post-size.js';

const PLACES = ['Main gate', 'Rear wall, opposite the car park', 'Roof', 'Lobby'];
const ALARMS: readonly {
  readonly kind: AlarmKind;
  readonly severity: AlarmSeverity;
  readonly zone: string;
  readonly cause: string;
}[] = [
  { kind: 'INTRUSION', severity: 'HIGH', zone: 'North wall, third field', cause: 'A cat on the wall.' },
  {
    kind: 'FORCED_DOOR',
    severity: 'MODERATE',
    zone: 'Service entrance',
    cause: 'The door was held open for a delivery.',
  },
  { kind: 'FIRE', severity: 'HIGH', zone: 'Kitchen', cause: 'Smoke from a pan; nobody was hurt.' },
  { kind: 'VEHICLE', severity: 'CRITICAL', zone: 'Vehicle gate', cause: 'A lorry turned at the barrier.' },
  { kind: 'DURESS', severity: 'CRITICAL', zone: 'Consular counter 2', cause: 'The button was touched while cleaning.' },
  {
    kind: 'UAS',
    severity: 'MODERATE',
    zone: 'Airspace above the courtyard',
    cause: 'A toy, flown from the park next door.',
  },
];
const SIGHTINGS: readonly ((place: string) => string)[] = [
  (place) => `The same grey car stopped near ${place} on three mornings; its driver photographed the shift change.`,
  (place) => `Two people measured the distance from the kerb to ${place} by counting their steps.`,
  (place) =>
    `A man asked the guard at ${place} when the ambassador leaves for the airport, and walked off when asked why.`,
];

const at = (text: string): string => `the ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
const alarmOf = ({ number }: Making) => ALARMS[number(0, ALARMS.length - 1, 'alarm')] ?? fail();

/** Who and what watches over posts, and what was seen. */
export const WATCH_SETS = [
  exerciseOf<SecurityTeam>(SecurityTeam, 'STM', bySize(2, 1), ({ at: which, handling, number, pick }) => ({
    handling: handling('ANNOUNCED', { secret: [] }),
    kind:
      which === 0
        ? 'LOCAL_GUARD_FORCE'
        : pick(['REGIONAL_SECURITY_OFFICE', 'CLOSE_PROTECTION', 'CONTRACT'] as const, 'kind'),
    strength: which === 0 ? number(6, 30, 'strength') : number(2, 8, 'strength'),
    shifts: which === 0 ? 3 : 2,
    armed: which !== 0,
    trainingStatus: pick(['CURRENT', 'CURRENT', 'DUE', 'LAPSED'] as const, 'training'),
  })),
  exerciseOf<GuardPost>(GuardPost, 'GPT', bySize(2, 1), ({ at: which, handling, number, pick, linked }) => ({
    handling: handling('INSIDE'),
    place: which === 0 ? 'Main gate' : pick(PLACES.slice(1), 'place'),
    strength: which === 0 ? number(2, 3, 'strength') : 1,
    hours: which === 0 ? 'Day and night' : '06:00 to 22:00',
    orders:
      'Let nobody in whose name is not on the list; ring the duty officer before any gate is opened to the fire service.',
    team: linked(SecurityTeam),
  })),
  exerciseOf<Sensor>(Sensor, 'SNS', bySize(2, 1), ({ at: which, handling, number, pick }) => {
    const isCamera = which === 0;
    return {
      handling: handling('INSIDE'),
      kind: isCamera ? 'CCTV' : pick(['PIDS', 'DURESS_BUTTON', 'DOOR_CONTACT', 'UAS_DETECTION'] as const, 'kind'),
      area: isCamera
        ? pick(['PERIMETER', 'PUBLIC'] as const, 'area')
        : pick(['PERIMETER', 'INTERIOR'] as const, 'area'),
      zone: isCamera ? 'Pavement before the main gate' : 'North wall, third field',
      basis: isCamera ? 'HOST_PERMISSION' : null,
      retentionDays: isCamera ? number(3, 30, 'days') : null,
      status: pick(['OPERATIONAL', 'OPERATIONAL', 'OPERATIONAL', 'DEGRADED', 'OFFLINE'] as const, 'status'),
    };
  }),
  exerciseOf<AlarmEvent>(AlarmEvent, 'ALM', bySize(2, 1), (making) => {
    const { post, at: which, handling, number, moment, linked, pick } = making;
    const { kind, severity, zone, cause } = alarmOf(making);
    const raised = -number(1, 400, 'raised') - which;
    const status =
      which === 0
        ? pick(['RAISED', 'ACKNOWLEDGED'] as const, 'status')
        : pick(['RESOLVED', 'FALSE_ALARM'] as const, 'end');
    const isSeen = status !== 'RAISED';
    return {
      handling: handling('OWN'),
      kind,
      severity,
      zone,
      raisedAt: moment(raised),
      status,
      acknowledgedBy: isSeen ? `${post.sendingState}.diplomatic-security` : null,
      acknowledgedAt: isSeen ? moment(raised + 0.05) : null,
      cause: which === 0 ? null : cause,
      sensor: linked(Sensor, which) ?? linked(Sensor),
    };
  }),
  exerciseOf<Footage>(Footage, 'FTG', bySize(1, 1), ({ post, handling, number, moment, day, linked }) => {
    const from = -number(3, 60, 'from');
    const ref = `vault/${post.key}/camera-1/${number(100_000, 999_999, 'file')}`;
    return {
      handling: handling('INSIDE', { tags: ['lawfulCollection'] }),
      ref,
      digest: `sha256:${createHash('sha256').update(ref).digest('hex')}`,
      recordedFrom: moment(from),
      recordedUntil: moment(from + 1),
      keptUntil: day(number(3, 30, 'kept')),
      basis: 'HOST_PERMISSION',
      sensor: linked(Sensor),
    };
  }),
  exerciseOf<SuspiciousActivityReport>(
    SuspiciousActivityReport,
    'SAR',
    bySize(1, 0),
    ({ handling, number, moment, linked, pick }) => {
      const place = pick(PLACES, 'place');
      return {
        handling: handling(pick(['HOST', 'OWN'] as const, 'release'), { tags: ['lawfulCollection'] }),
        observedAt: moment(-number(10, 700, 'seen')),
        place,
        text: pick(SIGHTINGS, 'sighting')(at(place)),
        passedTo: pick(['Police, through the foreign ministry', null], 'passed'),
        guardPost: linked(GuardPost),
      };
    },
  ),
];

function fail(): never {
  throw new RangeError('nothing to pick from');
}
