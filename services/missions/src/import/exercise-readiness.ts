import { PostHolder } from '../people/post-holder.js';
import { Assessment } from '../readiness/assessment.js';
import { CyberControl } from '../readiness/cyber-control.js';
import { ReadinessScore } from '../readiness/readiness-score.js';
import { Resource } from '../readiness/resource.js';
import { ResourceStock } from '../readiness/resource-stock.js';
import { SecurityPosture } from '../readiness/security-posture.js';
import { TrainingCourse } from '../readiness/training-course.js';
import { TrainingRecord } from '../readiness/training-record.js';
import type { ResourceKind, StockKind, TrainingModule, TrainingScheme } from '../readiness/vocabulary.js';
import { holderOf } from './exercise-people.js';
import { exerciseOf } from './exercise-set.js';
import { bySize, every } from './post-size.js';

const STOCKS: readonly (readonly [StockKind, string, number])[] = [
  ['WATER', 'litres', 900],
  ['FOOD', 'rations for a day', 200],
  ['FUEL', 'litres of diesel', 1200],
  ['MEDICAL_SUPPLIES', 'trauma kits', 12],
  ['BATTERIES', 'radio batteries', 60],
];
const RESOURCES: readonly (readonly [ResourceKind, string])[] = [
  ['TEAM', 'Four people trained to close doors, guide others out and count them'],
  ['EQUIPMENT', 'Satellite telephone with two charged batteries'],
  ['TRANSPORT', 'Armoured utility vehicle with driver'],
  ['EQUIPMENT', 'Generator on a trailer, 20 kVA'],
  ['SUPPLY', 'Stretchers, blankets and splints for ten'],
];
const COURSES: readonly (readonly [TrainingModule, string, TrainingScheme, string])[] = [
  ['HOSTILE_SITUATIONS', 'Hostile environment awareness, five days', 'HEAT', 'Everybody who is sent to the post'],
  ['VISITOR_VETTING', 'Documents, faces and lists at the gate', 'NATIONAL', 'Guards and receptionists'],
  ['EVACUATION', 'Leaving in order: wardens, counts and convoys', 'NATIONAL', 'Wardens'],
  ['SECURITY_AWARENESS', 'Safe in the field, online', 'BSAFE', 'Everybody at the post'],
  ['COMMUNICATION', 'Radio procedure when nothing else works', 'NATIONAL', 'Duty officers'],
];
const SYSTEMS = ['Visa network', 'Internal mail', 'Access control system', 'Public website'];

/** What posts have ready, and how ready they are. */
export const READINESS_SETS = [
  exerciseOf<ResourceStock>(ResourceStock, 'RST', bySize(2, 1), ({ at, handling, number, numberOfPost, day, pick }) => {
    const [kind, unit, most] = STOCKS[(numberOfPost(0, 4, 'stock') + at) % STOCKS.length] ?? fail();
    return {
      handling: handling('OWN', { secret: ['ResourceStock.location'] }),
      kind,
      quantity: number(Math.ceil(most / 4), most, 'quantity'),
      unit,
      location: pick(['Basement, behind the plant room', 'Garage, left of the ramp'], 'location'),
      readiness: pick(['R1', 'R1', 'R2', 'R3'] as const, 'readiness'),
      checkedOn: day(-number(3, 120, 'checked')),
      expiresOn: day(number(20, 900, 'expires')),
    };
  }),
  exerciseOf<Resource>(Resource, 'RES', bySize(2, 1), ({ at, handling, number, numberOfPost, day, pick }) => {
    const [kind, capability] = RESOURCES[(numberOfPost(0, 4, 'resource') + at) % RESOURCES.length] ?? fail();
    return {
      handling: handling('OWN'),
      kind,
      capability,
      quantity: number(1, 3, 'quantity'),
      readiness: pick(['R1', 'R2', 'R2', 'R4'] as const, 'readiness'),
      inspectedOn: day(-number(5, 200, 'inspected')),
      expiresOn: kind === 'SUPPLY' ? day(number(60, 700, 'expires')) : null,
    };
  }),
  exerciseOf<TrainingCourse>(TrainingCourse, 'TRC', bySize(2, 1), ({ at, handling, numberOfPost, pick }) => {
    const [module, title, scheme, requiredOf] = COURSES[(numberOfPost(0, 4, 'course') + at) % COURSES.length] ?? fail();
    return {
      handling: handling('OWN'),
      module,
      title,
      scheme,
      requiredOf,
      validityMonths: pick([12, 24, 36], 'months'),
    };
  }),
  exerciseOf<TrainingRecord>(TrainingRecord, 'TRR', bySize(2, 1), (making) => {
    const { at, day, number, linked, pick } = making;
    const done = -number(20, 700, 'done');
    return {
      handling: making.handling('OWN', { person: holderOf(making, at).mark }),
      completedOn: day(done),
      validUntil: day(done + 730),
      result: pick(['PASSED', 'PASSED', 'PASSED', 'ATTENDED', 'FAILED'] as const, 'result'),
      course: linked(TrainingCourse, at),
      postHolder: linked(PostHolder, at),
    };
  }),
  exerciseOf<ReadinessScore>(ReadinessScore, 'RDS', every(2), ({ at, handling, number, day }) => ({
    handling: handling('OWN'),
    scoredOn: day(-30 - at * 91),
    planCurrent: number(0, 4, 'plan') > 0,
    trainingPercent: number(45, 100, 'training'),
    exerciseAgeDays: number(10, 400, 'age'),
    openFindings: number(0, 9, 'findings'),
    score: number(40, 96, 'score'),
  })),
  exerciseOf<SecurityPosture>(SecurityPosture, 'SPO', every(1), ({ handling, number, day, pick }) => ({
    handling: handling('ANNOUNCED'),
    components: ['Wall and gates', 'Guard force', 'Cameras and detectors', 'Hard line doors', 'Refuge'],
    coveragePercent: number(62, 99, 'coverage'),
    inspectedOn: day(-number(20, 500, 'inspected')),
    deficiencies: [
      pick(
        [
          'The camera above the rear gate sees nothing after dark.',
          'The film on the windows of the second floor is past its date.',
          'The hard line door of the annex closes in eleven seconds, not in four.',
        ],
        'deficiency',
      ),
    ],
  })),
  exerciseOf<Assessment>(Assessment, 'ASM', every(1), ({ handling, number, day, pick }) => ({
    handling: handling('OWN'),
    topic: pick(['SECURITY_CULTURE', 'DECISION_MAKING', 'RESILIENCE'] as const, 'topic'),
    assessedOn: day(-number(30, 600, 'assessed')),
    answers: number(5, 60, 'answers'),
    score: number(48, 92, 'score'),
    summary: pick(
      [
        'Most report what looks odd; few hear what came of it.',
        'Everybody knows the refuge; half do not know who decides when the head is away.',
        'People challenge strangers in the corridor, and visitors in company less often.',
      ],
      'summary',
    ),
  })),
  exerciseOf<CyberControl>(CyberControl, 'CYC', bySize(2, 1), ({ at, handling, number, numberOfPost, day, pick }) => ({
    handling: handling('INSIDE'),
    system: SYSTEMS[(numberOfPost(0, 3, 'system') + at) % SYSTEMS.length] ?? 'Internal mail',
    function: pick(['PROTECT', 'DETECT', 'RECOVER', 'IDENTIFY'] as const, 'function'),
    measure: pick(
      [
        'Two factors at each sign-in, one of them a token.',
        'Copies each night, kept where no network reaches.',
        'Logs are read by somebody who does not run the system.',
      ],
      'measure',
    ),
    status: pick(['IMPLEMENTED', 'IMPLEMENTED', 'PARTIAL', 'PLANNED'] as const, 'status'),
    checkedOn: day(-number(4, 180, 'checked')),
  })),
];

function fail(): never {
  throw new RangeError('nothing to pick from');
}
