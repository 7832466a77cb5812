import { INCIDENT } from './attack.js';
import { INSIDE } from './response.js';
import type { Chapter } from './step.js';

/** What went badly, which is nobody else’s to know. */
const FAILED = 'the radio of the gate was dead for nine minutes';

/** The incident is closed, and learnt from. */
export const AFTER: Chapter = {
  title: 'Afterwards',
  steps: [
    {
      id: 'called-off',
      says: 'The warning is called off.',
      does: {
        as: 'usa.intelligence',
        purpose: 'THREAT_PREVENTION',
        document: `mutation CalledOff($input: CancelWarningInput!) { cancelWarning(input: $input) { warning { msgType } } }`,
        variables: { input: { idempotencyKey: '#called-off', id: '$warning' } },
      },
      sights: [
        {
          as: 'deu.police',
          purpose: 'THREAT_PREVENTION',
          says: 'Who read it sees that it no longer holds.',
          document: 'query Warning($id: ID!) { warning(id: $id) { msgType tearline body } }',
          variables: { id: '$warning' },
          shows: { 'warning.msgType': 'CANCEL', 'warning.body': null },
        },
      ],
    },
    {
      id: 'contained',
      says: 'The incident in Berlin is contained and then closed.',
      does: {
        as: 'usa.diplomatic-security',
        purpose: 'INCIDENT_RESPONSE',
        document: `mutation Contained($on: AdvanceIncidentInput!, $over: AdvanceIncidentInput!, $closed: CloseIncidentInput!) {
          on: advanceIncident(input: $on) { incident { status } }
          over: advanceIncident(input: $over) { incident { status } }
          closeIncident(input: $closed) { incident { status } }
        }`,
        variables: {
          on: { idempotencyKey: '#on', id: '$berlin', status: 'RESPONDING', severity: 'SEVERE' },
          over: { idempotencyKey: '#contained', id: '$berlin', status: 'CONTAINED', injured: 3 },
          closed: { idempotencyKey: '#closed', id: '$berlin' },
        },
      },
      sights: [
        {
          as: 'deu.police',
          purpose: 'THREAT_PREVENTION',
          says: 'The host sees that it is over.',
          document: 'query Incident($id: ID!) { incident(id: $id) { status injured } }',
          variables: { id: '$berlin' },
          shows: { 'incident.status': 'CLOSED' },
        },
      ],
    },
    {
      id: 'reviewed',
      says: 'The post looks back: what went well, and what did not.',
      does: {
        as: 'usa.diplomatic-security',
        purpose: 'INCIDENT_RESPONSE',
        document: `mutation Reviewed($input: ReviewIncidentInput!) {
          reviewIncident(input: $input) { afterActionReport { id concurrencyToken } }
        }`,
        variables: {
          input: {
            idempotencyKey: '#reviewed',
            incident: '$berlin',
            kind: 'AFTER_ACTION_REVIEW',
            summary: 'Everybody was out of the smoke after eleven minutes.',
            wentWell: ['The gate held, as it was built to.', 'The fire service knew the way once it was let in.'],
            wentBadly: [`${FAILED}.`],
            synthetic: true,
          },
        },
      },
      keeps: {
        review: 'reviewIncident.afterActionReport.id',
        reviewToken: 'reviewIncident.afterActionReport.concurrencyToken',
      },
      sights: [
        {
          as: 'deu.foreign-ministry',
          purpose: 'THREAT_PREVENTION',
          says: 'The review is the post’s own.',
          document: 'query Review($id: ID!) { afterActionReport(id: $id) { summary wentBadly } }',
          variables: { id: '$review' },
          shows: { afterActionReport: null },
          never: [FAILED],
        },
      ],
    },
    {
      id: 'learnt',
      says: 'It is agreed, recommends, and leaves a lesson for other posts.',
      does: {
        as: 'usa.diplomatic-security',
        purpose: 'INCIDENT_RESPONSE',
        document: `mutation Learnt($agreed: AgreeReviewInput!, $do: RecommendInput!, $lesson: RecordLessonInput!) {
          agreeReview(input: $agreed) { afterActionReport { status } }
          recommend(input: $do) { recommendation { id } }
          recordLesson(input: $lesson) { lesson { id } }
        }`,
        variables: {
          agreed: {
            idempotencyKey: '#agreed',
            id: '$review',
            concurrencyToken: '$reviewToken',
            rootCause: 'The spare battery was in the burning gatehouse.',
          },
          do: {
            idempotencyKey: '#recommend',
            report: '$review',
            text: 'Keep a second radio away from every gate.',
            ownerRole: 'RSO-Q875787',
            priority: 'HIGH',
            dueOn: '@today',
            synthetic: true,
          },
          lesson: {
            idempotencyKey: '#lesson',
            incident: '$berlin',
            topic: 'COMMUNICATIONS',
            observation: `People were led to ${INSIDE} by word of mouth.`,
            lesson: 'What is needed at a gate is kept away from it too.',
            synthetic: true,
          },
        },
      },
      keeps: { lesson: 'recordLesson.lesson.id' },
      sights: [
        {
          as: 'usa.diplomatic-security',
          purpose: 'INCIDENT_RESPONSE',
          says: 'Its own people find the lesson on the incident.',
          document: `query Learnt($id: ID!) { incident(id: $id) { lessons(first: 5) { edges { node { lesson } } } } }`,
          variables: { id: '$berlin' },
          shows: { 'incident.lessons.edges.0.node.lesson': '*' },
        },
        {
          as: 'deu.police',
          purpose: 'THREAT_PREVENTION',
          says: 'The host sees the incident that it was told of, and no lesson of it.',
          document: `query Learnt($id: ID!) { incident(id: $id) { city lessons(first: 5) { totalCount } } }`,
          variables: { id: '$berlin' },
          shows: { 'incident.city': 'Berlin', 'incident.lessons.totalCount': 0 },
          never: [INSIDE],
        },
      ],
    },
    {
      id: 'taken-back',
      says: 'The host has done what it was told for. The release is taken back.',
      does: {
        as: 'usa.diplomatic-security',
        purpose: 'INCIDENT_RESPONSE',
        document: `mutation TakenBack($input: RevokeActInput!) { revokeAct(input: $input) { legalAct { id status } } }`,
        variables: { input: { idempotencyKey: '#taken-back', id: '$release', concurrencyToken: '$releaseToken' } },
      },
      changesLaw: true,
      sights: [
        {
          as: 'deu.police',
          purpose: 'THREAT_PREVENTION',
          says: 'What the police have read they know; they read no more of it.',
          document: INCIDENT,
          variables: { id: '$berlin' },
          shows: { 'incident.city': null, 'incident.summary': null },
          withheld: { 'Incident.summary': 'CHY-DENY' },
        },
      ],
    },
  ],
};
