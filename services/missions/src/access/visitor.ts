import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { retract } from '@chancery/shared/subgraph/aggregate/retract-command';
import { Link, State, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { Mission } from '../mission.js';
import { IdDocumentKind } from './vocabulary.js';

/** Somebody who asks to visit a post, under a pseudonym. */
@Recorded({ name: 'Visitor', prefix: 'vis', says: 'Somebody who asks to visit a post, under a pseudonym.' })
export class Visitor extends Labelled {
  @Text({
    is: 'PERSONAL_DATA',
    says: 'Readable key, for example VIS-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Text({ is: 'PERSONAL_DATA', says: 'Pseudonym.', length: 40, filter: true })
  visitorRef!: string;

  @Word(IdDocumentKind, { is: 'PERSONAL_DATA', says: 'Kind of document shown.', filter: true })
  idDocumentKind!: IdDocumentKind;

  @Text({
    is: 'PERSONAL_DATA',
    says: 'Digest of the document’s number: the number itself is not kept.',
    nullable: true,
  })
  idDocument!: string | null;

  @State({ is: 'PERSONAL_DATA', says: 'State that issued the document.', filter: true })
  nationality!: string;

  @Text({ is: 'PERSONAL_DATA', says: 'On whose behalf the visitor comes.', nullable: true })
  organisation!: string | null;

  @Link(() => Mission, {
    is: 'SECURITY_POSTURE',
    says: 'The post.',
    filter: true,
    inverse: { field: 'visitors', is: 'EXISTENCE', says: 'Visitors of this post.' },
  })
  mission?: Mission | null;
}

/** A visitor is known by a pseudonym of ours: what the document says is looked at, and not kept. */
const registerVisitor = create<Visitor>()({
  field: 'registerVisitor',
  says: 'Registers somebody who is to visit a post, under a pseudonym.',
  noun: 'registration',
  inputSays: 'A visitor. Neither name nor number of a document is part of it.',
  about: 'mission',
  sets: {
    mission: {},
    idDocumentKind: {},
    nationality: {},
    organisation: { max: 200, required: false },
    synthetic: { says: 'Made for an exercise of this system, not real.', required: false },
  },
  law: lawOfCommand('registerVisitor'),
  complete: { reference: () => madeReference('VIS'), visitorRef: () => madeReference('V') },
});

export const visitors = aggregateOf(Visitor, {
  one: 'visitor',
  many: 'visitors',
  noun: 'visitor',
  nouns: 'visitors',
  commands: [
    registerVisitor,
    retract<Visitor>({ field: 'retractVisitor', record: 'visitor', law: lawOfCommand('retractVisitor') }),
  ],
});
