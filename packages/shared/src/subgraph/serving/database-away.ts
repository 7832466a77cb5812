/** PostgreSQL appendix A: connection exceptions, too little of something, an operator's doing, a lock that was not to be had. */
const AWAY_STATES = /^(08|53|57)[0-9A-Z]{3}$|^55P03$/;
const NO_CONNECTION: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);
/** What node-postgres says of a connection that is lost or not to be had, and we of one that is silent (postgres/silence.ts). */
const LOST = /^(Connection terminated|timeout exceeded when trying to connect|the database said nothing)/;

/** Whether a failure is of the database being away or held up, so that the same question may be answered later. */
export function isDatabaseAway(error: unknown): boolean {
  for (let each = error; isObject(each); each = each.originalError ?? each.cause) {
    const { code, message } = each;
    if (typeof code === 'string' && (AWAY_STATES.test(code) || NO_CONNECTION.has(code))) return true;
    if (typeof message === 'string' && LOST.test(message)) return true;
  }
  return false;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
