import { readFileSync } from 'node:fs';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { AGENCY_KINDS, type AgencyKind, CATEGORIES, PURPOSES } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { createPolicyEngine } from '../engine.js';
import { factOf, NOON, profileOf } from '../testkit/scenario.js';
import { ROOT } from './catalogue-entries.js';
import { printOwnState } from './print-own-state.js';

const engine = createPolicyEngine();
const text = printOwnState();
const view = viewOf(sealSnapshot({ number: 1, facts: [factOf('Q1')], acts: [] }), false);
const recordOf = (owner: string) => parseHandling(`l=-;rel=*;nat=*;pur=*;own=${owner};m=Q1`);
const OTHERS = recordOf('USA.records-office');
const OWN = recordOf('USA.agency');
const EVERYBODYS: readonly string[] = ['EXISTENCE', 'PUBLIC_FACT'];

/** The table as it is printed, read back: `PURPOSE CATEGORY` cells, and the purposes of what was made. */
function printed(kind: AgencyKind): { readonly reads: ReadonlySet<string>; readonly made: ReadonlySet<string> } {
  const section = text.split('\n## ').find((each) => each.startsWith(`${kind}\n`)) ?? '';
  const cells = [...section.matchAll(/^\| ([A-Z_, ]+) \| ([A-Z_, ]+) \|$/gm)].flatMap(([, categories, purposes]) =>
    (purposes ?? '')
      .split(', ')
      .flatMap((purpose) => (categories ?? '').split(', ').map((each) => `${purpose} ${each}`)),
  );
  const made = /Made itself, for: (.*)\./.exec(section)?.[1] ?? '';
  return { reads: new Set(cells), made: new Set(made.split(', ')) };
}

/** The cells that the engine opens on one record by one rule. */
function opened(kind: AgencyKind, record: typeof OWN, rule: string): ReadonlySet<string> {
  const cells = new Set<string>();
  for (const purpose of PURPOSES) {
    const profile = profileOf('USA.agency', kind, purpose);
    for (const category of CATEGORIES.filter((each) => !EVERYBODYS.includes(each))) {
      const { effect, citations } = engine.decide(profile, category, record, 'read', view, NOON);
      if (effect === 'allow' && citations.some((cited) => cited.rule === rule)) cells.add(`${purpose} ${category}`);
    }
  }
  return cells;
}

describe('the table of who inside a State reads what', () => {
  it('is printed as it stands now', () => {
    expect(readFileSync(new URL('docs/own-state.md', ROOT), 'utf8')).toBe(text);
  });

  it.each(AGENCY_KINDS)('is what the engine opens to %s of what others of its State made, and nothing more', (kind) => {
    expect([...opened(kind, OTHERS, 'CHY-OWN')].sort()).toEqual([...printed(kind).reads].sort());
  });

  it.each(AGENCY_KINDS)('is what the engine opens to %s of what it made itself', (kind) => {
    const purposes = new Set([...opened(kind, OWN, 'CHY-ORIG')].map((cell) => cell.split(' ')[0] ?? ''));
    const { made } = printed(kind);

    expect(purposes).toEqual(kind === 'OVERSIGHT' ? new Set() : made);
  });
});

describe('inside one State', () => {
  const INSIDE = ['PREMISES_RESCUE', 'PREMISES_INTERIOR', 'RESIDENCE', 'ARCHIVE'] as const;
  const SECRETS = ['INTEL_REPORT', 'INTEL_SOURCE', 'EVACUEE', 'HEALTH', 'PERSON_LOCATION', 'CONSULAR_CASE'] as const;

  it.each([
    ['a border guard for TRANSIT', 'BORDER', 'TRANSIT'],
    ['a fire brigade for PROTECT_LIFE', 'EMERGENCY_SERVICE', 'PROTECT_LIFE'],
    ['an observer for TRAINING', 'FOREIGN_MINISTRY', 'TRAINING'],
    ['a security service for TRAINING', 'DIPLOMATIC_SECURITY', 'TRAINING'],
    ['an intelligence service for TRANSIT', 'INTELLIGENCE', 'TRANSIT'],
  ] as const)(
    '%s reads no interior, archive, personal or intelligence data of its posts abroad',
    (_, kind, purpose) => {
      const profile = profileOf('USA.agency', kind, purpose);
      for (const category of [...INSIDE, ...SECRETS]) {
        expect(engine.decide(profile, category, OTHERS, 'read', view, NOON).effect).not.toBe('allow');
      }
    },
  );

  it.each(['TRAINING', 'TRANSIT'] as const)('%s opens none of it even to whoever made it', (purpose) => {
    for (const kind of AGENCY_KINDS) {
      for (const category of [...INSIDE, ...SECRETS]) {
        const decided = engine.decide(profileOf('USA.agency', kind, purpose), category, OWN, 'read', view, NOON);
        expect({ kind, category, effect: decided.effect }).not.toMatchObject({ effect: 'allow' });
      }
    }
  });
});
