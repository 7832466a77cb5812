import type { Step } from './step.js';

export const INCIDENT =
  'query Incident($id: ID!) { incident(id: $id) { type city summary status severity recoveryFrom } }';

/** Two posts of one State are attacked, and say so. */
export const ATTACK: readonly Step[] = [
  {
    id: 'watched',
    says: 'The intelligence service files what it wants to be told of: fires at the embassy, whoever reports them.',
    does: {
      as: 'usa.intelligence',
      purpose: 'THREAT_PREVENTION',
      document: `mutation Watched($input: FileStandingRequirementInput!) {
        fileStandingRequirement(input: $input) { standingRequirement { id termCount } }
      }`,
      variables: {
        input: {
          idempotencyKey: '#watched',
          mission: '$embassy',
          question: 'Has the tanker come?',
          posts: ['Q875787'],
          types: ['ARSON'],
          synthetic: true,
        },
      },
    },
    keeps: { requirement: 'fileStandingRequirement.standingRequirement.id' },
    sights: [],
  },
  {
    id: 'berlin',
    says: 'A tanker burns at the delivery gate of the embassy in Berlin; its security reports it.',
    does: {
      as: 'usa.diplomatic-security',
      purpose: 'INCIDENT_RESPONSE',
      document: `mutation Berlin($input: ReportIncidentInput!) {
        reportIncident(input: $input) { incident { id reference concurrencyToken } }
      }`,
      variables: {
        input: {
          idempotencyKey: '#berlin',
          mission: '$embassy',
          type: 'ARSON',
          occurredOn: '@today',
          city: 'Berlin',
          siteKind: 'EMBASSY',
          fatalities: 0,
          summary: 'A tanker was driven against the delivery gate and set on fire. The gate holds.',
          confidence: 'HIGH',
          synthetic: true,
        },
      },
    },
    keeps: { berlin: 'reportIncident.incident.id', berlinToken: 'reportIncident.incident.concurrencyToken' },
    sights: [
      {
        as: 'usa.intelligence',
        purpose: 'THREAT_PREVENTION',
        says: 'It meets what the intelligence service watches: the terms are kept by one service, the incidents by another.',
        document: `query Met($id: ID!, $incident: ID!) {
          standingRequirement(id: $id) {
            matchingIncidents(first: 1, filter: { id: { eq: $incident } }) { totalCount edges { node { type city } } }
          }
        }`,
        variables: { id: '$requirement', incident: '$berlin' },
        shows: {
          'standingRequirement.matchingIncidents.totalCount': 1,
          'standingRequirement.matchingIncidents.edges.0.node.type': 'ARSON',
        },
      },
      {
        as: 'gbr.foreign-ministry',
        purpose: 'THREAT_PREVENTION',
        says: 'A partner does not learn that anybody watches.',
        document: `query Met($id: ID!) { standingRequirement(id: $id) { matchingIncidents(first: 1) { totalCount } } }`,
        variables: { id: '$requirement' },
        shows: { standingRequirement: null },
      },
      {
        as: 'deu.police',
        purpose: 'THREAT_PREVENTION',
        says: 'The record of the post is the post’s: to the police there is none yet.',
        document: INCIDENT,
        variables: { id: '$berlin' },
        shows: { incident: null },
      },
    ],
  },
  {
    id: 'munich',
    says: 'Forty minutes later a fire breaks out at the consulate general in Munich; it is reported too.',
    does: {
      as: 'usa.diplomatic-security',
      purpose: 'INCIDENT_RESPONSE',
      document: `mutation Munich($input: ReportIncidentInput!) {
        reportIncident(input: $input) { incident { id reference concurrencyToken } }
      }`,
      variables: {
        input: {
          idempotencyKey: '#munich',
          mission: '$consulate',
          type: 'ARSON',
          occurredOn: '@today',
          city: 'Munich',
          siteKind: 'CONSULATE_GENERAL',
          summary: 'A delivery van burns under the canopy of the consulate general; smoke is in the visa hall.',
          confidence: 'HIGH',
          synthetic: true,
        },
      },
    },
    keeps: { munich: 'reportIncident.incident.id', munichToken: 'reportIncident.incident.concurrencyToken' },
    sights: [],
  },
];
