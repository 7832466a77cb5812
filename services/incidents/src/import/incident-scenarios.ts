import type { Pick } from '@chancery/shared/subgraph/import/exercise-picks';
import type { IncidentType } from '../vocabulary.js';

/** What happened at a post, as its report to the ministry would say it. */
export interface IncidentScenario {
  readonly type: IncidentType;
  readonly summary: (city: string, pick: Pick) => string;
}

const HOURS = ['at 02:40', 'at 06:15', 'shortly before noon', 'at 21:50'];
const WINGS = ['the archive wing', 'the plant room', 'a kitchen on the ground floor', 'the server room'];
const STAYS = ['twenty minutes', 'an hour', 'two hours', 'until dark'];

/** No post gets one of these twice. */
export const INCIDENT_SCENARIOS: readonly IncidentScenario[] = [
  {
    type: 'FIRE',
    summary: (city, pick) =>
      `Fire alarm in ${pick(WINGS, 'where')} of the post in ${city} ${pick(HOURS, 'hour')}. Staff left by both stairs; the fire was out before the brigade was let in. The cause is not established.`,
  },
  {
    type: 'UNLAWFUL_ENTRY',
    summary: (city, pick) =>
      `A man climbed the rear wall of the post in ${city} ${pick(HOURS, 'hour')} and was held by the guard for ${pick(STAYS, 'stay')} until the police took him over at the gate. He asked for protection and carried no weapon.`,
  },
  {
    type: 'DRONE_ATTACK',
    summary: (city, pick) =>
      `A drone dropped a smoke canister on the roof of the post in ${city} ${pick(HOURS, 'hour')}. Nobody was hurt; the canister and the recording of two cameras are kept for the host's investigation.`,
  },
  {
    type: 'CIVIL_UNREST',
    summary: (city, pick) =>
      `About ${pick(['120', '300', '450'], 'crowd')} people blocked the visa entrance of the post in ${city} for ${pick(STAYS, 'stay')}. Bottles were thrown, one window broke. The cordon asked of the host came after ${pick(['15', '25', '40'], 'minutes')} minutes.`,
  },
  {
    type: 'CYBER_INTRUSION',
    summary: (city, pick) =>
      `Somebody read the appointment system of the post in ${city} for ${pick(['four', 'nine', 'sixteen'], 'days')} days with the account of a former contractor. Names and hours of visitors were copied; the classified network was not reached.`,
  },
  {
    type: 'ARSON',
    summary: (city, pick) =>
      `A vehicle of the post in ${city} burned in the side street ${pick(HOURS, 'hour')}. Accelerant was found under the rear axle. Two other vehicles were moved in time.`,
  },
  {
    type: 'EVACUATION',
    summary: (city, pick) =>
      `The post in ${city} was left by ${pick(['31', '58', '94'], 'people')} people for ${pick(STAYS, 'stay')} after a parcel without a sender was put aside in the outer mail room. It held a broken clock.`,
  },
];
