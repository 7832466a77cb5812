import { INCIDENT } from './attack.js';
import { CALL_SIGN, INSIDE } from './response.js';
import type { Chapter } from './step.js';

/** What a post asks of its host, and what it has to tell it first. */
export const HOST: Chapter = {
  title: 'The host',
  steps: [
    {
      id: 'kept',
      says: 'Berlin asks the host for a cordon and names its record. It is refused: what is kept from the host would reach nobody.',
      does: {
        as: 'usa.diplomatic-security',
        purpose: 'INCIDENT_RESPONSE',
        document: `mutation Kept($input: RequestHostProtectionInput!) {
          requestHostProtection(input: $input) { protectionRequest { id } }
        }`,
        variables: {
          input: {
            idempotencyKey: '#kept',
            mission: '$embassy',
            incident: '$berlin',
            measure: 'CORDON',
            measures: 'A cordon of two hundred metres and a free way for fire engines.',
            channel: 'DUTY_OFFICER',
            synthetic: true,
          },
        },
      },
      refused: 'INPUT_INVALID',
      sights: [],
    },
    {
      id: 'released',
      says: 'So the post, which made the records, gives both a label that lets them go to the host: what happened, and nothing that was done about it.',
      does: {
        as: 'usa.diplomatic-security',
        purpose: 'INCIDENT_RESPONSE',
        document: `mutation Released($berlin: RegradeIncidentInput!, $munich: RegradeIncidentInput!) {
          berlin: regradeIncident(input: $berlin) { incident { id } }
          munich: regradeIncident(input: $munich) { incident { id } }
        }`,
        variables: {
          berlin: {
            idempotencyKey: '#released-berlin',
            id: '$berlin',
            concurrencyToken: '$berlinToken',
            rank: 0,
            releasableTo: ['DEU'],
            reason: 'The host is to protect the post, and must know from what.',
          },
          munich: {
            idempotencyKey: '#released-munich',
            id: '$munich',
            concurrencyToken: '$munichToken',
            rank: 0,
            releasableTo: ['DEU'],
            reason: 'The host is to protect the post, and must know from what.',
          },
        },
      },
      sights: [
        {
          as: 'deu.police',
          purpose: 'THREAT_PREVENTION',
          says: 'The police see that there is a record. No rule opens what it says: a label lets through, and is no ground to read.',
          document: INCIDENT,
          variables: { id: '$berlin' },
          shows: { 'incident.type': null, 'incident.summary': null },
          withheld: { 'Incident.summary': 'CHY-DENY' },
        },
        {
          as: 'gbr.foreign-ministry',
          purpose: 'THREAT_PREVENTION',
          says: 'A partner, to whom it was not released, sees no record.',
          document: INCIDENT,
          variables: { id: '$berlin' },
          shows: { incident: null },
        },
      ],
    },
    {
      id: 'release',
      says: 'The mission gives that ground: an act by which what happened at the embassy is released to the authorities of the host.',
      does: {
        as: 'usa.diplomatic-security',
        purpose: 'INCIDENT_RESPONSE',
        document: `mutation Release($input: GrantActInput!) {
          grantAct(input: $input) { legalAct { id status concurrencyToken } }
        }`,
        variables: {
          input: {
            idempotencyKey: '#release',
            kind: 'RELEASE',
            office: 'HEAD_OF_MISSION',
            post: '$embassy',
            coversPost: true,
            recipient: 'DEU',
            recipientAgencies: ['*'],
            categories: ['INCIDENT_FACT'],
            isWritten: true,
            untilAt: '@+12h',
            synthetic: true,
          },
        },
      },
      keeps: { release: 'grantAct.legalAct.id', releaseToken: 'grantAct.legalAct.concurrencyToken' },
      changesLaw: true,
      sights: [
        {
          as: 'deu.police',
          purpose: 'THREAT_PREVENTION',
          says: 'The police now read what happened, and still nothing of the response.',
          document: `query Released($id: ID!, $entry: ID!) {
            incident(id: $id) { type city summary logEntries(first: 5) { totalCount } mobilizations(first: 5) { totalCount } }
            incidentLogEntry(id: $entry) { text }
          }`,
          variables: { id: '$berlin', entry: '$entry' },
          shows: {
            'incident.city': 'Berlin',
            'incident.summary': '*',
            'incident.logEntries.totalCount': 0,
            'incident.mobilizations.totalCount': 0,
            incidentLogEntry: null,
          },
          never: [INSIDE, CALL_SIGN],
        },
        {
          as: 'gbr.foreign-ministry',
          purpose: 'THREAT_PREVENTION',
          says: 'To the partner nothing has changed.',
          document: INCIDENT,
          variables: { id: '$berlin' },
          shows: { incident: null },
        },
      ],
    },
    {
      id: 'asked',
      says: 'Now the host can be asked, through its ministry’s duty officer: from this moment it knows (VCDR 22(2)).',
      does: {
        as: 'usa.diplomatic-security',
        purpose: 'INCIDENT_RESPONSE',
        document: `mutation Asked($input: RequestHostProtectionInput!, $call: CallRespondersInput!) {
          requestHostProtection(input: $input) { protectionRequest { id } }
          callResponders(input: $call) { responderRequest { id } }
        }`,
        variables: {
          input: {
            idempotencyKey: '#asked',
            mission: '$embassy',
            incident: '$berlin',
            measure: 'CORDON',
            measures: 'A cordon of two hundred metres and a free way for fire engines.',
            channel: 'DUTY_OFFICER',
            dueAt: '@+1h',
            synthetic: true,
          },
          call: {
            idempotencyKey: '#call',
            incident: '$berlin',
            agency: 'HOST_FIRE_SERVICE',
            channel: 'EMERGENCY_NUMBER',
            ask: 'Fight the fire at the gate from the street. Nobody enters before the head of mission consents.',
            entryGround: 'NO_ENTRY',
            synthetic: true,
          },
        },
      },
      keeps: {
        request: 'requestHostProtection.protectionRequest.id',
        call: 'callResponders.responderRequest.id',
      },
      sights: [
        {
          as: 'deu.fire-service',
          purpose: 'PROTECT_LIFE',
          says: 'The fire service reads what is asked of it, and on what ground it may enter: none yet.',
          document: 'query Call($id: ID!) { responderRequest(id: $id) { ask entryGround agency } }',
          variables: { id: '$call' },
          shows: { 'responderRequest.entryGround': 'NO_ENTRY', 'responderRequest.ask': '*' },
        },
        {
          as: 'gbr.foreign-ministry',
          purpose: 'THREAT_PREVENTION',
          says: 'What one State asks of another is between the two.',
          document: 'query Request($id: ID!) { protectionRequest(id: $id) { measures } }',
          variables: { id: '$request' },
          shows: { protectionRequest: null },
        },
      ],
    },
    {
      id: 'read',
      says: 'The ministry of the host reads the request.',
      does: {
        as: 'deu.foreign-ministry',
        purpose: 'THREAT_PREVENTION',
        document: `query Request($id: ID!) {
          protectionRequest(id: $id) { id measure measures channel answer concurrencyToken }
        }`,
        variables: { id: '$request' },
      },
      keeps: { requestToken: 'protectionRequest.concurrencyToken' },
      sights: [],
    },
    {
      id: 'answered',
      says: 'It grants the cordon, and the fire service says that it comes.',
      does: {
        as: 'deu.foreign-ministry',
        purpose: 'THREAT_PREVENTION',
        document: `mutation Answered($input: AnswerProtectionRequestInput!) {
          answerProtectionRequest(input: $input) { protectionRequest { answer } }
        }`,
        variables: {
          input: {
            idempotencyKey: '#answered',
            id: '$request',
            concurrencyToken: '$requestToken',
            answer: 'GRANTED',
            answerText: 'The cordon stands within ten minutes; the road is closed from the river to the square.',
          },
        },
      },
      sights: [
        {
          as: 'usa.diplomatic-security',
          purpose: 'INCIDENT_RESPONSE',
          says: 'The post reads the answer.',
          document: 'query Request($id: ID!) { protectionRequest(id: $id) { answer answerText } }',
          variables: { id: '$request' },
          shows: { 'protectionRequest.answer': 'GRANTED', 'protectionRequest.answerText': '*' },
        },
      ],
    },
  ],
};
