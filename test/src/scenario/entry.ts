import type { Chapter } from './step.js';

const PLANS = `query Plans {
  embassy: missionByWikidataId(wikidataId: "Q875787") { premises { floorPlan hazards interiorPlan safeHavens } }
  consulate: missionByWikidataId(wikidataId: "Q470042") { premises { floorPlan hazards interiorPlan safeHavens } }
}`;

/** Who may come in: what the two conventions say of the same fire, and what one sentence of the head of a mission changes. */
export const ENTRY: Chapter = {
  title: 'The door',
  steps: [
    {
      id: 'at-the-door',
      says: 'The fire service stands before both posts and asks for what it needs to come in.',
      does: { as: 'deu.fire-service', purpose: 'PROTECT_LIFE', document: PLANS },
      sights: [
        {
          as: 'deu.fire-service',
          purpose: 'PROTECT_LIFE',
          says: 'It gets the plan of the consulate general, where consent may be assumed in case of fire, and not that of the embassy, where it never is.',
          document: PLANS,
          shows: {
            'consulate.premises.floorPlan': '*',
            'embassy.premises.floorPlan': null,
            'consulate.premises.interiorPlan': null,
            'consulate.premises.safeHavens': null,
          },
          withheld: { 'Premises.floorPlan': 'VCDR-22-1' },
        },
        {
          as: 'deu.police',
          purpose: 'THREAT_PREVENTION',
          says: 'The police get neither: a fire opens nothing to them.',
          document: PLANS,
          shows: { 'consulate.premises.floorPlan': null, 'embassy.premises.floorPlan': null },
        },
      ],
    },
    {
      id: 'consent',
      says: 'The head of the mission in Berlin consents to the fire service coming in, for six hours.',
      does: {
        as: 'usa.diplomatic-security',
        purpose: 'INCIDENT_RESPONSE',
        document: `mutation Consent($input: GrantActInput!) {
          grantAct(input: $input) { legalAct { id status concurrencyToken } }
        }`,
        variables: {
          input: {
            idempotencyKey: '#consent',
            kind: 'CONSENT',
            office: 'HEAD_OF_MISSION',
            post: '$embassy',
            coversPost: true,
            recipient: 'DEU',
            recipientAgencies: ['DEU.fire-service'],
            categories: ['PREMISES_RESCUE'],
            isWritten: false,
            untilAt: '@+6h',
            synthetic: true,
          },
        },
      },
      keeps: { consent: 'grantAct.legalAct.id', consentToken: 'grantAct.legalAct.concurrencyToken' },
      changesLaw: true,
      sights: [
        {
          as: 'deu.fire-service',
          purpose: 'PROTECT_LIFE',
          says: 'It has the plan of the embassy too, and what is behind other doors in neither.',
          document: PLANS,
          shows: {
            'embassy.premises.floorPlan': '*',
            'embassy.premises.hazards': '*',
            'embassy.premises.interiorPlan': null,
            'embassy.premises.safeHavens': null,
            'consulate.premises.floorPlan': '*',
          },
        },
        {
          as: 'deu.police',
          purpose: 'THREAT_PREVENTION',
          says: 'The police were not named, and stay outside.',
          document: PLANS,
          shows: { 'embassy.premises.floorPlan': null, 'consulate.premises.floorPlan': null },
        },
      ],
    },
    {
      id: 'out',
      says: 'The fire is out. The head of the mission takes the consent back.',
      does: {
        as: 'usa.diplomatic-security',
        purpose: 'INCIDENT_RESPONSE',
        document: `mutation Out($input: RevokeActInput!) { revokeAct(input: $input) { legalAct { id status } } }`,
        variables: { input: { idempotencyKey: '#out', id: '$consent', concurrencyToken: '$consentToken' } },
      },
      changesLaw: true,
      sights: [
        {
          as: 'deu.fire-service',
          purpose: 'PROTECT_LIFE',
          says: 'The embassy is closed again.',
          document: PLANS,
          shows: { 'embassy.premises.floorPlan': null },
          withheld: { 'Premises.floorPlan': 'VCDR-22-1' },
        },
      ],
    },
  ],
};
