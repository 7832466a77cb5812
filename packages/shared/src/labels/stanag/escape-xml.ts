import { UnmarkableLabelError } from './unmarkable-label-error.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u; // XML 1.0 production 2, Char

/** A text as the content of an element or the value of an attribute. */
export function escapeXml(text: string): string {
  if (NOT_XML.test(text)) throw new UnmarkableLabelError(text, 'a character that XML cannot hold');
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
