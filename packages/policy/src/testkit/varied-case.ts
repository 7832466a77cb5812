import { AGENCY_KINDS, CATEGORIES, LEGAL_STATUSES, PURPOSES, REGIMES } from '@chancery/shared/vocabulary';
import { GROUNDS, OFFENCES, PERSON_CATEGORIES, TAGS } from '../compiled/bits.js';
import { type CaseRequest, loadCases, type PolicyCase } from './case-file.js';
import type { RandomSource } from './random.js';
import { randomRequest } from './random-request.js';

/** Whether a case turns on the rule that its file is named for. */
function determines({ rule, expected }: PolicyCase): boolean {
  return expected.citations.includes(rule) || (expected.obligations ?? []).length > 0;
}

/** The requests of every case file; one that its rule determines comes first. */
const FILES: readonly (readonly CaseRequest[])[] = [...loadCases().values()].map((cases) => {
  const determined = cases.filter(determines);
  return [...determined, ...cases.filter((each) => !determines(each))].map(({ request }) => request);
});

/** Draws a request near one that a case makes: what a rule turns on is there, and one thing or another is changed. */
function variedCase(random: RandomSource, index: number): CaseRequest {
  const file = FILES[index % FILES.length] ?? [];
  const request = oneOf(random, file);
  const changes = random.pick([0, 0, 1, 1, 2, 3]);
  let varied = request;
  for (let change = 0; change < changes; change += 1) {
    varied = random.chance(0.35) ? crossed(varied, oneOf(random, file), random) : random.pick(CHANGES)(varied, random);
  }
  return varied;
}

/**
 * A request for a long run of tests: near a case, or out of the blue. The first of a run are cases, one a file, so that
 * however short the run is every rule determines one of them.
 */
export function anyRequest(random: RandomSource, index: number): CaseRequest {
  const [telling] = FILES[index] ?? [];
  if (telling !== undefined) return telling;
  return random.chance(0.75) ? variedCase(random, index) : randomRequest(random);
}

function oneOf<T>(random: RandomSource, items: readonly T[]): T {
  const [first, ...others] = items;
  if (first === undefined) throw new RangeError('nothing to choose from');
  return random.pick([first, ...others]);
}

const PARTS = ['subject', 'purpose', 'caseId', 'category', 'handling', 'now', 'facts', 'acts'] as const;

/** Takes one part of another case of the same file, where what the rule turns on is spread over the cases. */
function crossed(request: CaseRequest, sibling: CaseRequest, random: RandomSource): CaseRequest {
  const part = random.pick(PARTS);
  return { ...request, [part]: sibling[part] };
}

type Change = (request: CaseRequest, random: RandomSource) => CaseRequest;

const MARKS = [...TAGS, ...GROUNDS, ...OFFENCES];

/** Drops a tag of the handling, or adds one, in the order that makes it canonical. */
const changeTag: Change = (request, random) => {
  const parts = request.handling.split(';');
  const at = parts.findIndex((part) => part.startsWith('t='));
  const held = at < 0 ? [] : (parts[at]?.slice(2).split('+') ?? []);
  const tag = random.chance(0.5) && held.length > 0 ? oneOf(random, held) : oneOf(random, MARKS);
  const tags = held.includes(tag) ? held.filter((each) => each !== tag) : [...held, tag].sort();
  const others = parts.filter((_, index) => index !== at);
  const key = others.findIndex((part) => part.startsWith('x='));
  const before = at >= 0 ? at : key < 0 ? others.length : key;
  const text = tags.length === 0 ? [] : [`t=${tags.join('+')}`];
  return portionless(
    { ...request, handling: [...others.slice(0, before), ...text, ...others.slice(before)].join(';') },
    request,
  );
};

/** Portion marks stand behind the record marks: a handling that has them is left as it is. */
const portionless = (changed: CaseRequest, before: CaseRequest): CaseRequest => {
  return before.handling.includes('!') ? before : changed;
};

const other: Change = (_, random) => oneOf(random, oneOf(random, FILES));

const CHANGES: readonly [Change, ...Change[]] = [
  (request, random) => ({ ...request, purpose: random.pick([...PURPOSES]) }),
  (request, random) => ({ ...request, category: oneOf(random, CATEGORIES) }),
  (request, random) => ({ ...request, category: other(request, random).category }),
  (request, random) => ({ ...request, subject: other(request, random).subject }),
  (request, random) => ({ ...request, subject: { ...request.subject, kind: random.pick([...AGENCY_KINDS]) } }),
  (request, random) => ({
    ...request,
    subject: { ...request.subject, represents: random.pick(['USA', 'DEU', 'FRA', 'CHE', 'GBR', 'UN']) },
  }),
  (request, random) => ({
    ...request,
    handling: request.handling.replace(/;im=[A-Z_]+:/, `;im=${random.pick(PERSON_CATEGORIES)}:`),
  }),
  (request, random) => ({ ...request, handling: other(request, random).handling }),
  (request, random) => ({ ...request, now: other(request, random).now }),
  (request, random) => ({ ...request, acts: random.some(request.acts, 0.6) }),
  (request, random) => ({ ...request, acts: [...request.acts, ...newActs(request, other(request, random))] }),
  (request, random) => ({ ...request, facts: random.some(request.facts, 0.5) }),
  (request, random) => ({
    ...request,
    facts: request.facts.map((fact) => ({
      ...fact,
      regime: random.pick([fact.regime, ...REGIMES]),
      legalStatus: random.pick([fact.legalStatus, ...LEGAL_STATUSES]),
    })),
  }),
  (request, random) => ({
    ...request,
    acts: request.acts.map((act) => ({
      ...act,
      by: random.chance(0.7) ? act.by : (oneOf(random, request.acts).by ?? act.by),
      revokedAt: random.chance(0.8) ? act.revokedAt : request.now,
      written: random.chance(0.8) ? act.written : !act.written,
    })),
  }),
  (request) => ({ ...request, stale: !request.stale }),
  changeTag,
  changeTag,
  changeTag,
];

/** Acts of another case, moved onto the missions and the subject of this one; ids stay unique. */
function newActs(request: CaseRequest, from: CaseRequest): CaseRequest['acts'] {
  const known = new Set(request.acts.map(({ id }) => id));
  const missions = request.facts.map(({ m }) => m);
  return from.acts
    .filter(({ id }) => !known.has(id))
    .map((act) => ({
      ...act,
      scope: { ...act.scope, missions: act.scope.missions.length === 0 ? [] : missions },
    }));
}
