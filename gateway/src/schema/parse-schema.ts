import { type DocumentNode, type NameNode, parse, visit } from 'graphql';

type Written = { -readonly [K in keyof NameNode]: NameNode[K] };

/**
 * Reads an SDL whose names take one byte a letter. A name that is cut from a text with a dash or an accent in it takes two, the engine keeps it in the form in
 * which it was a key first, and every answer with such a key is written and held at twice its length. Names are ASCII (GraphQL section 2.1.9).
 */
export function parseSchema(sdl: string): DocumentNode {
  const document = parse(sdl, { noLocation: true });
  const narrow = new Map<string, string>();
  visit(document, {
    Name(node) {
      const { value } = node;
      const known = narrow.get(value) ?? Buffer.from(value, 'latin1').toString('latin1');
      narrow.set(value, known);
      // Nobody else has the document yet.
      (node as Written).value = known;
    },
  });
  return document;
}
