import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { retract } from '@chancery/shared/subgraph/aggregate/retract-command';
import { Day, Flag, Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { otherSides } from '../of-relation.js';
import { Mission } from '../references.js';

/** Who may judge. */
export const JurisdictionForum = defineEnum(
  'JurisdictionForum',
  'Who may judge.',
  ['RECEIVING_STATE', 'SENDING_STATE', 'NONE_WHILE_IMMUNE'],
  'a forum',
);
export type JurisdictionForum = keyof typeof JurisdictionForum;

/** Who may judge an act: forum, basis, and whether it was official. */
@Recorded({
  name: 'JurisdictionDetermination',
  prefix: 'jdt',
  says: 'Who may judge an act: forum, basis, and whether it was official.',
})
export class JurisdictionDetermination extends Labelled {
  @Link(() => Mission, {
    is: 'LEGAL_ACT',
    says: 'The post.',
    filter: true,
    inverse: { field: 'jurisdictionDeterminations', is: 'EXISTENCE', says: 'Who may judge what happened there.' },
  })
  mission?: Mission | null;

  @Text({ is: 'LEGAL_ACT', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Word(JurisdictionForum, { is: 'LEGAL_ACT', says: 'Who may judge.', filter: true })
  forum!: JurisdictionForum;

  @Flag({
    is: 'LEGAL_ACT',
    says: 'Whether the act was one of official functions; absent until it is settled.',
    nullable: true,
  })
  isOfficialAct!: boolean | null;

  @Text({ is: 'LEGAL_ACT', says: 'Office that determined it.' })
  decider!: string;

  @Text({ is: 'LEGAL_ACT', says: 'Article on which it rests.' })
  legalBasis!: string;

  @Day({ is: 'LEGAL_ACT', says: 'When it was determined.', order: true })
  determinedOn!: string;
}

const determineJurisdiction = create<JurisdictionDetermination>()({
  field: 'determineJurisdiction',
  says: 'Says who may judge an act of a member of a post, as the caller’s agency regards it (VCDR 31, VCCR 43).',
  noun: 'determination',
  inputSays:
    'Who may judge, and why. It is the word of the caller’s agency and lifts no immunity: a waiver or a decision of a court does, as an act. Another is made where it was wrong.',
  about: 'mission',
  sets: {
    mission: {},
    forum: {},
    isOfficialAct: {},
    legalBasis: { max: 400 },
    determinedOn: { time: 'PAST' },
    synthetic: { says: 'Made for an exercise of this system, not real.', required: false },
  },
  law: lawOfCommand('determineJurisdiction'),
  addressees: (_, making) => otherSides(making),
  complete: {
    reference: () => madeReference('JDT'),
    decider: (_, { viewer }) => viewer.profile.subject.agency,
  },
});

export const jurisdictionDeterminations = aggregateOf(JurisdictionDetermination, {
  one: 'jurisdictionDetermination',
  many: 'jurisdictionDeterminations',
  noun: 'determination of jurisdiction',
  nouns: 'determinations of jurisdiction',
  commands: [
    determineJurisdiction,
    retract<JurisdictionDetermination>({
      field: 'retractJurisdictionDetermination',
      record: 'determination',
      law: lawOfCommand('retractJurisdictionDetermination'),
    }),
  ],
});
