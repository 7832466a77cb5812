import { readdirSync, readFileSync } from 'node:fs';
import { PERSONAS } from '@chancery/shared/subjects/personas';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { type Answer, rulesWithheldAt, valueAt } from './answer.js';

const EXAMPLES = new URL('../../../docs/examples/', import.meta.url);
const COMMENT_LENGTH_MAX = 48;

/** A document, and who its comment says asks for what. */
interface Example {
  readonly file: string;
  readonly document: string;
  readonly comment: string;
  readonly persona: string | undefined;
  readonly purpose: string | undefined;
}

const examples: readonly Example[] = readdirSync(EXAMPLES)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => {
    const document = readFileSync(new URL(file, EXAMPLES), 'utf8');
    const lines = document.split('\n');
    const head = lines.slice(
      0,
      lines.findIndex((line) => !line.startsWith('#')),
    );
    const comment = head.map((line) => line.slice(1).trim()).join(' ');
    const [, persona, purpose] = /Ask as ([a-z]{2,8}\.[a-z-]+), for ([A-Z_]+)\./.exec(comment) ?? [];
    return { file, document, comment, persona, purpose };
  });

/** What the comment of a document promises: values at paths, and the rules told for what is not given. */
interface Promised {
  readonly gives: readonly string[];
  readonly withholds: Readonly<Record<string, readonly string[]>>;
  /** Coordinates of which some values are withheld, though others come. */
  readonly inPart?: readonly string[];
  /** Words that must be nowhere in the answer. */
  readonly never?: readonly string[];
}

const POST = 'missionByWikidataId';
const PROMISES: Readonly<Record<string, Promised>> = {
  'fire.graphql': {
    gives: ['embassy.name', 'consulate.premises.floorPlan', 'consulate.premises.hazards'],
    withholds: {
      'embassy.premises.floorPlan': ['VCDR-22-1'],
      'embassy.premises.archiveRegister': ['LABEL', 'VCDR-24'],
      'consulate.premises.interiorPlan': ['LABEL', 'VCCR-31-2'],
    },
  },
  'tearline.graphql': {
    gives: [`${POST}.warnings.edges.0.node.tearline`],
    withholds: {},
    inPart: ['Warning.body'],
    never: ['EX-SOURCE-'],
  },
  'own-post.graphql': {
    gives: [
      ...['floorPlan', 'interiorPlan', 'archiveRegister'].map((field) => `${POST}.premises.${field}`),
      `${POST}.incidents.edges.0.node.summary`,
      `${POST}.warnings.edges.0.node.body`,
    ],
    withholds: {},
    inPart: ['Warning.body'],
    never: ['EX-SOURCE-'],
  },
  'sources.graphql': {
    gives: [`${POST}.warnings.edges.0.node.body`],
    withholds: { [`${POST}.premises.interiorPlan`]: ['CHY-DENY'] },
  },
  'evacuation.graphql': {
    gives: ['address', 'emergencyContact'].map((field) => `missions.edges.0.node.premises.${field}`),
    withholds: { 'missions.edges.0.node.premises.interiorPlan': ['CHY-DENY'] },
    inPart: ['Warning.body', 'Premises.floorPlan'],
  },
  'oversight.graphql': {
    gives: [`${POST}.premises.custody.custodian`, `${POST}.receivingStateName`],
    withholds: { [`${POST}.premises.address`]: ['CHY-OVSB'], [`${POST}.warnings`]: ['CHY-OVSB'] },
  },
  'duty-to-protect.graphql': {
    gives: [`${POST}.premises.address`, `${POST}.warnings.edges.0.node.tearline`],
    withholds: {
      [`${POST}.premises.interiorPlan`]: ['LABEL', 'VCDR-22-1'],
      [`${POST}.premises.archiveRegister`]: ['LABEL', 'VCDR-24'],
    },
    inPart: ['Warning.body'],
  },
  'partner.graphql': {
    gives: [`${POST}.warnings.edges.0.node.body`],
    withholds: {
      [`${POST}.premises.address`]: ['CHY-DENY'],
      [`${POST}.premises.archiveRegister`]: ['LABEL', 'VCDR-24'],
    },
    inPart: ['Warning.body'],
    never: ['EX-SOURCE-'],
  },
  'passage.graphql': {
    gives: ['agent.summary', 'staff.summary', `${POST}.sendingStateName`],
    withholds: { [`${POST}.premises.interiorPlan`]: ['CHY-PURP'], [`${POST}.premises.address`]: ['CHY-DENY'] },
  },
  'protecting-power.graphql': {
    gives: ['custody.since', 'interiorPlan', 'archiveRegister'].map((field) => `entrusted.premises.${field}`),
    withholds: {
      'entrusted.warnings': ['CHY-DENY'],
      'other.premises.floorPlan': ['LABEL'],
      'other.premises.archiveRegister': ['LABEL', 'VCDR-24'],
    },
  },
  'as-of.graphql': {
    gives: ['status', 'heldFrom'].map((field) => `${POST}.legalStatusPeriods.edges.0.node.${field}`),
    withholds: {},
  },
  'threat-matrix.graphql': {
    gives: [`${POST}.threatLevels.edges.0.node.priority`, `${POST}.threatLevels.edges.0.node.toldOn`],
    withholds: {},
    never: ['"rationale":"'],
  },
  'response.graphql': {
    gives: [`${POST}.incidents.edges.0.node.summary`, `${POST}.incidents.edges.0.node.logEntries.edges.0.node.text`],
    withholds: {},
  },
  'organisation.graphql': {
    gives: ['incidents.edges.0.node.summary', 'warnings.totalCount'],
    withholds: { 'warnings.edges.0.node.tearline': ['CHY-DENY'] },
    never: ['EX-TEARLINE-'],
  },
  'trust-agreements.graphql': {
    gives: ['issuer', 'ceiling.0', 'validTo'].map((field) => `trustAgreements.edges.0.node.${field}`),
    withholds: { [`${POST}.premises.floorPlan`]: ['LABEL'] },
  },
  'proposed-agreements.graphql': {
    gives: ['document', 'knownAgencies.0.kind'].map((field) => `trustAgreements.edges.0.node.${field}`),
    withholds: { [`${POST}.premises.floorPlan`]: ['LABEL'] },
  },
  'case-studies.graphql': {
    gives: ['incidents.edges.0.node.summary', 'incidents.edges.0.node.legalRules.0'],
    withholds: { [`${POST}.premises.archiveRegister`]: ['CHY-PURP'] },
  },
};

const hasValue = (answer: Answer, path: string): boolean => {
  const value = valueAt(answer, path);
  return value !== null && value !== undefined && value !== 0;
};

describe('the documents of docs/examples', () => {
  it('show what each persona is for', () => {
    const shown = new Set(examples.map(({ persona }) => persona));
    expect(PERSONAS.filter(({ id }) => !shown.has(id)).map(({ id }) => id)).toEqual([]);
    const asked = examples.filter(({ persona }) => persona !== undefined).map(({ file }) => file);
    expect(asked.sort()).toEqual(Object.keys(PROMISES).sort());
  });

  it.each(examples)('$file says who asks and what comes back, in short lines', ({ document, comment }) => {
    expect(comment.length).toBeGreaterThan(40);
    const long = document
      .split('\n')
      .filter((line) => line.trimStart().startsWith('#') && line.length > COMMENT_LENGTH_MAX);
    expect(long).toEqual([]);
  });

  describe('asked as they say', () => {
    let mesh: Mesh;
    beforeAll(async () => {
      mesh = await startMesh();
    }, MESH_STARTS_WITHIN_MS);
    afterAll(() => mesh.close());

    it.each(Object.keys(PROMISES))('%s gives and withholds what its comment promises', async (file) => {
      const example = examples.find((each) => each.file === file);
      const promised = PROMISES[file];
      if (example?.persona === undefined || promised === undefined) throw new Error(`nobody asks ${file}`);
      const answer = await mesh.as(example.persona, example.purpose).query(example.document);

      expect(answer.status).toBe(200);
      expect(answer.body.errors).toBeUndefined();
      expect(promised.gives.filter((path) => !hasValue(answer, path))).toEqual([]);
      for (const [path, rules] of Object.entries(promised.withholds)) {
        expect({ [path]: valueAt(answer, path) }).toEqual({ [path]: null });
        expect({ [path]: rulesWithheldAt(answer, path) }).toEqual({ [path]: rules });
      }
      const withheld = (answer.body.extensions?.withheld ?? []).map(({ coordinate }) => coordinate);
      expect(withheld).toEqual(expect.arrayContaining([...(promised.inPart ?? [])]));
      for (const word of promised.never ?? []) expect(answer.text).not.toContain(word);
    });

    it('evacuation.graphql names posts that have premises, each of them', async () => {
      const example = examples.find(({ file }) => file === 'evacuation.graphql');
      const answer = await mesh.as('usa.consular', 'EVACUATION').query(example?.document ?? '');
      const edges = valueAt(answer, 'missions.edges') as { node: { name: string; premises: object | null } }[];
      expect(edges).toHaveLength(example?.document.match(/"Q\d+"/g)?.length ?? 0);
      expect(edges.filter(({ node }) => node.premises === null || node.name === null)).toEqual([]);
    });

    it('sources.graphql gives sources to whom they are for', async () => {
      const example = examples.find(({ file }) => file === 'sources.graphql');
      const answer = await mesh.as('usa.intelligence', 'THREAT_PREVENTION').query(example?.document ?? '');
      expect(answer.text).toContain('EX-SOURCE-');
    });
  });
});
