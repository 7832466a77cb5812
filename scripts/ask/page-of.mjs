/** As many as a page may have, of records and of who may see one. */
const PAGE = 500;
const SIGHT_PAGE = 100;
/** Below it a question's own page is smaller than that of others for a reason. */
const USUAL_PAGE = 100;

/** How many a page of a question has: as many as may be, unless it lists others below each, which count as if all were there. */
export function pageOf(document) {
  const own = Number(/\$first: Int! = (\d+)/.exec(document)?.[1] ?? USUAL_PAGE);
  if (own < USUAL_PAGE) return own;
  return /\b(sight|maySee|recordHistory)\(/.test(document) ? SIGHT_PAGE : PAGE;
}
