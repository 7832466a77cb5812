import { STORIES_OF_MEANS } from './stories-of-means.js';
import type { Story } from './story.js';

/** Threats as they may be met at any post; the groups are made up. */
export const STORIES: readonly Story[] = [
  {
    question: 'Who has watched the vehicle entrance, for whom, and is an attack being prepared?',
    actor: {
      alias: 'GROUP-AMBER',
      type: 'TERRORIST',
      motivation: 'IDEOLOGY',
      sophistication: 'INTERMEDIATE',
      capability:
        'Has prepared two attacks with vehicles in the region; both were stopped at the stage of reconnaissance.',
      intent: 'Wants a foreign post to close and says so in its own broadcasts.',
    },
    threat: {
      type: 'ATTACK_ON_PREMISES',
      vector: 'VEHICLE',
      status: 'CONFIRMED',
      uasClass: null,
      airspaceNotice: null,
      summary: (city) =>
        `The entrance for vehicles of the post in ${city} is being watched. An attempt with a vehicle is possible.`,
      body: (city) =>
        `Two members of GROUP-AMBER have timed the guard change in ${city} on four mornings. A van was bought for cash and has not been registered.`,
    },
    open: {
      title: 'Broadcast names foreign posts',
      body: (city) =>
        `A broadcast of the group shows the street of the post in ${city} for some seconds. The pictures are of this year: the kerb was rebuilt in spring.`,
      reliability: 'C',
      credibility: 3,
      comment: 'Its broadcasts often announce what then does not happen.',
      publisher: 'Channel of the group',
    },
    heard: {
      title: 'Talk of a van and of the guard change',
      body: (city) =>
        `One of two speakers says that the van is ready and that those in ${city} change at ten to seven. The other asks for one more week.`,
      reliability: 'B',
      credibility: 2,
      comment: 'The hour is right and is not public.',
    },
    told: {
      title: 'A list of staff vehicles was handed over',
      body: (city) =>
        `A list with the plates of staff vehicles in ${city} was handed over at a meeting last week. The source saw the list and not who had written it.`,
      reliability: 'B',
      credibility: 2,
      comment: 'Agrees with what was heard, by another way.',
    },
    indicator: {
      topic: 'SECURITY',
      metric: 'Vehicles that wait within sight of an entrance for more than ten minutes',
      threshold: 4,
      periodDays: 7,
      meaning: 'Somebody learns the routine of the entrance.',
    },
    judged: {
      impact: 5,
      likelihood: 'LIKELY',
      severity: 'EXTREME',
      rationale:
        'Three reports by three ways agree on place and hour. The group has failed at this stage before and was not stopped by itself.',
      method: 'COMPETING_HYPOTHESES',
      judgement: 'The group is preparing an attack with a vehicle on the post and has not yet fixed the day.',
      dissent: 'One desk holds that the list was made for theft of vehicles.',
    },
    risk: {
      vulnerability: 'A vehicle can reach the outer gate without slowing down.',
      measures: [
        'Bollards across the lane: ADM.',
        'Guard change at irregular hours: RSO.',
        'Patrols asked of the host: HOM.',
      ],
      residualLikelihood: 'UNLIKELY',
      residualImpact: 3,
    },
  },
  {
    question: 'Will the march keep to its route, and who means to leave it?',
    actor: {
      alias: 'GROUP-COBALT',
      type: 'ACTIVIST',
      motivation: 'NOTORIETY',
      sophistication: 'MINIMAL',
      capability: 'Brings some hundred people within a day; has climbed a fence once.',
      intent: 'Wants pictures of its banner on the roof of a post.',
    },
    threat: {
      type: 'CIVIL_UNREST',
      vector: 'CROWD',
      status: 'SUSPECTED',
      uasClass: null,
      airspaceNotice: null,
      summary: (city) => `Part of a march in ${city} may leave its route and try to reach the post.`,
      body: (city) =>
        `The last third of the march in ${city} is led by GROUP-COBALT, which has bought bolt cutters and paint. No firearms are spoken of.`,
    },
    open: {
      title: 'Call to meet after the march',
      body: (city) =>
        `A call shared some thousand times asks to stay together after the end of the march in ${city} and names the street of the post.`,
      reliability: 'C',
      credibility: 2,
      comment: 'The number who shared it is seen, the number who will come is not.',
      publisher: 'Open board of the organisers',
    },
    heard: {
      title: 'Organisers speak of a second route',
      body: (city) => `Two organisers in ${city} agree on a second route that ends at the visa entrance.`,
      reliability: 'B',
      credibility: 3,
      comment: 'One of them often says more than is done.',
    },
    told: {
      title: 'Tools are kept near the route',
      body: (city) => `A member says that bolt cutters are kept in a shop in ${city} near the end of the route.`,
      reliability: 'C',
      credibility: 3,
      comment: 'The source has not seen them.',
    },
    indicator: {
      topic: 'SOCIAL',
      metric: 'Calls to gather at the post that are shared more than a hundred times',
      threshold: 3,
      periodDays: 14,
      meaning: 'A crowd is being led to the post rather than past it.',
    },
    judged: {
      impact: 3,
      likelihood: 'ROUGHLY_EVEN_CHANCE',
      severity: 'MODERATE',
      rationale:
        'The group has left a route once in three marches. The host has been told and has said that it will line the street.',
      method: 'SCENARIOS',
      judgement: 'Some dozens of people are about as likely as not to reach the outer fence.',
      dissent: null,
    },
    risk: {
      vulnerability: 'The visa entrance opens straight on the pavement.',
      measures: ['Visa entrance shut on the day: CONS.', 'Barriers asked of the host: HOM.'],
      residualLikelihood: 'VERY_UNLIKELY',
      residualImpact: 2,
    },
  },
  {
    question: 'Who flies over the roof, and what for?',
    actor: {
      alias: 'GROUP-SLATE',
      type: 'SPY',
      motivation: 'ORGANIZATIONAL_GAIN',
      sophistication: 'ADVANCED',
      capability: 'Flies small aircraft at night and reads what they record within the hour.',
      intent: 'Wants to know what stands on roofs and who meets in courtyards.',
    },
    threat: {
      type: 'ESPIONAGE',
      vector: 'UAS',
      status: 'CONFIRMED',
      uasClass: 'CLASS_I_MICRO',
      airspaceNotice: 'The authority of the airspace was asked for a restriction over the post.',
      summary: (city) =>
        `A small unmanned aircraft has flown over the post in ${city} on three evenings. Cover what stands on the roof.`,
      body: (city) =>
        `The aircraft over ${city} is steered from a flat two streets away. Its recordings show the plant room and the roof hatch.`,
    },
    open: {
      title: 'Pictures of roofs are offered',
      body: (city) => `An account offers pictures of roofs in ${city} and shows one of the quarter as a sample.`,
      reliability: 'D',
      credibility: 4,
      comment: 'The sample may be bought from a map service.',
      publisher: 'Open market for pictures',
    },
    heard: {
      title: 'Control link on three evenings',
      body: (city) =>
        `The control link of a small aircraft was received in ${city} on three evenings, each time for some eleven minutes.`,
      reliability: 'A',
      credibility: 1,
      comment: 'Measured by two stations.',
    },
    told: {
      title: 'A tenant keeps aircraft',
      body: (city) =>
        `A neighbour in ${city} says that the tenant above keeps small aircraft and goes to the roof after dark.`,
      reliability: 'C',
      credibility: 2,
      comment: 'Agrees with the direction that was measured.',
    },
    indicator: {
      topic: 'SECURITY',
      metric: 'Unmanned aircraft seen within two hundred metres',
      threshold: 2,
      periodDays: 7,
      meaning: 'The post is looked at from above on purpose.',
    },
    judged: {
      impact: 3,
      likelihood: 'VERY_LIKELY',
      severity: 'MODERATE',
      rationale: 'Measured, not told. What it carries is a camera; there is no sign of a charge.',
      method: 'KEY_ASSUMPTIONS_CHECK',
      judgement: 'The flights are to learn the roof and will go on until the tenant is spoken to.',
      dissent: 'One desk holds that they prepare a delivery by air.',
    },
    risk: {
      vulnerability: 'What stands on the roof can be told from its shape.',
      measures: ['Covers on the roof: ADM.', 'Notice to the authority of the airspace: HOM.'],
      residualLikelihood: 'LIKELY',
      residualImpact: 1,
    },
  },
  ...STORIES_OF_MEANS,
];
