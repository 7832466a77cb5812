import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Count, Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { AssetKind, PropertyImmunity } from './vocabulary.js';

/** Property of a post. */
@Recorded({ name: 'Asset', prefix: 'ast', says: 'Property of a post.' })
export class Asset extends Labelled {
  @Text({
    is: 'ASSET',
    says: 'Readable key, for example AST-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Word(AssetKind, { is: 'ASSET', says: 'What it is.', filter: true })
  kind!: AssetKind;

  @Text({ is: 'ASSET', says: 'Entry in the inventory.' })
  inventory!: string;

  @Count({ is: 'ASSET', says: 'How many.', least: 0 })
  quantity!: number;

  @Text({ is: 'PREMISES_INTERIOR', says: 'Where inside it stands.', nullable: true })
  location!: string | null;

  @Word(PropertyImmunity, { is: 'LEGAL_STATUS', says: 'By which article it cannot be taken.', filter: true })
  immunity!: PropertyImmunity;

  @Link(() => Mission, {
    is: 'ASSET',
    says: 'The post.',
    filter: true,
    inverse: { field: 'assets', is: 'EXISTENCE', says: 'Assets of this post.' },
  })
  mission?: Mission | null;
}

export const assets = aggregateOf(Asset, {
  one: 'asset',
  many: 'assets',
  noun: 'asset',
  nouns: 'assets',
  commands: keep<Asset>()({
    field: 'registerAsset',
    of: 'Asset',
    says: 'Registers property of a post.',
    sets: { kind: {}, inventory: { max: 200 }, quantity: { max: 1_000_000 }, location: { max: 400 }, immunity: {} },
    law: lawOfCommand,
  }),
});
