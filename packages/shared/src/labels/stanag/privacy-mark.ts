import type { Label } from '../label.js';
import { completeMark } from '../marks/complete-mark.js';
import { marksOfLabel } from '../marks/marks-of-label.js';
import { byPlace, inOrder } from '../marks/pages.js';
import { printBanner } from '../marks/print-mark.js';
import { rollUp } from '../marks/roll-up.js';

/**
 * The mark that a document under a label bears, as whoever made it prints it; null where no register has one. Of the United
 * States' it is one, with foreign information in it; else each owner's own.
 */
export function privacyMarkOf(label: Label, maker: string | null): string | null {
  const { marks, unmarkable } = marksOfLabel(label, maker);
  if (marks.length === 0 || unmarkable !== null) return null;
  const pages = label.ranks.has('USA') ? rollUp(marks) : byPlace(marks).flatMap(rollUp);
  return printBanner(inOrder(pages.map(completeMark)));
}
