import { ATTACK } from './attack.js';
import type { Chapter } from './step.js';

/** What the posts keep to themselves while they respond. */
export const INSIDE = 'the second stair behind the archive';
export const CALL_SIGN = 'FALCON-7';

/** Two posts of one State are attacked, and respond. */
export const RESPONSE: Chapter = {
  title: 'An attack on two posts of one State',
  steps: [
    ...ATTACK,
    {
      id: 'assessed',
      says: 'The post in Berlin looks at what it faces.',
      does: {
        as: 'usa.diplomatic-security',
        purpose: 'INCIDENT_RESPONSE',
        document: `mutation Assessed($input: AssessIncidentInput!) {
          assessIncident(input: $input) { initialAssessment { id } }
        }`,
        variables: {
          input: {
            idempotencyKey: '#assessed',
            incident: '$berlin',
            assessedByRole: 'RSO-Q875787',
            lifeThreat: true,
            scale: 'BUILDING',
            trend: 'WORSENING',
            severity: 'SEVERE',
            peopleAtRisk: 64,
            text: `The ground floor fills with smoke. ${INSIDE} is still free.`,
            synthetic: true,
          },
        },
      },
      keeps: { assessment: 'assessIncident.initialAssessment.id' },
      sights: [],
    },
    {
      id: 'planned',
      says: 'It opens what it has planned for such a day.',
      does: {
        as: 'usa.diplomatic-security',
        purpose: 'INCIDENT_RESPONSE',
        document: `query Planned {
          emergencyActionPlans(first: 1, filter: { reference: { eq: "EAP-Q875787-1" } }) { edges { node { id scenario tripwires } } }
          commsChannels(first: 1, filter: { reference: { eq: "CCH-Q875787-1" } }) { edges { node { id medium status } } }
        }`,
      },
      keeps: {
        eap: 'emergencyActionPlans.edges.0.node.id',
        line: 'commsChannels.edges.0.node.id',
      },
      sights: [],
    },
    {
      id: 'plan',
      says: 'Its emergency action plan is put in force.',
      does: {
        as: 'usa.diplomatic-security',
        purpose: 'INCIDENT_RESPONSE',
        document: `mutation Plan($input: ActivatePlanInput!) {
          activatePlan(input: $input) { planActivation { id } }
        }`,
        variables: {
          input: {
            idempotencyKey: '#plan',
            incident: '$berlin',
            plan: 'EMERGENCY_ACTION_PLAN',
            planRef: 'EAP-Q875787-1',
            emergencyActionPlan: '$eap',
            annex: 'Fire and smoke',
            activatedByRole: 'RSO-Q875787',
            synthetic: true,
          },
        },
      },
      keeps: { plan: 'activatePlan.planActivation.id' },
      sights: [
        {
          as: 'usa.diplomatic-security',
          purpose: 'INCIDENT_RESPONSE',
          says: 'From the incident its security comes to the plan itself, which another service keeps, and from the plan to each day that it was in force.',
          document: `query InForce($id: ID!) {
            planActivation(id: $id) {
              incident { type }
              emergencyActionPlan { reference tripwires activations(first: 1, filter: { id: { eq: $id } }) { totalCount } }
            }
          }`,
          variables: { id: '$plan' },
          shows: {
            'planActivation.incident.type': 'ARSON',
            'planActivation.emergencyActionPlan.reference': 'EAP-Q875787-1',
            'planActivation.emergencyActionPlan.activations.totalCount': 1,
          },
        },
        {
          as: 'deu.police',
          purpose: 'THREAT_PREVENTION',
          says: 'The host was told that there is a plan; to its police it was never put in force.',
          document: `query InForce($id: ID!, $plan: ID!) {
            planActivation(id: $id) { emergencyActionPlan { reference } }
            emergencyActionPlan(id: $plan) { activations(first: 1) { totalCount } }
          }`,
          variables: { id: '$plan', plan: '$eap' },
          shows: { planActivation: null, 'emergencyActionPlan.activations.totalCount': 0 },
        },
      ],
    },
    {
      id: 'channels',
      says: 'Channels are opened, the first of them by radio.',
      does: {
        as: 'usa.diplomatic-security',
        purpose: 'INCIDENT_RESPONSE',
        document: `mutation Channels($input: ActivateCommunicationsInput!) {
          activateCommunications(input: $input) { communicationsActivation { id } }
        }`,
        variables: {
          input: {
            idempotencyKey: '#channels',
            incident: '$berlin',
            tier: 'PRIMARY',
            medium: 'VHF_RADIO',
            netId: CALL_SIGN,
            channel: '$line',
            openedByRole: 'IPO-Q875787',
            isWorking: true,
            synthetic: true,
          },
        },
      },
      keeps: { channel: 'activateCommunications.communicationsActivation.id' },
      sights: [],
    },
    {
      id: 'called',
      says: 'A security team and a medical team are called, and each step is logged.',
      does: {
        as: 'usa.diplomatic-security',
        purpose: 'INCIDENT_RESPONSE',
        document: `mutation Called($team: MobilizeInput!, $medics: MobilizeInput!, $command: AssignCommandInput!, $entry: LogEntryInput!) {
          assignCommand(input: $command) { commandAssignment { id } }
          team: mobilize(input: $team) { mobilization { id concurrencyToken } }
          medics: mobilize(input: $medics) { mobilization { id } }
          logEntry(input: $entry) { incidentLogEntry { id } }
        }`,
        variables: {
          command: {
            idempotencyKey: '#command',
            incident: '$berlin',
            role: 'INCIDENT_COMMANDER',
            holderRole: 'RSO-Q875787',
            synthetic: true,
          },
          team: {
            idempotencyKey: '#team',
            incident: '$berlin',
            resource: 'SECURITY_TEAM',
            quantity: 2,
            assignedTo: `Holds ${INSIDE}`,
            synthetic: true,
          },
          medics: {
            idempotencyKey: '#medics',
            incident: '$berlin',
            resource: 'MEDICAL_TEAM',
            quantity: 1,
            synthetic: true,
          },
          entry: {
            idempotencyKey: '#entry',
            incident: '$berlin',
            kind: 'ACTION',
            authorRole: 'RSO-Q875787',
            text: `All staff were led to ${INSIDE} and counted.`,
            synthetic: true,
          },
        },
      },
      keeps: { team: 'team.mobilization.id', entry: 'logEntry.incidentLogEntry.id' },
      sights: [
        {
          as: 'deu.police',
          purpose: 'THREAT_PREVENTION',
          says: 'Of all that the host sees nothing: how a post defends itself is its own.',
          document: `query Response($plan: ID!, $channel: ID!, $team: ID!, $entry: ID!, $assessment: ID!) {
            planActivation(id: $plan) { planRef }
            communicationsActivation(id: $channel) { netId }
            mobilization(id: $team) { assignedTo }
            incidentLogEntry(id: $entry) { text }
            initialAssessment(id: $assessment) { text }
          }`,
          variables: { plan: '$plan', channel: '$channel', team: '$team', entry: '$entry', assessment: '$assessment' },
          shows: {
            planActivation: null,
            communicationsActivation: null,
            mobilization: null,
            incidentLogEntry: null,
            initialAssessment: null,
          },
          never: [INSIDE, CALL_SIGN],
        },
        {
          as: 'usa.diplomatic-security',
          purpose: 'INCIDENT_RESPONSE',
          says: 'Its own security reads it on the incident.',
          document: `query Response($id: ID!) {
            incident(id: $id) { logEntries(first: 5) { edges { node { text } } } mobilizations(first: 5) { totalCount } }
          }`,
          variables: { id: '$berlin' },
          shows: { 'incident.logEntries.edges.0.node.text': '*', 'incident.mobilizations.totalCount': 2 },
        },
      ],
    },
  ],
};
