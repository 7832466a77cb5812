import type { Chapter } from './step.js';

/** What only those who were read in may know; no sight of another may tell it. */
const HEARD = 'the one who signs as Larch';
const FILMED = 'from a grey van at the delivery gate';

/** A threat is seen, heard, judged and warned of. */
export const THREAT: Chapter = {
  title: 'A threat',
  steps: [
    {
      id: 'posts',
      says: 'The intelligence service of the United States opens its file on two of its posts in Germany, the embassy in Berlin and the consulate general in Munich.',
      does: {
        as: 'usa.intelligence',
        purpose: 'THREAT_PREVENTION',
        document: `query Posts {
          embassy: missionByWikidataId(wikidataId: "Q875787") { id name }
          consulate: missionByWikidataId(wikidataId: "Q470042") { id name }
          threats(first: 1, filter: { reference: { eq: "THR-Q875787-1" } }) { edges { node { id type } } }
        }`,
      },
      keeps: { embassy: 'embassy.id', consulate: 'consulate.id', threat: 'threats.edges.0.node.id' },
      sights: [],
    },
    {
      id: 'seen',
      says: 'It writes down what anybody could have seen: a video channel shows both posts (OSINT).',
      does: {
        as: 'usa.intelligence',
        purpose: 'THREAT_PREVENTION',
        document: `mutation Seen($input: SubmitReportInput!) {
          submitReport(input: $input) { intelReport { id reference } }
        }`,
        variables: {
          input: {
            idempotencyKey: '#seen',
            mission: '$embassy',
            discipline: 'OSINT',
            title: 'A channel shows two posts at opening time',
            body: `Two clips show the embassy in Berlin and the consulate general in Munich at opening time. They were filmed ${FILMED}.`,
            reliability: 'C',
            credibility: 3,
            acquiredAt: '@-5h',
            url: 'https://video.example/channel/4711',
            publisher: 'video.example',
            synthetic: true,
          },
        },
      },
      keeps: { seen: 'submitReport.intelReport.id' },
      sights: [
        {
          as: 'deu.police',
          purpose: 'THREAT_PREVENTION',
          says: 'To the police of the host there is no such report: not withheld, but absent, as one that nobody wrote.',
          document: 'query Report($id: ID!) { intelReport(id: $id) { title body } }',
          variables: { id: '$seen' },
          shows: { intelReport: null },
          never: [FILMED],
        },
      ],
    },
    {
      id: 'heard',
      says: 'A call is overheard that fits it (SIGINT). The new report is drawn from the first, and labelled no lower.',
      does: {
        as: 'usa.intelligence',
        purpose: 'THREAT_PREVENTION',
        document: `mutation Heard($input: SubmitReportInput!) {
          submitReport(input: $input) { intelReport { id reference concurrencyToken } }
        }`,
        variables: {
          input: {
            idempotencyKey: '#heard',
            mission: '$embassy',
            discipline: 'SIGINT',
            title: 'A tanker is spoken of',
            body: `In the call ${HEARD} says that the tanker leaves before six and that Munich is to follow within the hour.`,
            reliability: 'B',
            credibility: 2,
            acquiredAt: '@-3h',
            derivedFrom: ['$seen'],
            synthetic: true,
          },
        },
      },
      keeps: { heard: 'submitReport.intelReport.id', heardToken: 'submitReport.intelReport.concurrencyToken' },
      sights: [
        {
          as: 'usa.intelligence',
          purpose: 'THREAT_PREVENTION',
          says: 'The service reads its own report whole.',
          document: 'query Report($id: ID!) { intelReport(id: $id) { title body credibility } }',
          variables: { id: '$heard' },
          shows: { 'intelReport.body': '*', 'intelReport.credibility': 2 },
        },
        {
          as: 'gbr.foreign-ministry',
          purpose: 'THREAT_PREVENTION',
          says: 'A partner does not learn that there is one.',
          document: 'query Report($id: ID!) { intelReport(id: $id) { title body } }',
          variables: { id: '$heard' },
          shows: { intelReport: null },
          never: [HEARD],
        },
      ],
    },
    {
      id: 'marked',
      says: 'What was overheard is marked SECRET, by the service that made it; whatever is drawn from it from now on is so too.',
      does: {
        as: 'usa.intelligence',
        purpose: 'THREAT_PREVENTION',
        document: `mutation Marked($input: RegradeIntelReportInput!) {
          regradeIntelReport(input: $input) { intelReport { id } }
        }`,
        variables: {
          input: {
            idempotencyKey: '#marked',
            id: '$heard',
            concurrencyToken: '$heardToken',
            rank: 3,
            reason: 'It shows which calls can be overheard.',
          },
        },
      },
      sights: [],
    },
    {
      id: 'judged',
      says: 'The service judges the threat: probably true and grave. The priority follows from the matrix, and is nobody’s to set.',
      does: {
        as: 'usa.intelligence',
        purpose: 'THREAT_PREVENTION',
        document: `mutation Judged($input: AssessThreatInput!) {
          assessThreat(input: $input) { threatAssessment { id priority } }
        }`,
        variables: {
          input: {
            idempotencyKey: '#judged',
            mission: '$embassy',
            threat: '$threat',
            reliability: 'B',
            credibility: 2,
            impact: 4,
            likelihood: 'LIKELY',
            severity: 'EXTREME',
            attributionConfidence: 'MODERATE',
            rationale: `Picture and call agree on place and hour; ${HEARD} has not been wrong before.`,
            synthetic: true,
          },
        },
      },
      keeps: { judgement: 'assessThreat.threatAssessment.id' },
      sights: [],
    },
    {
      id: 'told',
      says: 'It tells the host one word of that judgement, and not what it rests on.',
      does: {
        as: 'usa.intelligence',
        purpose: 'THREAT_PREVENTION',
        document: `mutation Told($input: TellThreatLevelInput!) {
          tellThreatLevel(input: $input) { threatLevel { id priority } }
        }`,
        variables: {
          input: { idempotencyKey: '#told', mission: '$embassy', assessment: '$judgement', toldTo: 'DEU' },
        },
      },
      keeps: { level: 'tellThreatLevel.threatLevel.id' },
      sights: [
        {
          as: 'deu.foreign-ministry',
          purpose: 'THREAT_PREVENTION',
          says: 'The ministry of the host reads the word, and there is no judgement behind it.',
          document: `query Level($level: ID!, $judgement: ID!) {
            threatLevel(id: $level) { priority toldOn }
            threatAssessment(id: $judgement) { rationale credibility impact }
          }`,
          variables: { level: '$level', judgement: '$judgement' },
          shows: { 'threatLevel.priority': 'HIGH', threatAssessment: null },
          never: [HEARD],
        },
      ],
    },
    {
      id: 'warned',
      says: 'It warns of both posts, with a tearline for the host and for a partner.',
      does: {
        as: 'usa.intelligence',
        purpose: 'THREAT_PREVENTION',
        document: `mutation Warned($input: IssueWarningInput!) {
          issueWarning(input: $input) { warning { id reference } }
        }`,
        variables: {
          input: {
            idempotencyKey: '#warned',
            missions: ['$embassy', '$consulate'],
            scope: 'RESTRICTED',
            restriction: 'Those that protect the two posts.',
            category: 'SECURITY',
            responseType: 'PREPARE',
            instruction: 'Close the delivery gates and keep the road before them free.',
            urgency: 'EXPECTED',
            severity: 'EXTREME',
            certainty: 'LIKELY',
            area: 'Berlin and Munich, delivery gates of the posts',
            expiresAt: '@+2d',
            tearline: 'Expect an attempt with a heavy vehicle at a delivery gate before six in the morning.',
            tearlineTo: ['DEU', 'GBR'],
            body: `By a call of this night ${HEARD} sends a tanker to Berlin and a second vehicle to Munich.`,
            derivedFrom: ['$heard', '$judgement'],
            synthetic: true,
          },
        },
      },
      keeps: { warning: 'issueWarning.warning.id' },
      sights: [
        {
          as: 'deu.police',
          purpose: 'THREAT_PREVENTION',
          says: 'The police of the host read what they can act on, below the line; the report above it is withheld.',
          document: `query Warning($id: ID!) {
            warning(id: $id) { severity instruction tearline body missions { name } }
          }`,
          variables: { id: '$warning' },
          shows: { 'warning.tearline': '*', 'warning.instruction': '*', 'warning.body': null },
          never: [HEARD],
        },
        {
          as: 'gbr.foreign-ministry',
          purpose: 'THREAT_PREVENTION',
          says: 'The partner reads the same, and asks for the rest.',
          document: 'query Warning($id: ID!) { warning(id: $id) { tearline body } }',
          variables: { id: '$warning' },
          shows: { 'warning.tearline': '*', 'warning.body': null },
          never: [HEARD],
        },
        {
          as: 'ury.observer',
          purpose: 'TRAINING',
          says: 'To everybody else there is no warning.',
          document: 'query Warning($id: ID!) { warning(id: $id) { tearline body } }',
          variables: { id: '$warning' },
          shows: { warning: null },
          never: [HEARD, 'delivery gate'],
        },
      ],
    },
    {
      id: 'passed-on',
      says: 'The partner’s question is answered with more words, written for it, and that is written down.',
      does: {
        as: 'usa.intelligence',
        purpose: 'THREAT_PREVENTION',
        document: `mutation PassedOn($input: DisseminateInput!) {
          disseminate(input: $input) { dissemination { id reference } }
        }`,
        variables: {
          input: {
            idempotencyKey: '#passed-on',
            mission: '$embassy',
            recipientState: 'GBR',
            recipientAgency: 'Foreign Ministry, crisis centre',
            basis: 'TEARLINE',
            channel: 'SECURE_NETWORK',
            tearline:
              'Two vehicles, Berlin first and Munich within the hour; your posts in both cities are not spoken of.',
            synthetic: true,
          },
        },
      },
      keeps: { passed: 'disseminate.dissemination.id' },
      sights: [
        {
          as: 'gbr.foreign-ministry',
          purpose: 'THREAT_PREVENTION',
          says: 'The partner reads what was written for it.',
          document: 'query Passed($id: ID!) { dissemination(id: $id) { tearline basis } }',
          variables: { id: '$passed' },
          shows: { 'dissemination.tearline': '*', 'dissemination.basis': 'TEARLINE' },
          never: [HEARD],
        },
        {
          as: 'deu.police',
          purpose: 'THREAT_PREVENTION',
          says: 'The host does not learn what a partner was told.',
          document: 'query Passed($id: ID!) { dissemination(id: $id) { tearline } }',
          variables: { id: '$passed' },
          shows: { dissemination: null },
        },
      ],
    },
  ],
};
