import type { ConnectionTexts } from '../../schema/connection-types.js';

/** What the rows of a record are called in prose. */
export interface Nouns {
  /** `warning` */
  readonly noun: string;
  /** `warnings` */
  readonly nouns: string;
}

/** Descriptions of what is derived of a record. */
export interface Wording {
  readonly byId: string;
  readonly all: string;
  readonly connection: ConnectionTexts;
}

/** The article before a noun, by how it is written. */
export const articleOf = (noun: string): 'a' | 'an' => (/^[aeiou]/.test(noun) ? 'an' : 'a');

/** The descriptions of root fields, page and edge: the same sentence for every record. */
export function wordingOf(node: string, { noun, nouns }: Nouns): Wording {
  const article = articleOf(noun) === 'an' ? 'An' : 'A';
  const many = nouns.charAt(0).toUpperCase() + nouns.slice(1);
  return {
    byId: `One ${noun} by id; null when there is none that this caller sees.`,
    all: `${many} that this caller sees.`,
    connection: {
      node,
      page: `A page of ${nouns}.`,
      edge: `${article} ${noun} in a page.`,
      element: `The ${noun}.`,
      total: `${many} that match and that this caller sees.`,
    },
  };
}
