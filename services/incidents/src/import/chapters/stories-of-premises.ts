import type { Story } from './stories.js';

export const FIRE_STORY: Story = {
  severity: 'MODERATE',
  offence: null,
  injured: 2,
  noticed: 'Smoke detector on the ground floor, confirmed by the guard on his round.',
  done: [
    'Staff left by both stairs; the roll call was complete after nine minutes.',
    'Power to the wing was cut at the main board.',
    'The fire was put out with two extinguishers before a brigade was let in.',
  ],
  responder: {
    agency: 'HOST_FIRE_SERVICE',
    ask: 'One engine to stand by at the gate; nobody enters until the head of post says so.',
    entry: 'NO_ENTRY',
  },
  protection: { measure: 'ROAD_CLOSURE', ask: 'Keep the street before the gate free for engines and ambulances.' },
  evidence: {
    kind: 'PHYSICAL_OBJECT',
    what: 'A charred socket strip with its cable.',
    place: 'Ground floor, east wing',
  },
  damage: {
    level: 'MINOR',
    part: 'Ground floor, east wing',
    text: 'One room burnt out, smoke in the corridor.',
    cost: 18_400,
  },
  decision: {
    question: 'Is the brigade of the host let in?',
    options: ['Consent to entry of four fire fighters', 'Put it out with what is at hand'],
    chosen: 'The brigade waits at the gate.',
    why: 'The fire is small and next to the archives; consent would be given at once if it reached the stairs.',
    basis: 'VCDR 22(1): no entry without consent, also in a fire',
  },
  review: {
    well: 'The roll call was complete in nine minutes.',
    badly: 'The brigade had an old plan of the gate and waited at the wrong one.',
    cause: 'An overloaded socket strip that no inspection had listed.',
  },
  lesson: {
    topic: 'HOST_LIAISON',
    seen: 'The brigade did not know who may consent to its entry.',
    lesson: 'Tell the brigade once a year by which gate it comes and whose word lets it in.',
  },
  recommended: ['Agree a meeting point with the fire service.', 'Inspect sockets in all rooms beside the archives.'],
  headline: 'A small fire at the post is out; nobody is in danger.',
  outlook: 'Public service resumes within two days.',
};

export const ENTRY_STORY: Story = {
  severity: 'MINOR',
  offence: 'VIOLENT_ATTACK_ON_PREMISES',
  injured: 0,
  noticed: 'The fence sensor on the garden side reported, and the camera showed one person.',
  done: [
    'The guard of the inner post stopped the man at the terrace.',
    'The building was locked down for twenty minutes.',
    'The man was walked to the gate and given over to the police there.',
  ],
  responder: {
    agency: 'HOST_POLICE',
    ask: 'Take a person over at the gate; the premises are not entered.',
    entry: 'NO_ENTRY',
  },
  protection: { measure: 'PATROLS', ask: 'Patrol the lane behind the garden wall at night.' },
  evidence: { kind: 'FOOTAGE', what: 'Four minutes of the garden camera.', place: 'Garden, north wall' },
  damage: {
    level: 'MINOR',
    part: 'Garden wall, north side',
    text: 'A strip of the wire on the wall is torn off.',
    cost: 900,
  },
  decision: {
    question: 'Is the man who asks for protection kept or given over?',
    options: ['Keep him until the ministry answers', 'Give him over at the gate'],
    chosen: 'He is given over, with a note of what he asked for.',
    why: 'Nothing points to a danger for his life, and the premises are not for stays.',
    basis: 'VCDR 41(3): premises are not used in a way that is incompatible with the functions of the mission',
  },
  review: {
    well: 'The guard used no force beyond a hand on the arm.',
    badly: 'The sensor had reported twice the week before, and both were written off as cats.',
    cause: 'A tree that had grown over the wall.',
  },
  lesson: {
    topic: 'ACCESS_CONTROL',
    seen: 'False alarms of one zone were closed without a look.',
    lesson: 'Look at the place after the second false alarm of a zone in a week.',
  },
  recommended: ['Cut back what grows over the wall.', 'Have each alarm closed with what was seen.'],
  headline: 'One person climbed into the garden of the post and was given over to the police.',
  outlook: 'No sign of others; patrols stay for two weeks.',
};

export const ARSON_STORY: Story = {
  severity: 'SEVERE',
  offence: 'VIOLENT_ATTACK_ON_PREMISES',
  injured: 0,
  noticed: 'A guard saw flames under a vehicle in the side street.',
  done: [
    'Two other vehicles were driven off.',
    'The side entrance was closed and the windows above it cleared.',
    'The footage of the street camera was copied and sealed.',
  ],
  responder: {
    agency: 'HOST_FIRE_SERVICE',
    ask: 'Put out a burning vehicle in the street and keep the remains for the police.',
    entry: 'NO_ENTRY',
  },
  protection: {
    measure: 'FIXED_POST',
    ask: 'Place two officers in the side street by night until the end of the month.',
  },
  evidence: { kind: 'TRACE_SAMPLE', what: 'Swab from the rear axle, smelling of petrol.', place: 'Side street, bay 3' },
  damage: {
    level: 'MAJOR',
    part: 'Side street, bay 3',
    text: 'One vehicle destroyed, paint of another blistered.',
    cost: 41_000,
  },
  decision: {
    question: 'May the police of the host examine the burnt vehicle?',
    options: ['Consent to an examination in the street', 'Bring it inside and examine it ourselves'],
    chosen: 'Consent to an examination in the street, in presence of the security officer.',
    why: 'Only the host can find who did it, and nothing in the vehicle is an archive.',
    basis: 'VCDR 22(3): means of transport are immune from search; the head of mission may consent',
  },
  review: {
    well: 'The other vehicles were away within three minutes.',
    badly: 'The side street had no light for six weeks.',
    cause: 'Parking outside the perimeter, for want of places inside.',
  },
  lesson: {
    topic: 'EARLY_WARNING',
    seen: 'Two slogans had been painted in the same street the week before.',
    lesson: 'Report slogans near a post like any other suspicious activity.',
  },
  recommended: ['Park no marked vehicle outside overnight.', 'Ask the city to mend the lights of the side street.'],
  headline: 'A vehicle of the post was set on fire in the street; nobody was hurt.',
  outlook: 'A repetition within the month is thought likely.',
};
