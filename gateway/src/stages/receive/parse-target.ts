/** A request target, taken apart. */
export interface Target {
  readonly path: string;
  /** Behind the first question mark. */
  readonly search: string;
}

/**
 * The path and the query of a request target (RFC 9112 section 3.2), null when it has none. A path is taken as it was sent: resolved
 * like a link, `//x/graphql` would name another host and `/a/../graphql` another path than whoever stands before us has checked.
 */
export function parseTarget(target: string): Target | null {
  if (target.startsWith('/')) return split(target);
  // A proxy may be told the whole address, and a server must take it.
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return null;
  const { pathname, search } = new URL(target);
  return { path: pathname, search: search.slice(1) };
}

function split(target: string): Target {
  const mark = target.indexOf('?');
  return mark < 0 ? { path: target, search: '' } : { path: target.slice(0, mark), search: target.slice(mark + 1) };
}
