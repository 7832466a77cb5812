import { ActionCard } from '../plans/action-card.js';
import { Checklist } from '../plans/checklist.js';
import { CommsChannel } from '../plans/comms-channel.js';
import { CommsPlan } from '../plans/comms-plan.js';
import { ContinuityPlan } from '../plans/continuity-plan.js';
import { EmergencyActionPlan } from '../plans/emergency-action-plan.js';
import { EvacuationPlan } from '../plans/evacuation-plan.js';
import { LiaisonContact } from '../plans/liaison-contact.js';
import { NotificationTree } from '../plans/notification-tree.js';
import { PlanAnnex } from '../plans/plan-annex.js';
import type { CommsMedium, PaceTier, PlanScenario } from '../plans/vocabulary.js';
import { exerciseOf, type Making } from './exercise-set.js';
import { bySize, every, isConsular } from './post-size.js';

const CHANNELS: readonly (readonly [PaceTier, CommsMedium])[] = [
  ['PRIMARY', 'SECURE_NETWORK'],
  ['ALTERNATE', 'MOBILE_TELEPHONE'],
  ['EMERGENCY', 'HF_RADIO'],
];
const TRIPWIRES: Readonly<Record<string, readonly string[]>> = {
  CIVIL_UNREST: [
    'A crowd of more than 500 within 200 metres: close the consular section and send visitors out by the rear gate.',
    'Police withdraw from the street: everybody inside, hard line doors shut.',
  ],
  ARMED_ATTACK: [
    'Shots heard at the gate: lock down, all to the refuge, call the host’s police through the ministry’s duty line.',
  ],
  FIRE: [
    'Two smoke detectors of one floor: clear the building and let the head of post decide on entry of the fire service.',
  ],
  BOMB_THREAT: [
    'A call that names the building: clear the side towards the street, look for what does not belong there.',
  ],
};
const SCENARIOS: readonly PlanScenario[] = ['CIVIL_UNREST', 'ARMED_ATTACK', 'FIRE', 'BOMB_THREAT'];
const REFUGES = ['AUT', 'CHE', 'CYP', 'JOR', 'KEN', 'SGP'];

const headOf = ({ post }: Making): string => (isConsular(post) ? 'Head of post' : 'Head of mission');
const scenarioOf = ({ numberOfPost, at }: Making): PlanScenario =>
  SCENARIOS[(numberOfPost(0, 3, 'scenario') + at) % SCENARIOS.length] ?? 'FIRE';

/** What posts have planned. */
export const PLANS_SETS = [
  exerciseOf<CommsPlan>(CommsPlan, 'CPL', every(1), (making) => ({
    handling: making.handling('OWN'),
    title: 'Communications of the post',
    version: making.number(1, 6, 'version'),
    approvedBy: headOf(making),
    reviewDue: making.day(making.number(-40, 300, 'review')),
    instruction:
      'Go over to the next tier when two calls in five minutes are not answered; go back when the first tier has held for an hour.',
  })),
  exerciseOf<CommsChannel>(CommsChannel, 'CCH', bySize(3, 1), ({ at, handling, number, moment, linked, pick }) => {
    const [tier, medium] = CHANNELS[at] ?? CHANNELS[0] ?? fail();
    const isRadio = medium === 'HF_RADIO';
    return {
      handling: handling('OWN', {
        secret: ['CommsChannel.keyRef', 'CommsChannel.netId'],
        tags: isRadio ? ['wirelessConsented'] : [],
      }),
      tier,
      medium,
      netId: isRadio
        ? `Net ${number(11, 99, 'net')}, ${number(3, 9, 'mhz')}.${number(100, 999, 'khz')} MHz`
        : `Line ${number(100, 999, 'line')}`,
      callSign: isRadio ? pick(['HERON', 'ALDER', 'QUARTZ', 'LANTERN'], 'sign') : null,
      keyRef: medium === 'MOBILE_TELEPHONE' ? null : `KM-${number(1000, 9999, 'key')}`,
      consentRef: isRadio ? `Note verbale ${number(100, 999, 'note')}/2024` : null,
      testedAt: moment(-number(5, 900, 'tested')),
      status: pick(['UP', 'UP', 'UP', 'DEGRADED', 'UNTESTED'] as const, 'status'),
      plan: linked(CommsPlan),
    };
  }),
  exerciseOf<NotificationTree>(NotificationTree, 'NTR', every(1), (making) => ({
    handling: making.handling('OWN'),
    name: 'Duty cascade',
    trigger: 'Any tripwire of an emergency action plan',
    roles: ['Duty officer', headOf(making), 'Security officer', 'Wardens of the community'],
    minutes: making.number(10, 45, 'minutes'),
    testedOn: making.day(-making.number(5, 200, 'tested')),
    channel: making.linked(CommsChannel),
  })),
  exerciseOf<LiaisonContact>(LiaisonContact, 'LIA', every(2), ({ at, handling, number }) => ({
    handling: handling('HOST', { secret: ['LiaisonContact.channel'] }),
    authority: at === 0 ? 'FOREIGN_MINISTRY' : 'POLICE',
    office: at === 0 ? 'Protocol, duty desk' : 'Protection of diplomatic premises, watch commander',
    channel: `Direct line ${number(20, 99, 'line')}, day and night`,
    agreedScope:
      at === 0
        ? 'Takes requests for protection at any hour and passes them on.'
        : 'Patrols on demand; nobody enters before the head of post has said so.',
  })),
  exerciseOf<EmergencyActionPlan>(EmergencyActionPlan, 'EAP', bySize(2, 1), (making) => {
    const scenario = scenarioOf(making);
    const status = making.pick(['APPROVED', 'APPROVED', 'APPROVED', 'UNDER_REVIEW', 'DRAFT'] as const, 'status');
    return {
      handling: making.handling('ANNOUNCED'),
      scenario,
      version: making.number(1, 9, 'version'),
      status,
      approvedBy: status === 'DRAFT' ? null : headOf(making),
      approvedOn: status === 'DRAFT' ? null : making.day(-making.number(30, 400, 'approved')),
      reviewDue: making.day(making.number(-60, 330, 'review')),
      tripwires: [...(TRIPWIRES[scenario] ?? [])],
    };
  }),
  exerciseOf<PlanAnnex>(PlanAnnex, 'PAX', bySize(2, 1), ({ at, handling, linked }) => ({
    handling: handling('INSIDE'),
    kind: at === 0 ? 'DRAWDOWN' : 'DESTRUCTION',
    title: at === 0 ? 'Drawdown of staff' : 'Destruction of what must not be found',
    text:
      at === 0
        ? 'Families leave first, then whoever is not named in the list of the last ten; the head of post decides each step.'
        : 'Keys first, then visa foils, then the registry; two people sign for each. Forty minutes with both machines.',
    plan: linked(EmergencyActionPlan),
  })),
  exerciseOf<ActionCard>(ActionCard, 'ACD', bySize(2, 1), ({ at, handling, number, linked }) => ({
    handling: handling('OWN'),
    trigger: at === 0 ? 'The duress alarm sounds' : 'The gate reports a crowd',
    ownerOffice: at === 0 ? 'Guard commander' : 'Duty officer',
    steps:
      at === 0
        ? [
            'Shut the hard line doors.',
            'Ring the duty officer.',
            'Count who is inside.',
            'Wait for the word of the head of post.',
          ]
        : ['Look from the roof, not from the gate.', 'Ring the ministry’s duty desk.', 'Start the duty cascade.'],
    minutes: number(3, 15, 'minutes'),
    plan: linked(EmergencyActionPlan),
  })),
  exerciseOf<Checklist>(Checklist, 'CHK', every(1), ({ handling, number, day, pick }) => ({
    handling: handling('OWN'),
    title: pick(['Monthly check of the emergency store', 'Weekly check of doors and alarms'], 'title'),
    ownerOffice: 'Security officer',
    items: [
      'Every door closes and locks.',
      'Every alarm button was pressed once.',
      'Water and fuel are as the list says.',
    ],
    everyDays: pick([7, 30], 'days'),
    doneOn: day(-number(1, 40, 'done')),
  })),
  exerciseOf<EvacuationPlan>(EvacuationPlan, 'EVP', every(1), ({ post, handling, number, day, pick }) => {
    const refuge = pick(
      REFUGES.filter((state) => !post.receivingStates.includes(state)),
      'refuge',
    );
    return {
      handling: handling('HOST', { secret: ['EvacuationPlan.routes'] }),
      mode: pick(['AUTHORIZED_DEPARTURE', 'ORDERED_DEPARTURE', 'SHELTER_IN_PLACE', 'RELOCATION'] as const, 'mode'),
      assemblyPoints: ['Car park of the school', `Hotel by the station${post.city === null ? '' : ` of ${post.city}`}`],
      capacity: number(12, 240, 'capacity'),
      routes: ['By road to the airport, in three convoys', 'By rail to the border, when the airport is shut'],
      destination: post.sendingState,
      transitStates: [refuge],
      reviewDue: day(number(-30, 330, 'review')),
    };
  }),
  exerciseOf<ContinuityPlan>(ContinuityPlan, 'COP', every(1), (making) => ({
    handling: making.handling('OWN', { secret: ['ContinuityPlan.alternateSite'] }),
    essentialFunctions: ['Help to nationals in distress', 'Reports to the capital', 'Emergency travel documents'],
    alternateSite: making.pick(
      ['Residence of the deputy head', 'Two rooms at a partner’s embassy', 'Consulate in the next city'],
      'site',
    ),
    successionOrder: [headOf(making), 'Deputy head', 'Senior officer present'],
    recoveryHours: making.number(2, 72, 'hours'),
    reviewDue: making.day(making.number(-20, 340, 'review')),
  })),
];

function fail(): never {
  throw new RangeError('nothing to pick from');
}
