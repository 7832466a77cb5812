/** The version of the schema that is written (https://schema.ocsf.io/1.3.0/classes/api_activity). */
const VERSION = '1.3.0';
const PRODUCT = { name: 'Chancery', vendor_name: 'Chancery' };

const APPLICATION_ACTIVITY = 6;
const API_ACTIVITY = 6003;
const ACTIVITIES = { create: 1, read: 2, update: 3 };
const SEVERITY = { informational: 1 };
const STATUS = { success: 1, failure: 2 };
const ACTION = { allowed: 1, denied: 2 };
const USER = 1;

const CHANGES = new Set(['ATTEMPT', 'OUTCOME', 'ACT', 'POLICY', 'ERASURE']);
const DENIED = new Set(['WITHHELD', 'HIDDEN']);

/** What has an attribute of the schema; all else of a row goes to `unmapped` under its own name. */
const MAPPED = new Set([
  'receipt',
  'recordedAt',
  'kind',
  'failure',
  'agency',
  'subject',
  'decision',
  'rule',
  'coordinate',
  'owner',
  'trace',
]);

/**
 * A row of the audit as an event of class API Activity: who asked what of the API, what was decided, by which rule, of what. OCSF has no attribute
 * for a legal basis, a purpose or a case: they are in `unmapped`. Throws on a row that is no event, such as a count.
 */
export function ocsfEvent(row, { banner, place }) {
  const {
    receipt,
    recordedAt,
    kind = 'READ',
    failure,
    agency,
    subject,
    decision,
    rule,
    coordinate,
    owner,
    trace,
  } = row;
  if (receipt === undefined || recordedAt === undefined) {
    throw new Error('--format ocsf: the question counts, and an event has a receipt and a time');
  }
  const activity = CHANGES.has(kind) ? ACTIVITIES.update : ACTIVITIES.read;
  const isDenied = DENIED.has(decision) || kind === 'REFUSED';
  return clean({
    activity_id: activity,
    category_uid: APPLICATION_ACTIVITY,
    class_uid: API_ACTIVITY,
    type_uid: API_ACTIVITY * 100 + activity,
    severity_id: SEVERITY.informational,
    time: Date.parse(recordedAt),
    status_id: isDenied || failure ? STATUS.failure : STATUS.success,
    status_code: failure,
    action_id: isDenied ? ACTION.denied : ACTION.allowed,
    metadata: {
      version: VERSION,
      product: PRODUCT,
      profiles: ['security_control'],
      // One entry has a row for each coordinate.
      uid: `${receipt}/${coordinate ?? 'entry'}/${place}`,
      correlation_uid: receipt,
      original_time: recordedAt,
      log_name: 'audit',
      labels: [banner],
    },
    actor: {
      user: { uid: subject ?? agency ?? 'unknown', type_id: USER, org: agency && { name: agency } },
      authorizations: decision && [{ decision: decision.toLowerCase(), policy: rule && { uid: rule } }],
    },
    api: {
      operation: row.operation ?? coordinate ?? kind,
      service: { name: 'graphql' },
      request: trace && { uid: trace },
    },
    src_endpoint: { svc_name: agency ?? 'unknown' },
    resources: coordinate && [{ name: coordinate, type: row.category ?? undefined, owner: owner && { name: owner } }],
    unmapped: Object.fromEntries(Object.entries(row).filter(([name]) => !MAPPED.has(name))),
  });
}

/** Without what is not known: an attribute of OCSF is never null. */
function clean(value) {
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  const known = Object.entries(value).filter(([, each]) => each !== undefined && each !== null && each !== '');
  return Object.fromEntries(known.map(([name, each]) => [name, clean(each)]));
}
