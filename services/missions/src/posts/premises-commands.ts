import { factsOfPost, lawOfCommand } from '@chancery/policy/writes/check-command';
import { ClientError } from '@chancery/shared/errors';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { amend } from '@chancery/shared/subgraph/aggregate/move-command';
import { retract } from '@chancery/shared/subgraph/aggregate/retract-command';
import type { Making } from '@chancery/shared/subgraph/writing/create-record';
import type { EntityManager } from 'typeorm';
import { Mission } from '../mission.js';
import type { Premises } from '../premises.js';

const WORDS = {
  address: { max: 400, required: false },
  emergencyContact: { max: 200, required: false },
  floorPlan: { max: 4000, required: false },
  hazards: { max: 20, each: 200, required: false },
  occupancy: { required: false },
  interiorPlan: { max: 4000, required: false },
  safeHavens: { max: 20, each: 200, required: false },
  archiveRegister: { max: 1000, required: false },
  takenIntoUseOn: { required: false },
} as const;

/** What rescuers need, and where they have to come: nobody could put out a fire behind a line. */
const BELOW = ['address', 'emergencyContact', 'floorPlan', 'hazards', 'occupancy'] as const;
const STATES_MAX = 20;

const registerPremises = create<Premises>()({
  field: 'registerPremises',
  says: 'Registers the premises of a post (VCDR 1(i); VCCR 1(1)(j)), and to which of the States that receive it they were notified.',
  noun: 'registration',
  inputSays:
    'The premises of a post as one whole. What rescuers need is below a line for the States that they were notified to; the rest is for the caller’s State.',
  onAccountOf: { argument: 'mission', says: 'The post.', to: () => Mission },
  sets: {
    ...WORDS,
    notifiedTo: { max: STATES_MAX, required: false },
    exclusiveUse: { required: false },
    synthetic: { says: 'Made for an exercise of this system, not real.', required: false },
  },
  law: lawOfCommand('registerPremises'),
  tearline: { to: 'notifiedTo', shows: BELOW },
  tags: ({ notifiedTo, exclusiveUse }, making) => {
    checkReceived(notifiedTo ?? [], making);
    return exclusiveUse === true && isConsular(making) ? ['exclusiveUse'] : [];
  },
  complete: {},
  place: { sets: [], by: refuseSecond },
});

const amendPremises = amend<Premises>()({
  field: 'amendPremises',
  says: 'Says what of the premises of a post is otherwise now.',
  noun: 'amendment',
  inputSays: 'What is otherwise now of premises; what is left out is as it was.',
  sets: WORDS,
  law: lawOfCommand('amendPremises'),
});

const retractPremises = retract<Premises>({
  field: 'retractPremises',
  record: 'record of premises',
  law: lawOfCommand('retractPremises'),
});

export const premisesCommands = [registerPremises, amendPremises, retractPremises];

const relationsOf = ({ viewer, post }: Making) => factsOfPost(viewer.profile, post, viewer);

/** VCCR 31(1): of a post that has a consular officer at its head; that of an honorary one is protected otherwise (59). */
const isConsular = (making: Making): boolean => relationsOf(making).some(({ regime }) => regime === 'VCCR');

/** Premises are those of a post to the State that receives it: to tell another of them is a release. */
function checkReceived(states: readonly string[], making: Making): void {
  const receivers = new Set(relationsOf(making).map(({ receiving }) => receiving));
  const other = states.find((state) => !receivers.has(state));
  if (other === undefined) return;
  throw new ClientError('INPUT_INVALID', `\`${other}\` does not receive this post`, 'input.notifiedTo');
}

/** The premises of a post are one whole: those that its writer sees are amended, and no second are beside them. */
async function refuseSecond(
  transaction: EntityManager,
  { mission_id }: Readonly<Record<string, unknown>>,
): Promise<Record<string, never>> {
  // Of two at once the second waits, and sees the first.
  await transaction.query(`select pg_advisory_xact_lock(hashtextextended('premises ' || $1::text, 0))`, [mission_id]);
  const found = await transaction.query<unknown[]>('select id from premises where mission_id = $1 limit 1', [
    mission_id,
  ]);
  if (found.length === 0) return {};
  throw new ClientError('TRANSITION_INVALID', 'the post has premises already', 'input.mission');
}
