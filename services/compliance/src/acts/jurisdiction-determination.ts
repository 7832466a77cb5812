import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Day, Flag, Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
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

export const jurisdictionDeterminations = aggregateOf(JurisdictionDetermination, {
  one: 'jurisdictionDetermination',
  many: 'jurisdictionDeterminations',
  noun: 'determination of jurisdiction',
  nouns: 'determinations of jurisdiction',
});
