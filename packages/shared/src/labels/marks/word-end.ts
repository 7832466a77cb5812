import { MARK_SEPARATOR } from './mark-form.js';

/** Whether a word of a mark may end at a place: at a slash, a closing parenthesis, another mark, or the end. */
export function isWordEnd(text: string, position: number): boolean {
  return position >= text.length || '/)'.includes(text.charAt(position)) || text.startsWith(MARK_SEPARATOR, position);
}
