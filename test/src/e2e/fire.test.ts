import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actsOfTheDay, consentOfHead, refusalOfHead } from '../testkit/acts.js';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { type Answer, rulesWithheldAt, valueAt } from './answer.js';

const FIRE = readFileSync(new URL('../../../docs/examples/fire.graphql', import.meta.url), 'utf8');
const EMBASSY = 'Q875787';
const CONSULATE = 'Q470042';
const HONORARY = 'Q80685174';
const RESCUE = ['floorPlan', 'hazards', 'occupancy'];

/** The pair every reviewer asks for: the same fire, the same sending State, two treaties. */
describe('a fire at the embassy and at the consulate general, disaster declared', () => {
  let mesh: Mesh;
  beforeAll(async () => {
    mesh = await startMesh();
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  const ask = (variables: Record<string, unknown> = {}): Promise<Answer> =>
    mesh.as('deu.fire-service').query(FIRE, variables);

  it('withholds the embassy’s floor plan by VCDR 22(1), which knows no assumed consent', async () => {
    const answer = await ask();
    for (const field of RESCUE) {
      expect(valueAt(answer, `embassy.premises.${field}`)).toBeNull();
      expect(rulesWithheldAt(answer, `embassy.premises.${field}`)).toEqual(['VCDR-22-1']);
    }
    expect(answer.text).not.toContain(`EX-FLOORPLAN-${EMBASSY}`);
  });

  it('gives the consulate’s rescue minimum by VCCR 31(2), and owes the post a notice', async () => {
    const answer = await ask();
    for (const field of RESCUE) {
      expect(valueAt(answer, `consulate.premises.${field}`)).not.toBeNull();
      expect(rulesWithheldAt(answer, `consulate.premises.${field}`)).toBeNull();
    }
    expect(answer.text).toContain(`EX-FLOORPLAN-${CONSULATE}`);
    expect(answer.body.extensions?.obligations).toContainEqual({
      kind: 'NOTIFY_POST',
      rule: 'VCCR-31-2D',
      by: 'DEU.fire-service',
      to: 'POST',
      dueAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      coordinate: 'Premises.floorPlan',
      count: 1,
      paths: [['consulate', 'premises', 'floorPlan']],
      pathsTruncated: false,
    });
  });

  it('resolves the rule that it cites, and tells nobody of a rule that there is not', async () => {
    const { body } = await mesh.as('deu.fire-service').query(
      `{ cited: rule(id: "VCDR-22-1") { id citation title summary effect } none: rule(id: "__proto__") { id }
           deny: rule(id: "CHY-DENY") { id effect } label: rule(id: "LABEL") { id effect } }`,
    );
    expect(body.data).toEqual({
      cited: {
        id: 'VCDR-22-1',
        citation: 'VCDR art 22(1)',
        title: 'Inviolability of the premises of the mission',
        summary: expect.stringContaining('mission'),
        effect: 'FORBID',
      },
      none: null,
      // Cited where no rule of the register is.
      deny: { id: 'CHY-DENY', effect: 'FORBID' },
      label: { id: 'LABEL', effect: 'FORBID' },
    });
  });

  it('tells the fire service where both houses are and whom to ring: nobody puts out a fire without', async () => {
    const answer = await ask();
    for (const post of ['embassy', 'consulate']) {
      expect(valueAt(answer, `${post}.premises.address`)).toContain('EX-ADDRESS');
      expect(valueAt(answer, `${post}.premises.emergencyContact`)).toContain('EX-CONTACT');
    }
  });

  it('withholds all else inside, and the archives, at both posts', async () => {
    const answer = await ask();
    expect(rulesWithheldAt(answer, 'embassy.premises.interiorPlan')).toEqual(['LABEL', 'VCDR-22-1']);
    expect(rulesWithheldAt(answer, 'consulate.premises.interiorPlan')).toEqual(['LABEL', 'VCCR-31-2']);
    expect(rulesWithheldAt(answer, 'embassy.premises.archiveRegister')).toEqual(['LABEL', 'VCDR-24']);
    expect(rulesWithheldAt(answer, 'consulate.premises.archiveRegister')).toEqual(['LABEL', 'VCCR-33']);
    expect(answer.text).not.toContain('EX-INTERIOR');
    expect(answer.text).not.toContain('EX-ARCHIVE');
  });

  it('withholds at the consulate whose head has expressly refused', async () => {
    await mesh.withActs([...actsOfTheDay(Date.now()), refusalOfHead(CONSULATE, Date.now())], async () => {
      const answer = await ask();
      expect(valueAt(answer, 'consulate.premises.floorPlan')).toBeNull();
      expect(rulesWithheldAt(answer, 'consulate.premises.floorPlan')).toContain('VCCR-31-2');
      expect(rulesWithheldAt(answer, 'consulate.premises.interiorPlan')).toContain('VCCR-31-2');
      expect(answer.text).not.toContain(`EX-FLOORPLAN-${CONSULATE}`);
    });
  });

  it('gives at the embassy whose head has consented, as far as the consent goes', async () => {
    await mesh.withActs([...actsOfTheDay(Date.now()), consentOfHead(EMBASSY, Date.now())], async () => {
      const answer = await ask();
      expect(answer.text).toContain(`EX-FLOORPLAN-${EMBASSY}`);
      expect(rulesWithheldAt(answer, 'embassy.premises.interiorPlan')).toEqual(['LABEL', 'VCDR-22-1']);
      expect(answer.text).not.toContain('EX-INTERIOR');
    });
  });

  it('withholds at both when nobody has confirmed the facts for too long', async () => {
    mesh.setStale(true);
    try {
      const answer = await ask();
      expect(valueAt(answer, 'consulate.premises.floorPlan')).toBeNull();
      expect(valueAt(answer, 'consulate.city')).toBe('Munich');
      const codes = (answer.body.extensions?.withheld ?? []).map(({ code }) => code);
      expect(codes).toContain('ACTS_STALE');
      // Of a row that is hidden for it nothing is withheld: that rows may be missing is said of the answer.
      expect(answer.body.extensions?.stale).toBe(true);
      expect((await fetch(`${mesh.url}/ready`)).status).toBe(503);
      expect(answer.text).not.toContain('EX-FLOORPLAN');
    } finally {
      mesh.setStale(false);
    }
    expect((await ask()).body.extensions).not.toHaveProperty('stale');
  });

  it('never cites VCCR 31 for an honorary consulate, in the answer or on the ledger', async () => {
    const answer = await ask({ consulate: HONORARY });
    const cited = (answer.body.extensions?.withheld ?? [])
      .filter(({ paths }) => paths.some(([root]) => root === 'consulate'))
      .flatMap(({ citations }) => citations.map(({ rule }) => rule));
    expect(cited.filter((rule) => rule.startsWith('VCCR-31'))).toEqual([]);
    const entry = await mesh.ledger.entryOf(answer);
    const honorary = entry.access.filter(({ handling }) => handling?.includes(`m=${HONORARY}`));
    expect(honorary.length).toBeGreaterThan(0);
    expect(honorary.flatMap(({ rules }) => rules).filter((rule) => rule.startsWith('VCCR-31'))).toEqual([]);
  });
});
