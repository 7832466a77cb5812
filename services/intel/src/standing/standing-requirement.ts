import { lawOfCommand } from '@chancery/policy/writes/check-command';
import type { Instant } from '@chancery/shared/clock';
import { Inaccessible } from '@chancery/shared/schema/decorators';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { TERM_KINDS } from '@chancery/shared/subgraph/aggregate/filter-of-terms';
import { amend, move } from '@chancery/shared/subgraph/aggregate/move-command';
import { WATCHLIST } from '@chancery/shared/subgraph/links/published-types';
import { Count, Link, Made, Moment, States, Text, Texts, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { Mission } from '../references.js';
import { countTerms, TERMS_MAX, type Terms } from './terms.js';

const STATUSES = ['IN_FORCE', 'WITHDRAWN'] as const;
/** Whether a standing requirement still stands. */
export const StandingStatus = defineEnum(
  'StandingStatus',
  'Whether a standing requirement still stands.',
  STATUSES,
  'a status of a standing requirement',
);
export type StandingStatus = keyof typeof StandingStatus;

/** What a State wants to be told of as soon as it may lawfully know it: a watchlist. */
@Recorded({
  name: 'StandingRequirement',
  prefix: 'srq',
  says: WATCHLIST.says,
  rules: [`term_count <= ${TERMS_MAX}`],
})
export class StandingRequirement extends Labelled {
  @Text({ is: 'INTEL_REPORT', says: 'Readable key.', length: 40, filter: true, order: true })
  reference!: string;

  @Link(() => Mission, {
    is: 'INTEL_REPORT',
    says: 'The post of its own State on whose account it is filed.',
    filter: true,
    inverse: { field: 'standingRequirements', is: 'EXISTENCE', says: 'What this post wants to be told of.' },
  })
  mission?: Mission | null;

  @Text({ is: 'INTEL_REPORT', says: 'What is to be learned.' })
  question!: string;

  @Texts({ is: 'INTEL_REPORT', says: 'Posts that it watches, by their keys in the register.', nullable: true })
  posts!: string[] | null;

  @Texts({ is: 'INTEL_REPORT', says: 'Actors that it watches, by their readable keys.', nullable: true })
  actors!: string[] | null;

  @States({ is: 'INTEL_REPORT', says: 'States that it watches.', nullable: true })
  regions!: string[] | null;

  @Texts({ is: 'INTEL_REPORT', says: 'Kinds of what happens that it watches.', nullable: true })
  types!: string[] | null;

  @Count({ is: 'INTEL_REPORT', says: 'How many terms it has.', least: 1, order: true })
  termCount!: number;

  @Moment({ is: 'INTEL_REPORT', says: 'When it was filed.', order: true })
  filedAt!: Date;

  @Moment({ is: 'INTEL_REPORT', says: 'Until when it is of use.', nullable: true, filter: true, order: true })
  ltiov!: Date | null;

  @Word(StandingStatus, { is: 'INTEL_REPORT', says: 'Whether it still stands.', filter: true })
  status!: StandingStatus;

  /** Never told to callers: other services are told by the gateway what is watched, as far as its reader may read that. */
  @Inaccessible()
  @Made(() => String, {
    is: 'INTEL_REPORT',
    says: WATCHLIST.terms.says,
    from: [...TERM_KINDS, 'status', 'ltiov'],
  })
  watched(now: Instant): string | null {
    if (this.status !== 'IN_FORCE' || (this.ltiov !== null && this.ltiov.getTime() <= now)) return null;
    const { posts, actors, regions, types } = this;
    return JSON.stringify({ posts, actors, regions, types });
  }
}

const TERMS_SET = {
  posts: { max: TERMS_MAX, each: 40, required: false },
  actors: { max: TERMS_MAX, each: 40, required: false },
  regions: { max: TERMS_MAX, required: false },
  types: { max: TERMS_MAX, each: 40, required: false },
} as const;

type MaybeTerms = { readonly [K in keyof Terms]?: readonly string[] | null };

/** The terms of a requirement; of what a change leaves out, those that it had. */
const termsOf = (given: MaybeTerms, held: MaybeTerms = {}): Terms => {
  const all = TERM_KINDS.map((kind) => [kind, given[kind] ?? held[kind] ?? []]);
  return Object.fromEntries(all) as Record<keyof Terms, readonly string[]>;
};

const fileStandingRequirement = create<StandingRequirement>()({
  field: 'fileStandingRequirement',
  says: 'Files what its State wants to be told of, on account of one of its own posts.',
  noun: 'requirement',
  inputSays: `What is watched: of each kind of term that is named, a record must meet one; at most ${TERMS_MAX} terms together. It is labelled for the caller’s State alone, and opens nothing.`,
  about: 'mission',
  sets: {
    mission: {},
    question: { max: 2000 },
    ...TERMS_SET,
    ltiov: {},
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('fileStandingRequirement'),
  check: (given) => void countTerms(termsOf(given)),
  complete: {
    reference: () => madeReference('SRQ'),
    termCount: (given) => countTerms(termsOf(given)),
    filedAt: (_, { viewer: { now } }) => new Date(now),
  },
});

const amendStandingRequirement = amend<StandingRequirement>()({
  field: 'amendStandingRequirement',
  says: 'Names other terms in a requirement that stands.',
  noun: 'amendment',
  inputSays: 'What is otherwise of a requirement; a list that is given takes the place of the one before.',
  in: ['IN_FORCE'],
  sets: { question: { max: 2000, required: false }, ...TERMS_SET, ltiov: {} },
  law: lawOfCommand('amendStandingRequirement'),
  complete: { termCount: (given, { record }) => countTerms(termsOf(given, record)) },
});

const withdrawStandingRequirement = move<StandingRequirement>()({
  field: 'withdrawStandingRequirement',
  says: 'Withdraws a requirement: nothing is told by it any more.',
  noun: 'withdrawal',
  inputSays: 'A requirement that is withdrawn.',
  to: ['WITHDRAWN'],
  sets: {},
  law: lawOfCommand('withdrawStandingRequirement'),
});

export const standingRequirements = aggregateOf(StandingRequirement, {
  one: 'standingRequirement',
  many: 'standingRequirements',
  noun: 'requirement',
  nouns: 'requirements',
  states: { of: 'status', first: 'IN_FORCE', moves: { IN_FORCE: ['WITHDRAWN'], WITHDRAWN: [] } },
  events: [
    {
      field: 'standingRequirementChanged',
      says: 'A requirement that was filed, amended or withdrawn, as this caller sees it now.',
    },
  ],
  commands: [fileStandingRequirement, amendStandingRequirement, withdrawStandingRequirement],
});
