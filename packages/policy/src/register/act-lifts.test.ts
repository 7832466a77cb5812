import { sha256Of } from '@chancery/shared/brands';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { ACT_KINDS, type ActKind, CATEGORIES, type Category } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import type { ForbidPolicy } from '../compiled/compiled-policy.js';
import { createPolicyEngine } from '../engine.js';
import { stateOfAgency } from '../facts/speaks-for.js';
import { POLICIES } from '../generated/policies.js';
import { type CaseRequest, loadCases } from '../testkit/case-file.js';
import { canLift, LEGAL_LIFTS } from './act-lifts.js';

/** To seal each of thousands of snapshots would be most of the run. */
const UNSEALED = sha256Of('');
const engine = createPolicyEngine();
const bars = POLICIES.filter((policy): policy is ForbidPolicy => policy.effect === 'forbid');
const cases = loadCases();

function citedBy({ subject, purpose, caseId, category, handling, now, facts, acts }: CaseRequest): readonly string[] {
  const view = viewOf({ number: 1, digest: UNSEALED, facts, acts }, false);
  const profile = { subject, purpose, caseId };
  const { citations } = engine.decide(profile, category, parseHandling(handling), 'read', view, Date.parse(now));
  return citations.map(({ rule }) => rule);
}

interface Barred {
  /** As the case has it, while no act is in force. */
  readonly request: CaseRequest;
  /** The acts that the case had. */
  readonly acts: readonly Act[];
  /** The rules that bar it. */
  readonly cited: readonly string[];
}

const barred = new Map<string, readonly Barred[]>();
for (const [rule, all] of cases) {
  const known = all.filter(({ request }) => !request.stale);
  barred.set(
    rule,
    known.map(({ request }) => {
      const bare = { ...request, acts: withoutEffect(request) };
      return { request: bare, acts: request.acts, cited: citedBy(bare) };
    }),
  );
}

/** A mandate makes another role of the subject, party status a fact of its State: neither lifts, so both stay. */
function withoutEffect({ acts }: CaseRequest): Act[] {
  return acts.filter(({ kind, by }) => kind === 'MANDATE' || kind === 'PARTY_STATUS' || by.office === 'TRANSIT_NOTICE');
}

const OFFICES = ['HEAD_OF_MISSION', 'HEAD_OF_POST', 'DESIGNEE', 'UN_SG', 'COURT', 'EMERGENCY_SERVICE', 'AGENCY_HEAD'];
const AGREEMENTS = ['AGREED CHANNEL', 'CONSULAR NOTICE', 'LEGAL ASSISTANCE', 'DATA ADEQUACY', 'DATA SAFEGUARDS'];

/** Acts of one kind that cover all of a request, by everyone who might issue one. */
function actsOfKind(kind: ActKind, request: CaseRequest): readonly Act[] {
  const { subject, facts, now, caseId, category, handling } = request;
  const { owner, missions, key, who } = parseHandling(handling).record;
  const issuers = new Set([
    ...facts.flatMap(({ sending, receiving }) => [sending, receiving]),
    stateOfAgency(owner),
    'UN',
  ]);
  return [...issuers].flatMap((represents) =>
    [...OFFICES, 'SECURITY_COUNCIL'].map(
      (office, index): Act => ({
        id: `act_${represents.toLowerCase()}_${index}`,
        v: 1,
        kind,
        by: { represents, office },
        to: { represents: subject.represents, agencies: [subject.agency] },
        scope: {
          missions: [...missions],
          keys: [
            ...(key === null ? [] : [key]),
            ...(caseId === null ? [] : [caseId]),
            ...(kind === 'AGREEMENT' ? AGREEMENTS : []),
            ...(kind === 'WAIVER' && request.purpose === 'EXECUTION' ? ['EXECUTION OF JUDGMENT'] : []),
          ],
          persons: who === null ? [] : [who],
          categories: [category],
        },
        from: new Date(Date.parse(now) - 3_600_000).toISOString(),
        until: new Date(Date.parse(now) + 3_600_000).toISOString(),
        written: true,
        ref: 'note 17',
        revokedAt: null,
      }),
    ),
  );
}

const others = ACT_KINDS.filter((kind) => kind !== 'MANDATE' && kind !== 'PARTY_STATUS');

describe('the table of what lifts what', () => {
  it('names every bar of the law and nothing else', () => {
    expect([...LEGAL_LIFTS.keys()].sort()).toEqual(bars.map(({ id }) => id).sort());
  });

  it.each(bars)('says of $id what its policy says', ({ id, categories, liftedBy }) => {
    for (const category of CATEGORIES.filter((each) => categories.includes(each))) {
      const annotated = ACT_KINDS.filter((kind) =>
        liftedBy.some(({ act, categories: only }) => act === kind && (only === null || only.includes(category))),
      );
      expect(ACT_KINDS.filter((kind) => canLift(id, kind, category))).toEqual(annotated);
    }
  });
});

describe.each(bars)('$id', ({ id }) => {
  const own = (barred.get(id) ?? []).filter(({ cited }) => cited.includes(id));
  const everywhere = [...barred.values()].flat().filter(({ cited }) => cited.includes(id));

  it('bars some case while no act is in force', () => {
    expect(own).not.toHaveLength(0);
  });

  it('is lifted by no kind of act that the table does not name', () => {
    for (const { request } of own) {
      for (const kind of others.filter((each) => !canLift(id, each, request.category))) {
        const acts = [...request.acts, ...actsOfKind(kind, request)];
        expect({ kind, cited: citedBy({ ...request, acts }).includes(id) }).toEqual({ kind, cited: true });
      }
    }
  });

  it('is lifted in some case by each kind of act that it names', () => {
    const named = (LEGAL_LIFTS.get(id) ?? []).flatMap(({ act, only }) =>
      (only ?? [null]).map((category): [ActKind, Category | null] => [act, category]),
    );
    const lifting = named.filter(([kind, category]) =>
      everywhere
        .filter(({ request }) => category === null || request.category === category)
        .some(({ request, acts }) => {
          const given = acts.filter((act) => act.kind === kind);
          return [given, actsOfKind(kind, request)].some((each) => {
            return each.length > 0 && !citedBy({ ...request, acts: [...request.acts, ...each] }).includes(id);
          });
        }),
    );

    expect(lifting).toEqual(named);
  });
});
