import type { SiteKind } from '../vocabulary.js';

/** What a match looks at in a post of the register. */
export interface RegisterPost {
  /** Register key, for example `Q875787`. */
  readonly key: string;
  readonly kind: string;
  readonly sendingState: string;
  readonly receivingState: string;
  readonly city: string | null;
}

/** What a match looks at in an incident. */
export interface IncidentSite {
  readonly sendingState: string | null;
  readonly receivingState: string;
  readonly city: string;
  readonly siteKind: SiteKind;
}

const EMBASSIES = ['EMBASSY', 'HIGH_COMMISSION'];
const CONSULATES = ['CONSULATE_GENERAL', 'CONSULATE'];

/** Kinds of post that a kind of place belongs to; a place that is no post's matches none. */
const FITTING_KINDS: Readonly<Record<SiteKind, readonly string[]>> = {
  EMBASSY: ['EMBASSY'],
  HIGH_COMMISSION: ['HIGH_COMMISSION'],
  DIPLOMATIC_MISSION: EMBASSIES,
  // The residence of a head of mission is not the mission's premises, but what happens there happens to that mission (VCDR 30).
  RESIDENCE: EMBASSIES,
  CONSULATE_GENERAL: CONSULATES,
  CONSULATE: CONSULATES,
  SPECIAL_MISSION: [],
  ANNEX: [],
  IO_PREMISES: [],
  FOREIGN_MINISTRY: [],
};

/** The register names some posts by their district. */
const CITY_OF_DISTRICT: ReadonlyMap<string, string> = new Map([
  ['city of westminster', 'london'],
  ['chaowai subdistrict', 'beijing'],
  ['stockholm municipality', 'stockholm'],
  ['kabul district', 'kabul'],
  ['maxvorstadt', 'munich'],
]);

/** Finds the one post that an incident concerns. Two that fit are none: a guess would tie an incident to the wrong post. */
export function createPostMatcher(posts: readonly RegisterPost[]): (site: IncidentSite) => string | null {
  const byPlace = new Map<string, RegisterPost[]>();
  for (const post of posts) {
    if (post.city === null) continue;
    const place = placeKey(post.sendingState, post.receivingState, post.city);
    byPlace.set(place, [...(byPlace.get(place) ?? []), post]);
  }
  return (site) => {
    if (site.sendingState === null) return null;
    const there = byPlace.get(placeKey(site.sendingState, site.receivingState, site.city)) ?? [];
    const fitting = there.filter((post) => FITTING_KINDS[site.siteKind].includes(post.kind));
    const [post] = fitting;
    return post !== undefined && fitting.length === 1 ? post.key : null;
  };
}

function placeKey(sendingState: string, receivingState: string, city: string): string {
  const folded = city
    .normalize('NFD')
    .replaceAll(/[^a-zA-Z ]/g, '')
    .toLowerCase();
  return `${sendingState} ${receivingState} ${CITY_OF_DISTRICT.get(folded) ?? folded}`;
}
