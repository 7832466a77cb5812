import { stateName } from '@chancery/shared/state-names';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { PUBLISHED_TYPES } from '@chancery/shared/subgraph/links/published-types';
import { Count, Day, Kept, Made, Place, State, States, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { DEGREES } from '@chancery/shared/subgraph/record/kinds';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import type { MissionKind as Kind } from '@chancery/shared/vocabulary';
import { GeoPoint } from './geo-point.js';
import { MissionKind } from './mission-kind.js';
import { missionName } from './mission-name.js';

/** A post, as the schema shows it and as its table holds it. */
@Recorded({
  name: 'Mission',
  prefix: 'mis',
  says: PUBLISHED_TYPES.Mission,
  rules: ['(latitude is null) = (longitude is null)'],
  languages: ['CS', 'DA', 'ES', 'ET', 'HR', 'HU', 'PL', 'SK', 'SV', 'TR'],
})
export class Mission extends Labelled {
  @Text({
    is: 'PUBLIC_FACT',
    says: 'Item in Wikidata, the public key of imported posts.',
    nullable: true,
    unique: true,
    filter: true,
    searchable: true,
  })
  wikidataId!: string | null;

  @Word(MissionKind, { is: 'PUBLIC_FACT', says: 'What the post is; decides the treaty that applies.', filter: true })
  kind!: Kind;

  @State({ is: 'PUBLIC_FACT', says: 'State that sends the post.', filter: true, order: true })
  sendingState!: string;

  @State({
    is: 'PUBLIC_FACT',
    says: 'State that receives it: the State of accreditation, which for an embassy to the Holy See in Rome is the Holy See.',
    filter: true,
    order: true,
  })
  receivingState!: string;

  @States({
    is: 'PUBLIC_FACT',
    says: 'Further States of accreditation (VCDR 5(1)). Each is receiving State in its own relation to the post.',
  })
  alsoAccreditedTo!: string[];

  @Text({
    is: 'PUBLIC_FACT',
    says: 'Settlement in which it stands, as far as the register says.',
    length: 200,
    nullable: true,
    filter: true,
    group: true,
    order: true,
    searchable: true,
  })
  city!: string | null;

  @Text({
    is: 'PUBLIC_FACT',
    says: 'Part of the settlement, where the register names one.',
    length: 200,
    nullable: true,
    filter: true,
    order: true,
    searchable: true,
  })
  district!: string | null;

  @Kept(DEGREES, { nullable: true })
  latitude!: number | null;

  @Kept(DEGREES, { nullable: true })
  longitude!: number | null;

  @Place(() => GeoPoint, {
    is: 'PUBLIC_FACT',
    says: 'Place as published, WGS 84, four decimals.',
    latitude: 'latitude',
    longitude: 'longitude',
  })
  get location(): GeoPoint | null {
    const { latitude, longitude } = this;
    return latitude === null || longitude === null ? null : { latitude, longitude };
  }

  @Count({
    is: 'PUBLIC_FACT',
    says: 'Year of opening as Wikidata has it; of some posts it is that of the building, centuries before.',
    nullable: true,
  })
  openedYear!: number | null;

  @Day({
    is: 'PUBLIC_FACT',
    says: 'Date of the public register that these facts were taken from.',
    nullable: true,
  })
  asOf!: string | null;

  @Made(() => String, {
    is: 'PUBLIC_FACT',
    says: 'What it is called: kind, sending State and settlement, "Embassy of Japan in Berlin".',
    from: ['kind', 'sendingState', 'receivingState', 'city'],
    searchable: true,
  })
  get name(): string | null {
    return missionName(this);
  }

  @Made(() => String, {
    is: 'PUBLIC_FACT',
    says: 'English short name of the State that sends the post.',
    from: ['sendingState'],
  })
  get sendingStateName(): string | null {
    return stateName(this.sendingState);
  }

  @Made(() => String, {
    is: 'PUBLIC_FACT',
    says: 'English short name of the State that receives it.',
    from: ['receivingState'],
    searchable: true,
  })
  get receivingStateName(): string | null {
    return stateName(this.receivingState);
  }
}

export const missions = aggregateOf(Mission, {
  one: 'mission',
  many: 'missions',
  noun: 'post',
  nouns: 'posts',
  keys: [
    {
      field: 'missionByWikidataId',
      by: 'wikidataId',
      says: 'One post by its Wikidata item, for example Q875787.',
    },
  ],
});
