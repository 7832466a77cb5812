import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { ClientError } from '@chancery/shared/errors';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { move } from '@chancery/shared/subgraph/aggregate/move-command';
import { Links, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from './references.js';
import { WarningCertainty, WarningMessageType, WarningSeverity, WarningStatus, WarningUrgency } from './vocabulary.js';

/** A warning of a threat, in full and as the tearline that may be passed on. */
@Recorded({
  name: 'Warning',
  prefix: 'wrn',
  says: 'A warning of a threat to posts, in the terms of CAP 1.2.',
  rules: ['expires_at > sent_at'],
})
export class Warning extends Labelled {
  @Text({ is: 'THREAT', says: 'Readable key, for example W-0001.', filter: true })
  reference!: string;

  @Word(WarningStatus, { is: 'THREAT', says: 'Whether it is meant.' })
  status!: WarningStatus;

  @Word(WarningMessageType, {
    is: 'THREAT',
    says: 'Whether it is the first alert, an update of it, or calls it off.',
    filter: true,
  })
  msgType!: WarningMessageType;

  @Word(WarningUrgency, { is: 'THREAT', says: 'How soon to act.' })
  urgency!: WarningUrgency;

  @Word(WarningSeverity, { is: 'THREAT', says: 'How bad it would be.', filter: true })
  severity!: WarningSeverity;

  @Word(WarningCertainty, { is: 'THREAT', says: 'How likely it is.' })
  certainty!: WarningCertainty;

  @Text({ is: 'THREAT', says: 'Area concerned, in words.', nullable: true })
  area!: string | null;

  @Moment({ is: 'THREAT', says: 'When it was issued.', order: true })
  sentAt!: Date;

  @Moment({ is: 'THREAT', says: 'When it ends.', nullable: true, filter: true, order: true })
  expiresAt!: Date | null;

  @Text({ is: 'THREAT', says: 'What may be passed on below the label of the warning.', nullable: true })
  tearline!: string | null;

  @Text({ is: 'THREAT', says: 'The warning in full.' })
  body!: string;

  @Text({ is: 'INTEL_SOURCE', says: 'Pseudonym of the source.', nullable: true, optional: true })
  sourceRef!: string | null;

  @Links(() => Mission, {
    is: 'THREAT',
    says: 'Posts concerned, at most 50.',
    filter: true,
    inverse: { field: 'warnings', is: 'THREAT', says: 'Warnings that concern this post.' },
  })
  missions?: Mission[];
}

const updateWarning = move<Warning>()({
  field: 'updateWarning',
  says: 'Amends a warning: who may read it sees it as it is now.',
  noun: 'update',
  inputSays: 'What of a warning is changed; what is left out stays.',
  to: ['UPDATE'],
  sets: {
    urgency: { required: false },
    severity: { required: false },
    certainty: { required: false },
    area: { max: 400, required: false },
    expiresAt: { required: false },
    tearline: { max: 4000, required: false },
    body: { max: 20_000, required: false },
  },
  law: lawOfCommand('updateWarning'),
  check: ({ expiresAt }, { now }) => {
    if (expiresAt === null || expiresAt.getTime() > now) return;
    throw new ClientError('INPUT_INVALID', '`expiresAt` is past', 'input.expiresAt');
  },
});

const cancelWarning = move<Warning>()({
  field: 'cancelWarning',
  says: 'Calls a warning off: it stays to be read, and no longer holds.',
  noun: 'cancellation',
  inputSays: 'Which warning is called off.',
  to: ['CANCEL'],
  sets: {},
  law: lawOfCommand('cancelWarning'),
});

export const warnings = aggregateOf(Warning, {
  one: 'warning',
  many: 'warnings',
  states: {
    of: 'msgType',
    first: 'ALERT',
    moves: { ALERT: ['UPDATE', 'CANCEL'], UPDATE: ['UPDATE', 'CANCEL'], CANCEL: [] },
  },
  commands: [updateWarning, cancelWarning],
  events: [{ field: 'warningIssued', says: 'A warning that was issued or amended, as this caller sees it now.' }],
});
