import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { LiaisonAuthority } from './vocabulary.js';

/** Office of an authority with which a post works. */
@Recorded({ name: 'LiaisonContact', prefix: 'lia', says: 'Office of an authority with which a post works.' })
export class LiaisonContact extends Labelled {
  @Text({
    is: 'PREPAREDNESS',
    says: 'Readable key, for example LIA-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Word(LiaisonAuthority, { is: 'PREPAREDNESS', says: 'The authority.', filter: true })
  authority!: LiaisonAuthority;

  @Text({ is: 'PREPAREDNESS', says: 'Office, never a person.' })
  office!: string;

  @Text({ is: 'COMMS', says: 'How it is reached.', nullable: true })
  channel!: string | null;

  @Text({ is: 'PREPAREDNESS', says: 'What was agreed with it, through the ministry (VCDR 41(2)).' })
  agreedScope!: string;

  @Link(() => Mission, {
    is: 'PREPAREDNESS',
    says: 'The post.',
    filter: true,
    inverse: { field: 'liaisonContacts', is: 'EXISTENCE', says: 'Liaison contacts of this post.' },
  })
  mission?: Mission | null;
}

export const liaisonContacts = aggregateOf(LiaisonContact, {
  one: 'liaisonContact',
  many: 'liaisonContacts',
  noun: 'liaison contact',
  nouns: 'liaison contacts',
  commands: keep<LiaisonContact>()({
    field: 'recordLiaisonContact',
    of: 'LiaisonContact',
    says: 'Records an office of an authority with which a post works.',
    sets: { authority: {}, office: { max: 200 }, channel: { max: 200 }, agreedScope: { max: 2000 } },
    law: lawOfCommand,
  }),
});
