import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import {
  type AgencyKind,
  type Category,
  LEGAL_STATUSES,
  type LegalStatus,
  type Purpose,
  type Regime,
} from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { createPolicyEngine } from '../engine.js';
import { actOf, factOf, NOON, profileOf } from '../testkit/scenario.js';

const engine = createPolicyEngine();
const POSTS = ['VCDR', 'VCCR', 'VCCR_HONORARY'] as const satisfies readonly Regime[];

interface GatheredInput {
  readonly kind: AgencyKind;
  readonly purpose: Purpose;
  readonly category: Category;
  readonly tags?: string;
  readonly acts?: readonly Act[];
  readonly legalStatus?: LegalStatus;
  readonly agency?: string;
}

/** What comes of one request about a post under one treaty: `ALLOW` or the code, and the rules. */
function outcome(
  regime: Regime,
  { kind, purpose, category, tags, acts = [], legalStatus, agency }: GatheredInput,
): string {
  const fact = factOf('Q1', { regime, legalStatus: legalStatus ?? 'ESTABLISHED' });
  const view = viewOf(sealSnapshot({ number: 1, facts: [fact], acts }), false);
  const marks = tags === undefined ? '' : `;t=${tags}`;
  const handling = parseHandling(`l=-;rel=*;nat=*;pur=*;own=USA.foreign-ministry;m=Q1${marks}`);
  const profile = profileOf(agency ?? 'DEU.agency', kind, purpose);
  const { code, citations } = engine.decide(profile, category, handling, 'read', view, NOON);
  return [code ?? 'ALLOW', ...citations.map(({ rule }) => rule)].join(' ');
}

const atEach = (asked: GatheredInput) => POSTS.map((regime) => outcome(regime, asked));
const NO_BASIS = 'BASIS_MISSING CHY-DENY';

describe('an embassy, a consulate and an honorary consulate', () => {
  it.each<[string, GatheredInput, readonly string[]]>([
    [
      'differ in what may be searched: VCDR 22(3) is wider than VCCR 31(4)',
      { kind: 'COURT', purpose: 'EXECUTION', category: 'ASSET' },
      ['INVIOLABILITY VCDR-22-3', NO_BASIS, NO_BASIS],
    ],
    [
      'differ in what may be requisitioned: article 31 does not extend to an honorary post',
      { kind: 'INTELLIGENCE', purpose: 'REQUISITION', category: 'ASSET' },
      ['INVIOLABILITY VCDR-22-3', 'INVIOLABILITY VCCR-31-4', NO_BASIS],
    ],
    [
      'differ in the bag: serious reason, presence and leave open a consular one',
      {
        kind: 'CUSTOMS',
        purpose: 'CUSTOMS',
        category: 'BAG',
        tags: 'representativePresent+seriousGrounds',
        acts: [actOf('RELEASE', 'FOREIGN_MINISTRY', ['Q1'])],
      },
      ['INVIOLABILITY VCDR-27-3', 'ALLOW CHY-ACT', 'ALLOW CHY-ACT'],
    ],
    [
      'are alike in their correspondence',
      { kind: 'POLICE', purpose: 'CRIMINAL_INVESTIGATION', category: 'CORRESPONDENCE' },
      ['INVIOLABILITY VCDR-27-2', 'INVIOLABILITY VCCR-35-2', 'INVIOLABILITY VCCR-35-2'],
    ],
    [
      'differ in their archives: those of an honorary post only if kept separate',
      { kind: 'POLICE', purpose: 'CRIMINAL_INVESTIGATION', category: 'ARCHIVE' },
      ['INVIOLABILITY VCDR-24', 'INVIOLABILITY VCCR-33', NO_BASIS],
    ],
    [
      'are alike in the duty to protect them',
      { kind: 'POLICE', purpose: 'THREAT_PREVENTION', category: 'THREAT' },
      ['ALLOW VCDR-22-2', 'ALLOW VCCR-31-3', 'ALLOW VCCR-31-3'],
    ],
  ])('%s', (_, asked, expected) => {
    expect(atEach(asked)).toEqual(expected);
  });
});

describe('inviolability', () => {
  const overcome: readonly GatheredInput[] = [
    { kind: 'POLICE', purpose: 'CRIMINAL_INVESTIGATION', category: 'ARCHIVE', tags: 'keptSeparate' },
    { kind: 'POLICE', purpose: 'CRIMINAL_INVESTIGATION', category: 'PREMISES_INTERIOR', tags: 'exclusiveUse' },
    { kind: 'POLICE', purpose: 'CRIMINAL_INVESTIGATION', category: 'CORRESPONDENCE' },
    { kind: 'CUSTOMS', purpose: 'CUSTOMS', category: 'BAG' },
  ];
  const after = LEGAL_STATUSES.filter((status) => status !== 'ESTABLISHED' && status !== 'UNNOTIFIED');

  it.each(after)('of a mission and of a consular post survives when it is %s', (legalStatus) => {
    for (const asked of overcome) {
      for (const regime of ['VCDR', 'VCCR'] as const) {
        const before = outcome(regime, asked).split(' ');

        expect(before[0]).toBe('INVIOLABILITY');
        expect(outcome(regime, { ...asked, legalStatus }).split(' ')).toEqual(expect.arrayContaining(before));
      }
    }
  });

  it('bars the receiving State, and never the sending State, before a break as after it', () => {
    for (const asked of overcome) {
      for (const legalStatus of LEGAL_STATUSES) {
        // Inside the State its foreign ministry reads papers and bags, its security service interiors.
        const kind = asked.category === 'PREMISES_INTERIOR' ? 'DIPLOMATIC_SECURITY' : 'FOREIGN_MINISTRY';
        const own = { ...asked, legalStatus, agency: 'USA.agency', kind, purpose: 'INCIDENT_RESPONSE' } as const;

        expect(atEach(own)).toEqual(['ALLOW CHY-OWN', 'ALLOW CHY-OWN', 'ALLOW CHY-OWN']);
      }
    }
  });

  it("of archives yields to the sending State's own release after a break, and to no consent or waiver", () => {
    const archive = {
      kind: 'POLICE',
      purpose: 'CRIMINAL_INVESTIGATION',
      category: 'ARCHIVE',
      legalStatus: 'CLOSED',
    } as const;
    const by = (act: Act) => outcome('VCDR', { ...archive, acts: [act] });

    expect(by(actOf('RELEASE', 'FOREIGN_MINISTRY', ['Q1']))).toBe('ALLOW CHY-ACT');
    for (const act of [actOf('CONSENT', 'HEAD_OF_MISSION', ['Q1']), actOf('WAIVER', 'GOVERNMENT', ['Q1'])]) {
      expect(by(act)).toBe('INVIOLABILITY VCDR-24 VCDR-45a');
    }
  });
});
