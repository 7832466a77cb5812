import { factsOfPost, lawOfCommand } from '@chancery/policy/writes/check-command';
import { checkStanding } from '@chancery/policy/writes/standing';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { checkVerdict } from '@chancery/shared/subgraph/writing/check-verdict';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import type { LegalStatusPeriod } from './legal-status-period.js';

/** What either State has done to the standing of a post: from its first day on it is a fact, by which everything is decided. */
export const recordLegalStatus = create<LegalStatusPeriod>()({
  field: 'recordLegalStatus',
  says: 'Records the standing of a post in one State from a day on: notified, suspended, closed, in custody, or established again.',
  noun: 'standing',
  inputSays:
    'The standing of a post in one State of accreditation. What stood before ends on that day; nothing is taken out.',
  about: 'mission',
  sets: {
    mission: {},
    receivingState: {},
    status: {},
    notifiedOn: { required: false },
    consentRef: { max: 200, required: false },
    protectingPower: { required: false },
    heldFrom: {},
    synthetic: { says: 'Made for an exercise of this system, not real.', required: false },
  },
  law: lawOfCommand('recordLegalStatus'),
  addressees: ({ receivingState, status, protectingPower }, { viewer, post }) => {
    const relations = factsOfPost(viewer.profile, post, viewer);
    checkVerdict(checkStanding({ receivingState, status, protectingPower }, viewer.profile, relations));
    return [...new Set(relations.flatMap(({ sending }) => [sending, receivingState]))];
  },
  follows: {
    of: ['mission', 'receivingState'],
    from: 'heldFrom',
    until: 'heldUntil',
    at: 'recordedAt',
    ends: 'supersededAt',
  },
  complete: {
    reference: () => madeReference('LSP'),
    heldUntil: () => null,
    recordedAt: (_, { viewer }) => new Date(viewer.now),
    supersededAt: () => null,
  },
});
