import type { CanonicalCursor } from '../canonical-cursor.js';

const RECIPIENT = /[A-Z][A-Z0-9-]*/y;

/** Order of a list of recipients: the United States, then States, then organisations and tetragraphs. */
export function orderRecipients(recipients: Iterable<string>): string[] {
  return [...recipients].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Reads `USA, GBR, FVEY`: two texts for one set are not accepted. */
export function readRecipients(cursor: CanonicalCursor): string[] {
  const recipients: string[] = [];
  let last = '';
  do {
    const start = cursor.position;
    const recipient = cursor.take(RECIPIENT, 'a State or organisation');
    if (keyOf(recipient) <= last) return cursor.fail(`a recipient after \`${recipients.at(-1)}\``, start);
    last = keyOf(recipient);
    recipients.push(recipient);
  } while (cursor.accept(', '));
  return recipients;
}

function keyOf(recipient: string): string {
  if (recipient === 'USA') return `0${recipient}`;
  return `${recipient.length === 3 ? 1 : 2}${recipient}`;
}
