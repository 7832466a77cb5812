import { hash } from 'node:crypto';
import { drawNumber } from '@chancery/shared/subgraph/import/exercise-picks';
import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import type { CollectionRequirement } from '../../collection/collection-requirement.js';
import type { IntelReport } from '../../collection/intel-report.js';
import type { Source } from '../../collection/source.js';
import type { IntelPlace } from './intel-place.js';
import type { StoryReport } from './story.js';

type Ids = ReadonlyMap<string, string>;

const DAY_HOURS = 24;

/** What is to be found out at each post. */
export function requirementRows(places: readonly IntelPlace[]): ImportedRow<CollectionRequirement>[] {
  return places.map((of) => ({
    handling: of.handling('ALLIED'),
    synthetic: true,
    mission: of.mission,
    reference: of.reference('PIR'),
    kind: of.pick(['PIR', 'PIR', 'SIR', 'RFI'] as const, 'kind'),
    question: of.story.question,
    justification: `The post in ${of.post.city} decides by the answer how it opens and whom it asks for help.`,
    openedAt: of.moment(-of.pick([30, 34, 41], 'opened') * DAY_HOURS),
    ltiov: untilOf(of, of.turn([14, 21, null, 30])),
    status: of.pick(['OPEN', 'TASKED', 'SATISFIED'] as const, 'status'),
    ownerRole: `RSO-${of.post.key}`,
  }));
}

const untilOf = (of: IntelPlace, days: number | null): Date | null =>
  days === null ? null : of.moment(days * DAY_HOURS);

const SOURCES = [
  { kind: 'HUMAN', release: 'NATIONALS', access: 'Meets members of the group and is trusted with errands.' },
  { kind: 'TECHNICAL', release: 'COMPARTMENT', access: 'Hears what is said on one link.' },
  { kind: 'OPEN', release: 'ALLIED', access: null },
] as const;

/** Three sources of each post: one who tells, one that hears, and what anybody may read. */
export function sourceRows(places: readonly IntelPlace[]): ImportedRow<Source>[] {
  return places.flatMap((of) =>
    SOURCES.map(({ kind, release, access }, index) => ({
      handling: of.handling(release),
      synthetic: true,
      mission: of.mission,
      reference: of.reference('SRC', index + 1),
      pseudonym:
        kind === 'OPEN' ? null : `S-${drawNumber(of.reference('source', index)).toString(16).padStart(8, '0')}`,
      kind,
      reliability: reportOf(of, kind).reliability,
      status: of.pick(['ACTIVE', 'ACTIVE', 'DORMANT'] as const, `status ${kind}`),
      access,
      reportsSince: of.day(-of.pick([120, 300, 700], `since ${kind}`)),
      reviewedOn: kind === 'OPEN' ? null : of.day(-of.pick([9, 20, 60], `reviewed ${kind}`)),
    })),
  );
}

function reportOf({ story }: IntelPlace, kind: (typeof SOURCES)[number]['kind']): StoryReport {
  return { HUMAN: story.told, TECHNICAL: story.heard, OPEN: story.open }[kind];
}

/** Three reports of each post, one of each discipline, in the order in which they came. */
export function reportRows(places: readonly IntelPlace[], requirements: Ids, sources: Ids): ImportedRow<IntelReport>[] {
  return places.flatMap((of) => {
    const shared = {
      synthetic: true,
      mission: of.mission,
      requirement: requirements.get(of.reference('PIR')) ?? null,
    };
    const sourceOf = (index: number): string | null => sources.get(of.reference('SRC', index)) ?? null;
    const nothing = { source: null, originCountry: null, selectorRef: null, collectionRef: null, ...NOT_PUBLISHED };
    return [
      {
        ...shared,
        ...nothing,
        ...published(of),
        ...worded(of, of.story.open, 1, -20),
        discipline: 'OSINT' as const,
        handling: of.handling('HOST'),
      },
      {
        ...shared,
        ...nothing,
        ...worded(of, of.story.heard, 2, -12),
        discipline: 'SIGINT' as const,
        handling: of.handling('PARTNERS'),
        source: sourceOf(2),
        selectorRef: `SEL-${drawNumber(of.reference('selector')).toString(16).padStart(8, '0')}`,
        collectionRef: `COL-${drawNumber(of.reference('collection')).toString(16).padStart(8, '0')}`,
      },
      {
        ...shared,
        ...nothing,
        ...worded(of, of.story.told, 3, -7),
        discipline: 'HUMINT' as const,
        handling: of.handling('PARTNERS'),
        source: sourceOf(1),
        originCountry: of.post.receivingState,
      },
    ];
  });
}

const NOT_PUBLISHED = { url: null, publisher: null, capturedAt: null, archiveHash: null };

function published(of: IntelPlace) {
  return {
    url: `https://archive.example/${of.post.key.toLowerCase()}`,
    publisher: of.story.open.publisher,
    capturedAt: of.moment(-20 * DAY_HOURS),
    archiveHash: hash('sha256', of.story.open.body(of.post.city), 'hex'),
  };
}

function worded(of: IntelPlace, report: StoryReport, at: number, days: number) {
  return {
    reference: of.reference('IR', at),
    title: report.title,
    body: report.body(of.post.city),
    reliability: report.reliability,
    credibility: report.credibility,
    evaluationComment: report.comment,
    acquiredAt: of.moment(days * DAY_HOURS),
    reportedAt: of.moment(days * DAY_HOURS + of.pick([2, 5, 9], `reported ${at}`)),
  };
}
