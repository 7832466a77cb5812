import { type Command, commandResolver } from '@chancery/shared/subgraph/aggregate/command';
import type { ClassType } from 'type-graphql';
import type { LegalAct } from '../legal-act.js';
import { instantOf } from './act-of-input.js';
import { byRefusal, byRevision, bySecondPerson, type Revision, reviseAct } from './revise-act.js';
import {
  ApproveActInput,
  DeclineActInput,
  type RevisionInput,
  RevokeActInput,
  SupersedeActInput,
} from './revision-input.js';

/** Columns that decisions on an act change. */
const CHANGES = [
  'version',
  'status',
  'recipient_agencies',
  'scope_keys',
  'persons',
  'categories',
  'from_at',
  'until_at',
  'revoked_at',
  'handling_id',
];

interface Words {
  readonly says: string;
  readonly noun: string;
  readonly input: ClassType<RevisionInput>;
}

function revising<T extends RevisionInput>(words: Words, revisionOf: (input: T) => Revision): Command<LegalAct> {
  const field = revisionOf({} as T).operation;
  return {
    useOf: () => ({ adds: false, changes: CHANGES }),
    resolverOf: (of) =>
      commandResolver(of, {
        field,
        ...words,
        run: (context, asked) => reviseAct(context, revisionOf(asked as T), asked as T),
      }),
  };
}

/** Another person makes what one has proposed. */
export const approveAct = revising<ApproveActInput>(
  { says: 'Makes an act that another person has proposed.', noun: 'approval', input: ApproveActInput },
  () => ({ operation: 'approveAct', from: 'PROPOSED', to: 'GRANTED', next: (held) => held, check: bySecondPerson }),
);

/** Another person does not. */
export const declineAct = revising<DeclineActInput>(
  {
    says: 'Declines an act that another person has proposed: it is never made.',
    noun: 'decision',
    input: DeclineActInput,
  },
  () => ({ operation: 'declineAct', from: 'PROPOSED', to: 'DECLINED', next: (held) => held, check: byRefusal }),
);

/** An act ends before its time. */
export const revokeAct = revising<RevokeActInput>(
  { says: 'Revokes an act, from now on; once revoked it stays so.', noun: 'revocation', input: RevokeActInput },
  () => ({
    operation: 'revokeAct',
    from: 'GRANTED',
    to: 'REVOKED',
    // One that has not begun ends as it begins.
    next: (held, { now }) => {
      const revokedAt = instantOf(new Date(Math.max(now, Date.parse(held.from))));
      return { ...held, v: held.v + 1, revokedAt };
    },
    check: byRevision,
  }),
);

/** A narrower version takes the place of an act. */
export const supersedeAct = revising<SupersedeActInput>(
  {
    says: 'Puts a narrower version of an act in its place.',
    noun: 'version',
    input: SupersedeActInput,
  },
  ({ recipientAgencies, scopeKeys, persons, categories, fromAt, untilAt }) => ({
    operation: 'supersedeAct',
    from: 'GRANTED',
    to: 'GRANTED',
    next: (held) => ({
      ...held,
      v: held.v + 1,
      to: { ...held.to, agencies: recipientAgencies ?? held.to.agencies },
      scope: {
        ...held.scope,
        keys: scopeKeys ?? held.scope.keys,
        persons: persons ?? held.scope.persons,
        categories: categories ?? held.scope.categories,
      },
      from: fromAt ? instantOf(fromAt) : held.from,
      until: untilAt ? instantOf(untilAt) : held.until,
    }),
    check: byRevision,
  }),
);
