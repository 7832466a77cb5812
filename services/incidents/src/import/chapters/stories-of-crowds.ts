import type { Story } from './stories.js';

export const DRONE_STORY: Story = {
  severity: 'MODERATE',
  offence: 'ATTEMPT',
  injured: 0,
  noticed: 'Two guards heard a drone over the roof and saw something fall.',
  done: [
    'The courtyard was cleared and the top floor left.',
    'The canister was cordoned off and not touched.',
    'Both camera recordings were copied before they were overwritten.',
  ],
  responder: {
    agency: 'HOST_BOMB_DISPOSAL',
    ask: 'Two specialists to look at an object on the roof, in company of the security officer.',
    entry: 'EXPRESS_CONSENT',
  },
  protection: {
    measure: 'AIRSPACE_RESTRICTION',
    ask: 'Close the air below 150 metres over the block for unmanned aircraft.',
  },
  evidence: { kind: 'PHYSICAL_OBJECT', what: 'A spent smoke canister with a printed clip.', place: 'Roof, south side' },
  damage: { level: 'MINOR', part: 'Roof, south side', text: 'Scorched felt over one square metre.', cost: 1_250 },
  decision: {
    question: 'Are specialists of the host let on the roof?',
    options: ['Consent to two specialists by the outer stairs', 'Wait for specialists of our own'],
    chosen: 'Consent to two specialists, by the outer stairs, for one hour.',
    why: 'Our own are six hours away, and the outer stairs pass no office.',
    basis: 'VCDR 22(1): the head of mission may consent to entry',
  },
  review: {
    well: 'Consent was written down before the specialists came in.',
    badly: 'Nobody knew who in the ministry answers for the air.',
    cause: 'The roof cannot be seen from any guard post.',
  },
  lesson: {
    topic: 'HOST_LIAISON',
    seen: 'It took two hours to find the authority for the air.',
    lesson: 'Know the number of the authority for the air before the first drone.',
  },
  recommended: ['Add the authority for the air to the liaison list.', 'Place one camera that sees the roof.'],
  headline: 'A drone dropped a smoke canister on the post; nobody was hurt.',
  outlook: 'Copies are possible while the recording circulates.',
};

export const CROWD_STORY: Story = {
  severity: 'MODERATE',
  offence: 'VIOLENT_ATTACK_ON_PREMISES',
  injured: 3,
  noticed: 'The gate reported a crowd that grew from twenty to hundreds within half an hour.',
  done: [
    'The visa section was closed and visitors were led out by the side gate.',
    'Shutters on the street side were let down.',
    'The duty officer of the ministry was called for a cordon.',
  ],
  responder: {
    agency: 'HOST_POLICE',
    ask: 'A cordon thirty metres before the gate; officers stay outside.',
    entry: 'NO_ENTRY',
  },
  protection: { measure: 'CORDON', ask: 'Hold a cordon thirty metres before the gate until the square is empty.' },
  evidence: { kind: 'DIGITAL_COPY', what: 'Copy of the recordings of both gate cameras.', place: 'Gate' },
  damage: { level: 'MINOR', part: 'Visa entrance', text: 'One pane broken, paint on the shutters.', cost: 3_700 },
  decision: {
    question: 'Do staff stay in or leave?',
    options: ['Shelter in place', 'Leave by the side gate in two vehicles'],
    chosen: 'Shelter in place until the cordon stands.',
    why: 'The side street was not yet free, and the building holds.',
    basis: 'VCDR 22(2), 29: the host has the special duty to protect; the mission decides over its staff',
  },
  review: {
    well: 'Visitors were out before the first bottle.',
    badly: 'The call to the ministry went to an office that closes at five.',
    cause: 'The demonstration had been announced, and nobody had passed it on.',
  },
  lesson: {
    topic: 'COMMUNICATIONS',
    seen: 'The number in the plan was that of an office, not of a duty officer.',
    lesson: 'Call every number of the plan once a quarter, at night.',
  },
  recommended: ['Put duty officers, not offices, into the plan.', 'Follow announcements of demonstrations daily.'],
  headline: 'A crowd before the post has gone home; the cordon stays overnight.',
  outlook: 'Another demonstration is announced for the weekend.',
};

export const CYBER_STORY: Story = {
  severity: 'SEVERE',
  offence: null,
  injured: 0,
  noticed: 'The monthly review found a login of a contractor who had left in spring.',
  done: [
    'The account was closed and all others of its kind with it.',
    'The appointment system was taken off the network and copied.',
    'Visitors whose names were read were put on a list for a notice.',
  ],
  responder: {
    agency: 'HOST_POLICE',
    ask: 'Keep the records of the provider for the account; nothing is searched at the post.',
    entry: 'NO_ENTRY',
  },
  protection: { measure: 'INFORMATION', ask: 'Tell us of similar intrusions at other posts in the city.' },
  evidence: { kind: 'DIGITAL_COPY', what: 'Image of the disk of the appointment system.', place: 'Server room' },
  damage: {
    level: 'MINOR',
    part: 'Server room',
    text: 'No hardware is damaged; one system is set up anew.',
    cost: 12_600,
  },
  decision: {
    question: 'Is the system switched off or watched?',
    options: ['Switch it off at once', 'Watch for two days to see who it is'],
    chosen: 'It is switched off at once.',
    why: 'Names of visitors were being read every night; knowing who did it is worth less.',
    basis:
      'VCDR 24: archives and documents are inviolable wherever they are; data protection duties of the sending State',
  },
  review: {
    well: 'The classified network was kept apart, and was not reached.',
    badly: 'Accounts of contractors had no end date.',
    cause: 'No list said who had accounts and until when.',
  },
  lesson: {
    topic: 'CYBER',
    seen: 'An account lived on for months after its holder had left.',
    lesson: 'Give every account of a contractor an end date on the day it is made.',
  },
  recommended: ['Close accounts by the list of leavers each week.', 'Review logins weekly, not monthly.'],
  headline: 'An appointment system was read by somebody; it is off the network.',
  outlook: 'Attempts with the same names at other posts are likely.',
};

export const EVACUATION_STORY: Story = {
  severity: 'MINOR',
  offence: null,
  injured: 1,
  noticed: 'The mail room put a parcel without a sender aside and called the security officer.',
  done: [
    'The building was left by the garden; the roll call was complete after six minutes.',
    'The outer mail room was closed and its air shut off.',
    'Specialists found a broken clock, and the building was opened again.',
  ],
  responder: {
    agency: 'HOST_BOMB_DISPOSAL',
    ask: 'Examine a parcel in the outer mail room, which stands apart at the gate.',
    entry: 'EXPRESS_CONSENT',
  },
  protection: { measure: 'BARRIERS', ask: 'Close the pavement before the mail room while it is examined.' },
  evidence: { kind: 'PHYSICAL_OBJECT', what: 'Parcel, its wrapping and a broken clock.', place: 'Outer mail room' },
  damage: { level: 'NONE', part: 'Outer mail room', text: 'Nothing is damaged.', cost: 0 },
  decision: {
    question: 'When is the building opened again?',
    options: ['As soon as the parcel is out', 'After a round through all floors'],
    chosen: 'After a round through all floors.',
    why: 'A first parcel can be meant to draw everybody to one place.',
    basis: 'Emergency action plan, annex on parcels',
  },
  review: {
    well: 'The mail room stands apart, as the plan wants it.',
    badly: 'One visitor was forgotten in the waiting room.',
    cause: 'Visitors are on no roll call.',
  },
  lesson: {
    topic: 'EVACUATION',
    seen: 'The roll call counted staff alone.',
    lesson: 'Count badges of visitors with the roll call.',
  },
  recommended: ['Hand the list of visitors to whoever calls the roll.', 'Drill with visitors once a year.'],
  headline: 'The post was left for a parcel that was harmless, and is open again.',
  outlook: 'Nothing further is expected.',
};
