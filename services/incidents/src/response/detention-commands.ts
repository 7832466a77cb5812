import { randomBytes } from 'node:crypto';
import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { checkDetentionNotice } from '@chancery/policy/writes/detention';
import { dayOf } from '@chancery/shared/calendar';
import { ClientError } from '@chancery/shared/errors';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { amend, type Changing, move } from '@chancery/shared/subgraph/aggregate/move-command';
import { checkVerdict } from '@chancery/shared/subgraph/writing/check-verdict';
import type { Making } from '@chancery/shared/subgraph/writing/create-record';
import type { Described } from '@chancery/shared/subgraph/writing/described';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { relationOf } from '../reporting/incident-values.js';
import type { DetainedPerson, Detention } from './detention.js';
import { marksOfWish, noticeAnyway, withNotice, withWish } from './detention-handling.js';

const WHO_BYTES = 8;

/** What the law sees of it: whose national, what privileges, and a pseudonym that is drawn, so that of two people each is owed a notice of his own. */
function marksOf(
  { concerns, detainedAt }: { readonly concerns: DetainedPerson; readonly detainedAt: Date },
  making: Making,
): Described {
  const { sending } = relationOf(making, null);
  const from = dayOf(detainedAt.getTime());
  const person =
    concerns === 'NATIONAL' ? null : { category: concerns, nationalities: new Set([sending]), from, until: null };
  return { tags: marksOfWish('NOT_DECIDED'), person, who: `det-${randomBytes(WHO_BYTES).toString('hex')}` };
}

export const recordDetention = create<Detention>()({
  field: 'recordDetention',
  says: 'Records that the caller’s agency holds somebody whom a post has to do with.',
  noun: 'record',
  inputSays:
    'A person whom the caller’s agency holds, without name. It is kept by the State that holds; that of the post is told when the person asks for it, and of a member of the post at once.',
  about: 'mission',
  sets: {
    mission: { says: 'The post of the State of the person.' },
    incident: { required: false, ofPost: true },
    concerns: {},
    place: { max: 200 },
    detainedAt: { time: 'PAST' },
    rightsInformedAt: { time: 'PAST' },
    synthetic: { says: 'Made for an exercise of this system, not real.', required: false },
  },
  law: lawOfCommand('recordDetention'),
  describes: marksOf,
  addressees: ({ concerns }, making) => (concerns === 'NATIONAL' ? [] : [relationOf(making, null).sending]),
  complete: {
    reference: () => madeReference('DET'),
    authority: (_, { viewer }) => viewer.profile.subject.agency,
  },
});

export const amendDetention = amend<Detention>()({
  field: 'amendDetention',
  says: 'Says where else a person is held.',
  noun: 'amendment',
  inputSays: 'What is otherwise now of a detention; what is left out is as it was.',
  sets: { place: { max: 200 } },
  law: lawOfCommand('amendDetention'),
});

/** Of somebody who was let go nothing more is recorded. Throws TRANSITION_INVALID. */
function checkHeld({ releasedAt }: Detention): void {
  if (releasedAt !== null) throw new ClientError('TRANSITION_INVALID', 'the person was let go', 'input.id');
}

export const informDetainee = amend<Detention>()({
  field: 'informDetainee',
  says: 'Says when a person was told of the right to have the post informed, which is owed without delay (VCCR 36(1)(b)).',
  noun: 'word',
  inputSays: 'When a person was told.',
  sets: { rightsInformedAt: { time: 'PAST', required: true } },
  law: lawOfCommand('informDetainee'),
});

/** The person decides; somebody who was not told of the right has decided nothing (VCCR 36(1)(b)). */
function whenDecided(decidedAt: Date | null, { record }: Changing<Detention>): Date | null {
  checkHeld(record);
  if (record.rightsInformedAt !== null) return decidedAt;
  throw new ClientError('TRANSITION_INVALID', 'the person was not told of the right', 'input.id');
}

export const requestConsularNotice = move<Detention>()({
  field: 'requestConsularNotice',
  says: 'Says that a person wants the post to be informed: from then on that is owed, and its State sees the detention (VCCR 36(1)(b)).',
  noun: 'wish',
  inputSays: 'A person who asks that the post be informed.',
  to: ['REQUESTED'],
  sets: { requestedAt: { time: 'PAST', required: true } },
  law: lawOfCommand('requestConsularNotice'),
  handled: (held, _, viewer) => withWish(held, 'REQUESTED', viewer),
  complete: { requestedAt: ({ requestedAt }, changing) => whenDecided(requestedAt, changing) },
});

export const opposeConsularNotice = move<Detention>()({
  field: 'opposeConsularNotice',
  says: 'Says that a person does not want the post to be informed: its State does not see the detention, unless a treaty wants it to.',
  noun: 'wish',
  inputSays: 'A person who opposes that the post be informed.',
  to: ['OPPOSED'],
  sets: {},
  law: lawOfCommand('opposeConsularNotice'),
  handled: (held, _, viewer) => withWish(held, 'OPPOSED', viewer),
  complete: { requestedAt: (_, changing) => whenDecided(null, changing) },
});

/** By what the post may be told. Throws WRITE_DENIED: nobody is told of a person who did not ask. */
function basisOfNotice({ record, held, viewer }: Changing<Detention>): string {
  checkHeld(record);
  const anyway = noticeAnyway(held, viewer);
  const { detainedAt, rightsInformedAt, requestedAt, concerns } = record;
  if (concerns === 'NATIONAL')
    checkVerdict(
      checkDetentionNotice({
        arrestedAt: detainedAt.getTime(),
        rightsInformedAt: rightsInformedAt?.getTime() ?? null,
        requestedAt: requestedAt?.getTime() ?? null,
        mandatoryTreatyRef: anyway,
        // The record has no field for one.
        tellsAsylumClaim: false,
      }),
    );
  return anyway ?? 'VCCR 36(1)(b)';
}

export const recordConsularNotice = amend<Detention>()({
  field: 'recordConsularNotice',
  says: 'Says when the post was told that a person is held.',
  noun: 'notice',
  inputSays: 'A notice that was given to the post.',
  sets: { notifiedAt: { time: 'PAST', required: true } },
  law: lawOfCommand('recordConsularNotice'),
  handled: (held, _, viewer) => withNotice(held, viewer),
  complete: { noticeBasis: (_, changing) => basisOfNotice(changing) },
});

export const grantConsularAccess = amend<Detention>()({
  field: 'grantConsularAccess',
  says: 'Says when the post was let in to a person, or when a message of the person was passed on to it (VCCR 36(1)).',
  noun: 'access',
  inputSays: 'When the post was let in, or a message passed on.',
  sets: { accessGrantedAt: { time: 'PAST' }, forwardedAt: { time: 'PAST' } },
  law: lawOfCommand('grantConsularAccess'),
  check: ({ accessGrantedAt, forwardedAt }) => {
    if (accessGrantedAt !== null || forwardedAt !== null) return;
    throw new ClientError('INPUT_INVALID', 'one of `accessGrantedAt` and `forwardedAt` is given', 'input');
  },
});

export const releaseDetainee = amend<Detention>()({
  field: 'releaseDetainee',
  says: 'Says when a person was let go.',
  noun: 'release',
  inputSays: 'A person who was let go.',
  sets: { releasedAt: { time: 'PAST', required: true } },
  law: lawOfCommand('releaseDetainee'),
});
