import { Area } from '../posts/area.js';
import { Asset } from '../posts/asset.js';
import { LegalStatusPeriod } from '../posts/legal-status-period.js';
import { Residence } from '../posts/residence.js';
import { Vehicle } from '../posts/vehicle.js';
import type { AreaKind, AssetKind, InviolabilityBasis } from '../posts/vocabulary.js';
import { exerciseOf, type Making } from './exercise-set.js';
import { bySize, every, isConsular, isSmall } from './post-size.js';

const ROOMS: Readonly<Partial<Record<AreaKind, string>>> = {
  CHANCERY: 'Offices of the head, the registry and the cipher room.',
  CONSULAR_SECTION: 'Counters, waiting room and the store of blank passports.',
  ANNEX: 'Administration, information systems and the workshop.',
};
const ASSETS: readonly (readonly [AssetKind, string, string])[] = [
  ['GENERATOR', 'Diesel generator, 120 kVA, with two days of fuel', 'Yard behind the garage'],
  ['COMMUNICATIONS_EQUIPMENT', 'Satellite terminal and its antenna', 'Plant room below the roof'],
  ['SAFE', 'Safe for documents, fire-resisting for two hours', 'Registry, first floor'],
  ['MEDICAL_EQUIPMENT', 'Defibrillator and trauma cabinet', 'Beside the lobby'],
  ['INFORMATION_SYSTEM', 'Servers of the internal network', 'Plant room, second floor'],
];
const PLATES = ['CD', 'CC'];

/** Standing, parts and property of posts. */
export const POSTS_SETS = [
  // What was first recorded of a standing, and what it was corrected to: the first stays to be asked about.
  exerciseOf<LegalStatusPeriod>(LegalStatusPeriod, 'LSP', every(2), (making) => {
    const { post, at, numberOfPost, day, moment, handling } = making;
    const inCustody = post.key === 'Q3774656';
    const since = -numberOfPost(900, 5000, 'since');
    return {
      handling: handling('OPEN', { owner: 'foreign-ministry' }),
      receivingState: post.receivingStates[0] ?? post.sendingState,
      status: inCustody && at === 1 ? 'IN_CUSTODY' : 'ESTABLISHED',
      notifiedOn: day(since - 10),
      consentRef: `Note verbale ${numberOfPost(100, 999, 'note')}/${day(since).slice(0, 4)}`,
      protectingPower: inCustody && at === 1 ? 'CHE' : null,
      heldFrom: day(since + (at === 0 ? 30 : 0)),
      // It was first agreed for five years, as the register had it.
      heldUntil: at === 0 ? day(since + 5 * 365) : null,
      recordedAt: moment((since + at * 60) * 24),
      supersededAt: at === 0 ? moment((since + 60) * 24) : null,
    };
  }),
  exerciseOf<Area>(Area, 'ARE', bySize(2, 1), (making) => {
    const { post, at, handling, number } = making;
    const kind: AreaKind = isConsular(post) ? 'CONSULAR_SECTION' : at === 0 ? 'CHANCERY' : 'ANNEX';
    return {
      handling: handling('HOST', { secret: ['Area.archives', 'Area.contents'] }),
      name: at === 0 ? 'Main building' : 'Side building',
      kind,
      // An honorary officer works from rooms that serve his own business too (VCCR 58, 59).
      exclusiveUse: !isSmall(post),
      inviolabilityBasis: basisOf(making),
      contents: ROOMS[kind] ?? null,
      archives: `Series ${number(1, 40, 'first')} to ${number(41, 400, 'last')}`,
    };
  }),
  exerciseOf<Residence>(Residence, 'RSD', bySize(1, 0), ({ post, handling, number, pick }) => ({
    handling: handling('HOST', { secret: ['Residence.alarm', 'Residence.interiorPlan'] }),
    address: `${number(2, 90, 'number')} ${pick(['Cedar Walk', 'Orchard Hill', 'Lakeside Row'], 'street')}${post.city === null ? '' : `, ${post.city}`}`,
    occupantOffice: isConsular(post) ? 'Head of post' : 'Head of mission',
    interiorPlan: `Two floors; the refuge is the ${pick(['dressing room', 'wine cellar', 'study'], 'refuge')}, which locks from inside.`,
    alarm: 'Buttons in the hall and the refuge; the guard force of the post answers within six minutes.',
  })),
  exerciseOf<Asset>(Asset, 'AST', bySize(2, 1), ({ post, at, handling, number, numberOfPost }) => {
    const [kind, inventory, location] =
      ASSETS[(numberOfPost(0, 4, 'asset') + at) % ASSETS.length] ?? ASSETS[0] ?? fail();
    return {
      handling: handling('OWN', { secret: ['Asset.location'], tags: ['property'] }),
      kind,
      inventory,
      quantity: number(1, 3, 'quantity'),
      location,
      immunity: isSmall(post) ? 'NONE' : isConsular(post) ? 'VCCR_31_4' : 'VCDR_22_3',
    };
  }),
  exerciseOf<Vehicle>(Vehicle, 'VHC', bySize(2, 0), ({ post, at, handling, number, pick }) => ({
    handling: handling('HOST', { secret: ['Vehicle.armour', 'Vehicle.tracking'], tags: ['property'] }),
    kind: at === 0 ? 'SALOON' : pick(['UTILITY_VEHICLE', 'VAN', 'BUS'] as const, 'kind'),
    plate: `${PLATES[isConsular(post) ? 1 : 0] ?? 'CD'} ${number(10, 99, 'block')}-${number(100, 999, 'plate')}`,
    seats: at === 0 ? 5 : number(7, 16, 'seats'),
    armour: at === 0 ? pick(['FB6', 'FB7'] as const, 'armour') : 'NONE',
    immunity: isConsular(post) ? 'VCCR_31_4' : 'VCDR_22_3',
    tracking: 'Position every 30 seconds to the control room of the post.',
  })),
];

function basisOf({ post, at }: Making): InviolabilityBasis {
  if (isSmall(post)) return 'VCCR_59';
  if (isConsular(post)) return 'VCCR_31';
  return at === 2 ? 'VCDR_30' : 'VCDR_22';
}

function fail(): never {
  throw new RangeError('nothing to pick from');
}
