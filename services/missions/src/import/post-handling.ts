import { drawNumber } from '@chancery/shared/subgraph/import/exercise-picks';
import { GROUNDS } from '../people/person-marks.js';
import type { ExercisePost } from './exercise-premises.js';

/**
 * How widely a record of a post is released. OPEN: to anybody. HOST: to the States that receive the post, which have to protect it.
 * OWN: to the sending State alone. INSIDE: as the State files what shows the inside of a post. ANNOUNCED: the same, but the host
 * may know that there is such a record.
 */
export type PostRelease = 'OPEN' | 'HOST' | 'OWN' | 'INSIDE' | 'ANNOUNCED';

/** What a handling says of a person beside the label. */
export interface PersonMark {
  /** `DIPLOMATIC_AGENT`; null of somebody whom no treaty describes. */
  readonly category: string | null;
  readonly nationality: string;
  readonly from: string;
  readonly until: string | null;
  /** Person key: a pseudonym by which acts name the person. */
  readonly key: string;
}

export interface HandlingMarks {
  /** Kind of agency that keeps it, as a part of its name: `diplomatic-security`. */
  readonly owner?: string;
  readonly person?: PersonMark;
  readonly tags?: readonly string[];
  /** Fields that are for cleared nationals alone, whatever the row is. */
  readonly secret?: readonly string[];
}

/** Ranks by which States file what shows the inside of a post, where that is not CONFIDENTIAL: the United Kingdom has no such level. */
const INSIDE = new Map([['GBR', 3]]);
const INSIDE_USUAL = 2;
const SECRET = 3;

/** The canonical handling of an exercise record of a post. */
export function postHandling(post: ExercisePost, release: PostRelease, marks: HandlingMarks = {}): string {
  const { sendingState: state, key } = post;
  const host = `l=${state}:0;rel=${joined([state, ...post.receivingStates])};nat=*;pur=*`;
  const inside = `l=${state}:${INSIDE.get(state) ?? INSIDE_USUAL};rel=${state};nat=${state};pur=*`;
  const labels: Readonly<Record<PostRelease, string>> = {
    OPEN: `l=${state}:0;rel=*;nat=*;pur=*`,
    HOST: host,
    OWN: `l=${state}:0;rel=${state};nat=*;pur=*`,
    INSIDE: inside,
    ANNOUNCED: inside,
  };
  const portions = [
    ...(release === 'ANNOUNCED' ? [`EXISTENCE(${host})`] : []),
    ...(marks.secret ?? []).map((field) => `${field}(l=${state}:${SECRET};rel=${state};nat=${state};pur=*)`),
  ].sort();
  const record = `;own=${state}.${marks.owner ?? 'diplomatic-security'};m=${key}${personOf(marks.person)}`;
  const tags = joined(['synthetic', ...(marks.person === undefined ? [] : GROUNDS), ...(marks.tags ?? [])]);
  return `${labels[release]}${record};t=${tags}${portions.map((portion) => `!${portion}`).join('')}`;
}

function personOf(person: PersonMark | undefined): string {
  if (person === undefined) return '';
  const { category, nationality, from, until, key } = person;
  const described = category === null ? '' : `;im=${category}:${nationality}:${from}..${until ?? ''}`;
  return `${described};who=${key}`;
}

/** A pseudonym that tells nothing of whom it stands for. */
export function pseudonym(prefix: string, of: string): string {
  return `${prefix}-${drawNumber(of).toString(16).padStart(8, '0')}`;
}

function joined(values: readonly string[]): string {
  return [...new Set(values)].sort().join('+');
}
