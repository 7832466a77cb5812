import { createHmac } from 'node:crypto';

const HEX_KEPT = 16;

/** The name that a person has on the ledger and in every service: keyed, so that no list of people gives it away. */
export function pseudonymOf(issuer: string, sub: string, key: Uint8Array): string {
  // An issuer of an agreement holds no space, so that no two pairs give one text.
  const mac = createHmac('sha256', key).update(`${issuer} ${sub}`).digest('hex');
  return `a:${mac.slice(0, HEX_KEPT)}`;
}

/** Who of those that an agency names bears a pseudonym; null when nobody does. It cannot be turned round: only tried. */
export function findBearer(
  pseudonym: string,
  { issuer, subs }: { readonly issuer: string; readonly subs: readonly string[] },
  key: Uint8Array,
): string | null {
  return subs.find((sub) => pseudonymOf(issuer, sub, key) === pseudonym) ?? null;
}
