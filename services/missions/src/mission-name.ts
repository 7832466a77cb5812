import { stateNameWithArticle } from '@chancery/shared/state-names';
import { stateNameIn } from '@chancery/shared/state-names-in';
import type { MissionKind } from '@chancery/shared/vocabulary';
import { TITLES_IN } from './mission-titles.js';

const TITLES: Readonly<Record<MissionKind, string>> = {
  EMBASSY: 'Embassy',
  HIGH_COMMISSION: 'High Commission',
  APOSTOLIC_NUNCIATURE: 'Apostolic Nunciature',
  APOSTOLIC_DELEGATION: 'Apostolic Delegation',
  INTERESTS_SECTION: 'Interests Section',
  LIAISON_OFFICE: 'Liaison Office',
  PERMANENT_MISSION: 'Permanent Mission',
  DE_FACTO_EMBASSY: 'De facto Embassy',
  DE_FACTO_CONSULATE: 'De facto Consulate',
  CONSULATE_GENERAL: 'Consulate General',
  CONSULATE: 'Consulate',
  CONSULAR_AGENCY: 'Consular Agency',
  HONORARY_CONSULATE: 'Honorary Consulate',
  ASSISTANT_HIGH_COMMISSION: 'Assistant High Commission',
};

/** What a name is made of. */
export interface NamedPost {
  readonly kind: MissionKind;
  readonly sendingState: string;
  readonly receivingState: string;
  readonly city: string | null;
}

/** It receives in a city of another State: a sender's two embassies in Rome would have one name. */
const HOLY_SEE = 'VAT';

/** What a post is called: kind, sending State, and the settlement or, where none is known, the receiving State. Null for a code without a name. */
export function missionName({ kind, sendingState, receivingState, city }: NamedPost): string | null {
  const sender = stateNameWithArticle(sendingState);
  const receiver = stateNameWithArticle(receivingState);
  if (sender === null || receiver === null) return null;
  const to = receivingState === HOLY_SEE || city === null ? ` to ${receiver}` : '';
  const where = city === null ? '' : ` in ${city}`;
  return `${TITLES[kind]} of ${sender}${to}${where}`;
}

/**
 * The same in the language of a BCP 47 tag: with States in brackets, for how their names stand behind a noun is another rule in each language.
 * Null for a language in which kinds of post have no names here. Throws INPUT_INVALID for what is no tag.
 */
export function missionNameIn(post: NamedPost, tag: string): string | null {
  const { kind, sendingState, receivingState, city } = post;
  const [sender, receiver] = [sendingState, receivingState].map((state) => stateNameIn(state, tag));
  const [language = ''] = tag.toLowerCase().split('-');
  if (language === 'en') return missionName(post);
  const known = TITLES_IN.get(language);
  if (known === undefined || !sender || !receiver) return null;
  const nameOf = (state: string, name: string): string => (state === HOLY_SEE ? known.holySee : name);
  const to = receivingState === HOLY_SEE || city === null ? ` – ${nameOf(receivingState, receiver)}` : '';
  const where = city === null ? '' : `, ${city}`;
  return `${known.titles[kind]} (${nameOf(sendingState, sender)}${to})${where}`;
}
