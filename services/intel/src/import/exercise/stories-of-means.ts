import type { Story } from './story.js';

/** Threats by letter, network and parcel rather than by people in the street. */
export const STORIES_OF_MEANS: readonly Story[] = [
  {
    question: 'Which accounts of the post have answered the forged messages, and what was read?',
    actor: {
      alias: 'GROUP-INDIGO',
      type: 'HACKER',
      motivation: 'ORGANIZATIONAL_GAIN',
      sophistication: 'EXPERT',
      capability: 'Forges messages of ministries and stays in calendars for months.',
      intent: 'Wants to know who travels where and when.',
    },
    threat: {
      type: 'CYBER_INTRUSION',
      vector: 'NETWORK',
      status: 'CONFIRMED',
      uasClass: null,
      airspaceNotice: null,
      summary: (city) =>
        `Messages that look like those of a ministry ask staff in ${city} to confirm their accounts. Do not open what is attached.`,
      body: (city) =>
        `The messages sent to ${city} come from a server that GROUP-INDIGO has used twice this year. Two accounts of the post answered.`,
    },
    open: {
      title: 'A forged domain was registered',
      body: (city) =>
        `A domain that differs by one letter from that of the ministry was registered nine days before the first message reached ${city}.`,
      reliability: 'A',
      credibility: 1,
      comment: 'Anybody can look it up.',
      publisher: 'Public register of domains',
    },
    heard: {
      title: 'A server asks for new answers',
      body: (city) =>
        `The server fetched the answers of two accounts in ${city} within an hour and has asked for more since.`,
      reliability: 'A',
      credibility: 2,
      comment: 'Seen at the server, not at the post.',
    },
    told: {
      title: 'Calendars are offered',
      body: (city) => `A middleman says that calendars of posts, one of them in ${city}, were offered to him.`,
      reliability: 'D',
      credibility: 3,
      comment: 'He gains if he is believed.',
    },
    indicator: {
      topic: 'CYBER',
      metric: 'Forged messages that reached an account of the post',
      threshold: 5,
      periodDays: 7,
      meaning: 'The post has been chosen, it is no longer chance.',
    },
    judged: {
      impact: 4,
      likelihood: 'ALMOST_CERTAIN',
      severity: 'SEVERE',
      rationale: 'Two accounts answered, and what they hold was fetched. Only how long it went on is open.',
      method: 'LINK_ANALYSIS',
      judgement: 'The group has read calendars of the post and will try to use them to follow a journey.',
      dissent: null,
    },
    risk: {
      vulnerability: 'Calendars can be read with a password alone.',
      measures: ['A second factor for every account: CYB.', 'Journeys of the next month planned anew: RSO.'],
      residualLikelihood: 'UNLIKELY',
      residualImpact: 3,
    },
  },
  {
    question: 'Who buys uniforms of couriers, and which post is to get the parcel?',
    actor: {
      alias: 'GROUP-OCHRE',
      type: 'CRIME_SYNDICATE',
      motivation: 'PERSONAL_GAIN',
      sophistication: 'INTERMEDIATE',
      capability: 'Steals uniforms and delivery notes; has sent two parcels without a charge.',
      intent: 'Is paid by others and asks no questions.',
    },
    threat: {
      type: 'ATTACK_ON_PERSON',
      vector: 'PARCEL',
      status: 'SUSPECTED',
      uasClass: null,
      airspaceNotice: null,
      summary: (city) =>
        `Deliveries to the post in ${city} may be forged in the coming weeks. Take nothing in that was not announced.`,
      body: (city) =>
        `Uniforms and delivery notes were offered in ${city}. The buyer asked for the hours of the mail room and for the make of the scanner.`,
    },
    open: {
      title: 'Theft at a courier',
      body: (city) => `A courier in ${city} has reported the theft of eleven uniforms from its laundry.`,
      reliability: 'B',
      credibility: 2,
      comment: 'The police have confirmed the theft, not what for.',
      publisher: 'Local paper',
    },
    heard: {
      title: 'A buyer asks for hours',
      body: (city) =>
        `A buyer asks a seller of uniforms when the mail room in ${city} is open and who stands at the scanner.`,
      reliability: 'B',
      credibility: 3,
      comment: 'Which post is meant is not said.',
    },
    told: {
      title: 'A first parcel is to test the procedure',
      body: (city) => `A member says that a first parcel to ${city} will hold no charge and is to see who opens it.`,
      reliability: 'C',
      credibility: 4,
      comment: 'Heard from a third person.',
    },
    indicator: {
      topic: 'CRIMINAL',
      metric: 'Deliveries that nobody at the post had ordered',
      threshold: 2,
      periodDays: 30,
      meaning: 'The procedure of the mail room is being tried.',
    },
    judged: {
      impact: 4,
      likelihood: 'UNLIKELY',
      severity: 'SEVERE',
      rationale: 'Means and questions fit, but no report names the post. Grave if it were true.',
      method: 'RED_TEAM',
      judgement: 'A forged delivery is unlikely within a month, and a first one would hold no charge.',
      dissent: null,
    },
    risk: {
      vulnerability: 'Parcels are opened in the building when the outer mail room is shut.',
      measures: ['Parcels only in the outer mail room: ADM.', 'Couriers announced by name of the firm: RSO.'],
      residualLikelihood: 'VERY_UNLIKELY',
      residualImpact: 2,
    },
  },
  {
    question: 'Who calls, from where, and has he ever acted?',
    actor: {
      alias: 'CALLER-FERN',
      type: 'UNKNOWN',
      motivation: 'PERSONAL_SATISFACTION',
      sophistication: 'NONE',
      capability: 'Has a telephone and no more that is known of.',
      intent: 'Wants to be heard.',
    },
    threat: {
      type: 'HOAX',
      vector: 'TELEPHONE',
      status: 'SUSPECTED',
      uasClass: null,
      airspaceNotice: null,
      summary: (city) =>
        `A single caller has threatened the post in ${city} without naming a day or a means. Log further calls with the exact words.`,
      body: (city) =>
        `The caller in ${city} has threatened other posts and has never acted. He repeats what he read the day before.`,
    },
    open: {
      title: 'The words of the call were printed before',
      body: (city) => `The words of the call to ${city} stand in a letter to the editor of the day before.`,
      reliability: 'A',
      credibility: 1,
      comment: 'Compared word by word.',
      publisher: 'Local paper',
    },
    heard: {
      title: 'Calls come from one box',
      body: (city) => `Five calls to posts in ${city} came from the same telephone box.`,
      reliability: 'A',
      credibility: 2,
      comment: 'Who uses the box is not known.',
    },
    told: {
      title: 'A regular of a café is suspected',
      body: (city) => `A guest of a café in ${city} says that a regular boasts of such calls.`,
      reliability: 'F',
      credibility: 6,
      comment: 'Neither the guest nor what he says can be judged.',
    },
    indicator: {
      topic: 'SECURITY',
      metric: 'Threats by telephone in the same words',
      threshold: 6,
      periodDays: 30,
      meaning: 'The caller is no longer content with calling.',
    },
    judged: {
      impact: 2,
      likelihood: 'ALMOST_NO_CHANCE',
      severity: 'MINOR',
      rationale: 'No means, no day, and five calls without an act.',
      method: 'INDICATORS_AND_WARNING',
      judgement: 'The caller will call again and do nothing else.',
      dissent: null,
    },
    risk: {
      vulnerability: 'The switchboard has no written words to answer with.',
      measures: ['A card with words beside the switchboard: RSO.'],
      residualLikelihood: 'ALMOST_NO_CHANCE',
      residualImpact: 1,
    },
  },
];
