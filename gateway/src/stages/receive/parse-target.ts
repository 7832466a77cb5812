/**
 * The path of a request target (RFC 9112 section 3.2), null when it has none. A path is taken as it was sent: resolved like a
 * link, `//x/graphql` would name another host and `/a/../graphql` another path than whoever stands before us has checked.
 */
export function parseTarget(target: string): string | null {
  if (target.startsWith('/')) return target.split('?', 1)[0] ?? null;
  // A proxy may be told the whole address, and a server must take it.
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return null;
  return new URL(target).pathname;
}
