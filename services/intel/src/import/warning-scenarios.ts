import type { Pick } from '@chancery/shared/subgraph/import/exercise-picks';
import type { WarningCertainty, WarningSeverity, WarningUrgency } from '../vocabulary.js';

/** A threat as an agency would word it: what may be passed on, and the report that it was taken from. */
export interface WarningScenario {
  /** The triple of CAP 1.2: observed is what happened or goes on, likely is more than 50 %, possible is up to 50 %. */
  readonly urgency: WarningUrgency;
  readonly severity: WarningSeverity;
  readonly certainty: WarningCertainty;
  /** Hours that it holds for. */
  readonly hours: number;
  readonly texts: (city: string, pick: Pick) => { readonly tearline: string; readonly body: string };
}

const PARKED = ['a grey panel van', 'a dark blue estate car', 'a white delivery van'];
const VEHICLES = [...PARKED, 'a motorcycle with two riders'];
const TIMES = ['between 07:00 and 08:30', 'shortly after noon', 'between 17:30 and 19:00', 'before daybreak'];
const DAYS = ['tomorrow', 'on Thursday', 'at the weekend', 'on the national holiday'];
const PLACES = ['the vehicle entrance', 'the staff car park', 'the visa entrance', 'the rear gate'];
const GROUPS = [
  'a group of eight to ten',
  'a local cell',
  'a group that split off last year',
  'a circle of known activists',
];
const COURIERS = ['a parcel firm', 'a caterer', 'a cleaning contractor', 'a print shop'];

/** No post gets one of these twice. */
export const WARNING_SCENARIOS: readonly WarningScenario[] = [
  {
    urgency: 'EXPECTED',
    severity: 'SEVERE',
    certainty: 'LIKELY',
    hours: 96,
    texts: (city, pick) => ({
      tearline: `${capital(pick(VEHICLES, 'vehicle'))} has been seen several times near ${pick(PLACES, 'place')} of the post in ${city}. Expect another approach ${pick(TIMES, 'time')}. Vary arrival times and report vehicles that wait.`,
      body: `A source with direct access reports that ${pick(GROUPS, 'group')} has timed the guard change in ${city}. Photographs of ${pick(PLACES, 'place')} and a list of staff vehicles were passed on at a meeting last week. The attack itself is to be decided on ${pick(['Monday', 'Tuesday', 'Wednesday'], 'day')}.`,
    }),
  },
  {
    urgency: 'EXPECTED',
    severity: 'MODERATE',
    certainty: 'LIKELY',
    hours: 48,
    texts: (city, pick) => ({
      tearline: `A march through ${city} ${pick(DAYS, 'day')} will be led past the post. The organisers do not control the last third of it. Keep the visa entrance closed ${pick(TIMES, 'time')}.`,
      body: `Messages between organisers in ${city} show that ${pick(GROUPS, 'group')} means to leave the route and reach ${pick(PLACES, 'place')}. They carry bolt cutters and paint. No firearms are spoken of. The sender is known to have led the attempt of last spring.`,
    }),
  },
  {
    urgency: 'IMMEDIATE',
    severity: 'EXTREME',
    certainty: 'OBSERVED',
    hours: 12,
    texts: (city, pick) => ({
      tearline: `An unattended vehicle, ${pick(PARKED, 'vehicle')}, stands within 40 metres of the perimeter in ${city}. Clear the front rooms and keep away from windows until it has been searched.`,
      body: `The plates of the vehicle in ${city} belong to a hire car that was not returned. The renter is on a watch list of a partner service and crossed the border ${pick(['two', 'three', 'five'], 'days')} days ago. A timer of the kind used in the region was bought with the same card.`,
    }),
  },
  {
    urgency: 'IMMEDIATE',
    severity: 'MODERATE',
    certainty: 'OBSERVED',
    hours: 24,
    texts: (city, pick) => ({
      tearline: `A small drone has flown over the roof of the post in ${city} on three evenings, last ${pick(TIMES, 'time')}. Cover antennas and report each flight with direction and duration.`,
      body: `The drone over ${city} is steered from a flat two streets away. Recordings found on a seized telephone show the plant room and the roof hatch. The tenant works for ${pick(COURIERS, 'courier')} that serves the post.`,
    }),
  },
  {
    urgency: 'EXPECTED',
    severity: 'SEVERE',
    certainty: 'POSSIBLE',
    hours: 72,
    texts: (city, pick) => ({
      tearline: `Calls to occupy the visa section in ${city} ${pick(DAYS, 'day')} are being shared more widely than the usual ones. Limit appointments and brief the reception.`,
      body: `An account close to ${pick(GROUPS, 'group')} gives the floor of the visa section in ${city} and the number of guards at lunch. That number is right and is not public: somebody who works there is being asked. The account was opened abroad.`,
    }),
  },
  {
    urgency: 'FUTURE',
    severity: 'SEVERE',
    certainty: 'POSSIBLE',
    hours: 336,
    texts: (city, pick) => ({
      tearline: `Deliveries in the name of ${pick(COURIERS, 'courier')} may be forged in the coming weeks. Take nothing into the post in ${city} that was not announced, and open parcels in the outer mail room only.`,
      body: `Stolen uniforms and delivery notes of ${pick(COURIERS, 'courier')} were offered for sale in ${city}. The buyer asked for the hours of the mail room and for the make of the scanner. A first parcel without a charge is to test the procedure.`,
    }),
  },
  {
    urgency: 'IMMEDIATE',
    severity: 'SEVERE',
    certainty: 'LIKELY',
    hours: 36,
    texts: (city, pick) => ({
      tearline: `Messages that look like those of the host's ministry ask staff in ${city} to confirm their accounts. Do not open the attachment; report who has.`,
      body: `The messages sent to ${city} come from a server used twice against foreign ministries this year. ${capital(pick(['Two', 'Three', 'Four'], 'accounts'))} accounts of the post answered. The operator reads calendars first and travel notices next.`,
    }),
  },
  {
    urgency: 'FUTURE',
    severity: 'MINOR',
    certainty: 'UNLIKELY',
    hours: 240,
    texts: (city, pick) => ({
      tearline: `A single caller has threatened the post in ${city} without naming a day or a means. No change of posture is advised; log further calls with the exact words.`,
      body: `The caller in ${city} is known for threats to other posts and has never acted. The number belongs to a telephone box near ${pick(['the main station', 'the university', 'the harbour'], 'where')}. He repeats what he reads the day before.`,
    }),
  },
];

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
