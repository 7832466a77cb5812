import { buildSchema, getNamedType, isObjectType } from 'graphql';
import type { Coordinate } from '../vocabulary.js';

/** Which of some coordinates a path of an answer can mean, `embassy.premises.floorPlan`. */
export type FindByPath = (path: string, among: readonly Coordinate[]) => readonly Coordinate[];

/** A field that leads to a type. */
interface Way {
  readonly field: string;
  readonly from: string;
}

/**
 * Reads paths of answers by the composed SDL, from their end. A path names what the caller called its fields: a word that no
 * field has is an alias and may stand for any.
 */
export function supergraphPaths(sdl: string): FindByPath {
  const { waysTo, fields } = readWays(sdl);
  const above = (types: ReadonlySet<string>, word: string): ReadonlySet<string> => {
    const ways = [...types].flatMap((type) => waysTo.get(type) ?? []);
    return new Set(ways.filter(({ field }) => field === word || !fields.has(word)).map(({ from }) => from));
  };
  return (path, among) => {
    const words = path.split(/[.[\]]+/).filter((word) => word !== '' && !/^\d+$/.test(word));
    const last = words.pop() ?? '';
    return among.filter((coordinate) => {
      const [type = '', field = ''] = coordinate.split('.');
      if (field !== last && fields.has(last)) return false;
      let types: ReadonlySet<string> = new Set([type]);
      for (const word of words.toReversed()) types = above(types, word);
      return types.size > 0;
    });
  };
}

function readWays(sdl: string): {
  readonly waysTo: ReadonlyMap<string, readonly Way[]>;
  readonly fields: ReadonlySet<string>;
} {
  const schema = buildSchema(sdl, { assumeValid: true, assumeValidSDL: true, noLocation: true });
  const waysTo = new Map<string, Way[]>();
  const fields = new Set<string>();
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    if (type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const to = getNamedType(field.type).name;
      fields.add(field.name);
      waysTo.set(to, [...(waysTo.get(to) ?? []), { field: field.name, from: type.name }]);
    }
  }
  return { waysTo, fields };
}
