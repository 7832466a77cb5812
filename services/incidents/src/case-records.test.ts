import { profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import type { Purpose } from '@chancery/shared/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseStudies, type ExerciseData, makeExerciseData } from './testkit/exercise-data.js';
import { runIncidents } from './testkit/running-incidents.js';

const POSTS = ['Q875787', 'Q470042', 'Q1803773'];
const factOf = (m: string) => ({
  m,
  sending: 'USA',
  receiving: 'DEU',
  regime: 'VCDR' as const,
  legalStatus: 'ESTABLISHED' as const,
  protectingPower: null,
  from: '2022-11-16',
  until: null,
});

let posts: PublishedPosts;
let data: ExerciseData;
let incidents: RunningService;

beforeAll(async () => {
  posts = await publishPosts(POSTS);
  data = makeExerciseData({ posts: POSTS, exercised: POSTS, studies: caseStudies('Tehran') });
  incidents = await runIncidents({
    missionsOwnerUrl: posts.ownerUrl,
    dataFolder: data.folder,
    facts: [factOf('Q875787'), factOf('Q470042')],
  });
});
afterAll(async () => {
  await incidents[Symbol.asyncDispose]();
  await posts[Symbol.asyncDispose]();
  data[Symbol.dispose]();
});

type Row = Readonly<Record<string, unknown>>;

/** What somebody sees of the records of the two posts of the USA in Germany. */
async function rowsSeen(persona: string, purpose: Purpose, many: string, fields: string): Promise<Row[]> {
  const answer = await incidents.client.query(
    { ...profileOf(persona), purpose },
    `{ ${many}(first: 100) { edges { node { reference ${fields} } } } }`,
  );
  expect(answer.errors).toEqual([]);
  const found = (answer.data as unknown as Record<string, { edges: { node: Row }[] }>)[many];
  return found?.edges.map(({ node }) => node) ?? [];
}
const valuesOf = (rows: readonly Row[], field: string): unknown[] =>
  rows.map((row) => row[field]).filter((value) => value !== null && value !== undefined);

describe('who is on a manifest', () => {
  const read = (persona: string, purpose: Purpose) =>
    rowsSeen(persona, purpose, 'manifestEntries', 'personRef documentNo nationality medical');

  it('is read by the State that evacuates, for the evacuation, and by the same agency for no training', async () => {
    const evacuating = await read('usa.consular', 'EVACUATION');
    expect(valuesOf(evacuating, 'personRef').length).toBeGreaterThan(10);

    const training = await read('usa.consular', 'TRAINING');
    for (const field of ['personRef', 'documentNo', 'nationality', 'medical']) {
      expect({ field, values: valuesOf(training, field) }).toEqual({ field, values: [] });
    }
  });

  it('is never read by the host, nor by who only holds a token', async () => {
    for (const [persona, purpose] of [
      ['deu.police', 'CRIMINAL_INVESTIGATION'],
      ['deu.foreign-ministry', 'PROTOCOL_NOTIFICATION'],
      ['ury.observer', 'TRAINING'],
    ] as const) {
      const rows = await read(persona, purpose);
      for (const field of ['personRef', 'documentNo', 'medical']) {
        expect({ persona, field, values: valuesOf(rows, field) }).toEqual({ persona, field, values: [] });
      }
    }
  });

  it('is a pseudonym everywhere: no record of an evacuation has a field for a name', async () => {
    const { schema } = await (await import('./service.js')).incidents.schema();
    const fields = Object.keys(schema.getTypeMap()).flatMap((name) => {
      const type = schema.getType(name);
      return type !== undefined && 'getFields' in type && /Evac|Casualty/.test(name)
        ? Object.keys(type.getFields())
        : [];
    });
    expect(fields.length).toBeGreaterThan(20);
    expect(fields.filter((field) => /name|photo|birth|biometric|fingerprint/i.test(field))).toEqual([]);
  });
});

describe('what is asked of a host', () => {
  it('is read by its ministry, and by none of another State', async () => {
    const host = await rowsSeen('deu.foreign-ministry', 'THREAT_PREVENTION', 'protectionRequests', 'measures channel');
    const partner = await rowsSeen('gbr.foreign-ministry', 'THREAT_PREVENTION', 'protectionRequests', 'measures');

    expect(valuesOf(host, 'measures').length).toBeGreaterThan(0);
    // That there are some which were addressed to its own State is all that it sees.
    for (const field of ['reference', 'measures']) expect(valuesOf(partner, field)).toEqual([]);
  });
});

describe('how a response is led', () => {
  it('is read by nobody of the host: log, decisions and reviews are not even there for it', async () => {
    for (const many of ['incidentLogEntries', 'decisions', 'meetings', 'afterActionReports', 'damageAssessments']) {
      expect({ many, rows: await rowsSeen('deu.police', 'THREAT_PREVENTION', many, '') }).toEqual({ many, rows: [] });
      expect((await rowsSeen('usa.diplomatic-security', 'INCIDENT_RESPONSE', many, '')).length).toBeGreaterThan(0);
    }
  });
});

describe('public case studies and claims', () => {
  it('are read by whoever has a token, claims beside what checking them came to', async () => {
    const studies = await rowsSeen('ury.observer', 'TRAINING', 'caseStudies', 'title facts source isVerified');
    const claims = await rowsSeen('ury.observer', 'TRAINING', 'checkedClaims', 'claim status finding');

    expect(studies.length).toBeGreaterThan(3);
    expect(valuesOf(studies, 'facts').flat().length).toBeGreaterThan(studies.length);
    expect(claims.map(({ reference, status }) => `${reference} ${status}`).sort()).toEqual(
      expect.arrayContaining([
        'claim-iran-2014 UNVERIFIED',
        'claim-nigeria-2018 UNVERIFIED',
        'claim-benghazi-2012 QUALIFIED',
      ]),
    );
  });

  it('say of no claim that it is a fact: no incident and no case study is made of one', async () => {
    const incidentsSeen = await rowsSeen('ury.observer', 'TRAINING', 'incidents', '');
    const references = incidentsSeen.map(({ reference }) => String(reference));

    expect(references.filter((reference) => /2014.*tehran|2018.*nigeria|abuja/.test(reference))).toEqual([]);
  });
});
