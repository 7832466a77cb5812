import { factsOfPost, lawOfCommand } from '@chancery/policy/writes/check-command';
import { checkAcceptance } from '@chancery/policy/writes/members-of-post';
import { dayOf } from '@chancery/shared/calendar';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { amend, move } from '@chancery/shared/subgraph/aggregate/move-command';
import { retract } from '@chancery/shared/subgraph/aggregate/retract-command';
import { checkVerdict } from '@chancery/shared/subgraph/writing/check-verdict';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { checked, checkMemberOf, GROUNDS, receiversOf } from './person-marks.js';
import type { PostHolder } from './post-holder.js';

const CONTACT_MAX = 200;

const notifyAppointment = create<PostHolder>()({
  field: 'notifyAppointment',
  says: 'Notifies the receiving State that a member of a post is appointed (VCDR 7, 10(1)(a); VCCR 19, 24(1)(a)).',
  noun: 'appointment',
  inputSays:
    'A member of a post, by office and never by name. The record is released to the States that receive the post, and marked with what the member is under the treaties.',
  about: 'mission',
  sets: {
    mission: {},
    office: {},
    immunityCategory: {},
    nationality: {},
    permanentResident: {},
    appointedOn: { required: true, time: 'PAST' },
    arrivedOn: {},
    privilegesFrom: {},
    fiscalStatus: {},
    contact: { max: CONTACT_MAX },
    synthetic: { says: 'Made for an exercise of this system, not real.', required: false },
  },
  law: lawOfCommand('notifyAppointment'),
  addressees: (_, making) => receiversOf(making),
  describes: ({ immunityCategory, nationality, privilegesFrom, permanentResident }, making) => {
    checkMemberOf(immunityCategory, making);
    return {
      person: checked({
        category: immunityCategory,
        nationalities: new Set([nationality]),
        from: privilegesFrom,
        until: null,
      }),
      who: madeReference('P'),
      tags: permanentResident ? [...GROUNDS, 'permanentResident'] : GROUNDS,
    };
  },
  complete: { reference: () => madeReference('PHO') },
});

const notifyArrival = amend<PostHolder>()({
  field: 'notifyArrival',
  says: 'Notifies the arrival of a member of a post: privileges begin when the State is entered to take up the post (VCDR 10(1)(a), 39(1); VCCR 24(1)(a), 53(1)).',
  noun: 'arrival',
  inputSays: 'Of a member that no receiving State has refused.',
  in: ['NOTIFIED', 'AGREED'],
  sets: { arrivedOn: { required: true }, privilegesFrom: { required: true } },
  law: lawOfCommand('notifyArrival'),
  describes: ({ privilegesFrom }, before) => checked({ ...before, from: privilegesFrom }),
});

const notifyDeparture = amend<PostHolder>()({
  field: 'notifyDeparture',
  says: 'Notifies the final departure of a member of a post: privileges cease when the State is left, or a reasonable period is over (VCDR 10(1)(a), 39(2); VCCR 24(1)(a), 53(3)).',
  noun: 'departure',
  inputSays: 'The day of final departure, and the last of privileges. Immunity for official acts goes on.',
  sets: { departedOn: { required: true }, privilegesUntil: { required: true } },
  law: lawOfCommand('notifyDeparture'),
  describes: ({ privilegesUntil }, before) => checked({ ...before, until: privilegesUntil }),
});

const notifyEndOfFunctions = amend<PostHolder>()({
  field: 'notifyEndOfFunctions',
  says: 'Notifies that the functions of a member of a post have come to an end (VCDR 10(1)(a), 43; VCCR 24(1)(a), 25).',
  noun: 'end of functions',
  inputSays: 'The last day of functions, and the last of privileges, which allows for a reasonable period to leave.',
  sets: { functionsEndedOn: { required: true }, privilegesUntil: { required: true } },
  law: lawOfCommand('notifyEndOfFunctions'),
  describes: ({ privilegesUntil }, before) => checked({ ...before, until: privilegesUntil }),
});

const amendPostHolder = amend<PostHolder>()({
  field: 'amendPostHolder',
  says: 'Says what of a member of a post is otherwise now.',
  noun: 'amendment',
  inputSays: 'What is otherwise now of a post holder; what is left out is as it was.',
  sets: {
    office: { required: false },
    fiscalStatus: { required: false },
    contact: { max: CONTACT_MAX, required: false },
  },
  law: lawOfCommand('amendPostHolder'),
});

const declareAcceptability = move<PostHolder>()({
  field: 'declareAcceptability',
  says: 'Says for the receiving State whether it accepts a member of a post: agrément, exequatur or consent, persona non grata, not acceptable. No reason is asked for (VCDR 4, 8, 9; VCCR 12, 22, 23).',
  noun: 'declaration',
  inputSays: 'What a receiving State says of a member of a post that was notified to it.',
  to: ['AGREED', 'NON_GRATA', 'NOT_ACCEPTABLE'],
  sets: {},
  law: lawOfCommand('declareAcceptability'),
  judged: {
    by: ['immunityCategory', 'acceptabilityBy', 'mission'],
    check: (_, { to, viewer, record, held }) => {
      const { acceptability: before, acceptabilityBy: saidBy, immunityCategory: category } = record;
      const said = { acceptability: to ?? before, before, saidBy, category };
      const { represents } = viewer.profile.subject;
      for (const post of held.record.missions) {
        const relations = factsOfPost(viewer.profile, post, viewer);
        checkVerdict(checkAcceptance({ ...said, represents }, relations));
      }
    },
  },
  complete: {
    acceptabilityBy: (_, { viewer }) => viewer.profile.subject.represents,
    acceptabilityOn: (_, { viewer }) => dayOf(viewer.now),
  },
});

const retractPostHolder = retract<PostHolder>({
  field: 'retractPostHolder',
  record: 'post holder',
  law: lawOfCommand('retractPostHolder'),
});

/** What both States say of a member of a post. */
export const postHolderCommands = [
  notifyAppointment,
  notifyArrival,
  notifyDeparture,
  notifyEndOfFunctions,
  amendPostHolder,
  declareAcceptability,
  retractPostHolder,
];
