import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { ClientError } from '@chancery/shared/errors';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Count, Day, Link, Text, Texts } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { CATEGORIES } from '@chancery/shared/vocabulary';
import { otherSides } from '../of-relation.js';
import { Mission } from '../references.js';

/** How authorities speak with each other when something sets it off: channels, kinds of data, and how soon. */
@Recorded({
  name: 'InteragencyProtocol',
  prefix: 'iap',
  says: 'How authorities speak with each other when something sets it off: channels, kinds of data, and how soon.',
})
export class InteragencyProtocol extends Labelled {
  @Link(() => Mission, {
    is: 'RESPONSE_REQUEST',
    says: 'The post.',
    filter: true,
    inverse: { field: 'interagencyProtocols', is: 'EXISTENCE', says: 'How it speaks with other authorities.' },
  })
  mission?: Mission | null;

  @Text({ is: 'RESPONSE_REQUEST', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Texts({ is: 'RESPONSE_REQUEST', says: 'Authorities that keep it.' })
  parties!: string[];

  @Text({ is: 'RESPONSE_REQUEST', says: 'What sets it off.' })
  trigger!: string;

  @Texts({ is: 'RESPONSE_REQUEST', says: 'Channels in order of use.' })
  channels!: string[];

  @Texts({ is: 'RESPONSE_REQUEST', says: 'Kinds of data that it is for.' })
  dataCategories!: string[];

  @Count({ is: 'RESPONSE_REQUEST', says: 'Minutes within which an answer is due.', least: 1 })
  answerMinutes!: number;

  @Day({ is: 'RESPONSE_REQUEST', says: 'When it was last tried.', nullable: true })
  triedOn!: string | null;
}

const KINDS: ReadonlySet<string> = new Set(CATEGORIES);

function checkKinds({ dataCategories }: { readonly dataCategories: readonly string[] | null }): void {
  const unknown = dataCategories?.find((kind) => !KINDS.has(kind));
  if (unknown !== undefined)
    throw new ClientError('INPUT_INVALID', `\`${unknown}\` is no kind of data`, 'input.dataCategories');
}

export const interagencyProtocols = aggregateOf(InteragencyProtocol, {
  one: 'interagencyProtocol',
  many: 'interagencyProtocols',
  noun: 'interagency protocol',
  nouns: 'interagency protocols',
  commands: keep<InteragencyProtocol>()({
    field: 'recordProtocol',
    of: 'InteragencyProtocol',
    says: 'Records how a post and authorities of its host speak with each other; it opens nothing.',
    sets: {
      parties: { max: 20, each: 80 },
      trigger: { max: 400 },
      channels: { max: 10, each: 120 },
      dataCategories: { max: 40, each: 40 },
      answerMinutes: { max: 100_000 },
      triedOn: { time: 'PAST' },
    },
    law: lawOfCommand,
    check: checkKinds,
    addressees: (_, making) => otherSides(making),
  }),
});
