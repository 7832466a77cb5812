import { Exercise } from '../readiness/exercise.js';
import { Finding } from '../readiness/finding.js';
import { Inject } from '../readiness/inject.js';
import { Scenario } from '../readiness/scenario.js';
import type { ExerciseStatus, ExerciseType, ScenarioVector } from '../readiness/vocabulary.js';
import { exerciseOf, type Making } from './exercise-set.js';
import { bySize, every } from './post-size.js';

const STORIES: readonly (readonly [ScenarioVector, string, string])[] = [
  [
    'CROWD',
    'The square fills',
    'A march that was to end at the parliament turns towards the post; stones are carried.',
  ],
  [
    'VEHICLE',
    'A van that will not move',
    'A van stands before the gate with its engine running; nobody is at the wheel.',
  ],
  ['CYBER', 'The screens go dark', 'Visa clerks cannot sign in, and a note on each screen asks for money.'],
  ['NATURAL', 'Shaking before dawn', 'An earthquake of magnitude 6.8; the front stair cannot be used.'],
];
const INJECTS: readonly (readonly [string, string])[] = [
  ['The gate rings: the street is blocked on both sides.', 'The duty officer starts the cascade within three minutes.'],
  ['A caller says that a package was left in the waiting room.', 'The room is cleared; nobody touches the package.'],
  ['The ministry’s duty desk does not answer.', 'The police are asked directly, and the ministry is told in writing.'],
];
const WANTING: readonly (readonly [string, string])[] = [
  ['Two wardens had a list of last year.', 'Print the lists on the first of each month.'],
  ['The refuge’s radio was not charged.', 'Put its charge on the weekly checklist.'],
  [
    'Nobody but the head knew who may let the fire service in.',
    'Name a deputy for that decision in the plan, and tell the guards.',
  ],
];

interface Played {
  readonly type: ExerciseType;
  readonly status: ExerciseStatus;
  readonly days: number;
}

function playedOf({ number, pick }: Making): Played {
  const type = pick<ExerciseType>(['TABLETOP', 'DRILL', 'FUNCTIONAL', 'FULL_SCALE', 'WORKSHOP'], 'type');
  const status = pick<ExerciseStatus>(['PLANNED', 'EVALUATED', 'CONDUCTED', 'UNDERWAY'], 'status');
  const days = status === 'PLANNED' ? number(5, 90, 'ahead') : status === 'UNDERWAY' ? 0 : -number(4, 300, 'ago');
  return { type, status, days };
}

/** Exercises that posts have held, hold and plan. */
export const EXERCISES_SETS = [
  exerciseOf<Scenario>(Scenario, 'SCN', every(1), ({ handling, number }) => {
    const [vector, title, narrative] = STORIES[number(0, 3, 'story')] ?? fail();
    return { handling: handling('OWN'), vector, title, narrative };
  }),
  exerciseOf<Exercise>(Exercise, 'EXR', every(1), (making) => {
    const { type, status, days } = playedOf(making);
    return {
      handling: making.handling('HOST'),
      type,
      status,
      scheduledOn: making.day(days),
      objective: 'To see whether everybody knows the way out, who counts, and who decides.',
      participants: ['Head of post', 'Security officer', 'Wardens', 'Police of the district'],
      scenario: making.linked(Scenario),
    };
  }),
  exerciseOf<Inject>(Inject, 'INJ', bySize(2, 1), (making) => {
    const { at, handling, number, numberOfPost, moment, linked } = making;
    const [text, expectedAction] = INJECTS[(numberOfPost(0, 2, 'inject') + at) % INJECTS.length] ?? fail();
    const isGiven = at === 0 && number(0, 1, 'given') === 1;
    return {
      handling: handling('OWN'),
      minute: 5 + at * 20 + number(0, 9, 'minute'),
      text,
      expectedAction,
      status: isGiven ? 'DELIVERED' : 'PENDING',
      injectedAt: isGiven ? moment(-number(1, 200, 'hours')) : null,
      exercise: linked(Exercise),
    };
  }),
  exerciseOf<Finding>(Finding, 'FND', bySize(2, 1), ({ at, handling, number, numberOfPost, day, linked, pick }) => {
    const [text, recommendation] = WANTING[(numberOfPost(0, 2, 'wanting') + at) % WANTING.length] ?? fail();
    const isClosed = number(0, 2, 'closed') === 0;
    const isOfExercise = at === 0;
    return {
      handling: handling('OWN'),
      source: isOfExercise ? 'EXERCISE' : pick(['INSPECTION', 'INCIDENT'] as const, 'source'),
      severity: pick(['OBSERVATION', 'MINOR', 'MAJOR', 'CRITICAL'] as const, 'severity'),
      text,
      recommendation,
      ownerOffice: 'Security officer',
      dueOn: day(number(-20, 120, 'due')),
      closedOn: isClosed ? day(-number(1, 60, 'closed on')) : null,
      exercise: isOfExercise ? linked(Exercise) : null,
    };
  }),
];

function fail(): never {
  throw new RangeError('nothing to pick from');
}
