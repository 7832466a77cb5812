import { type HeaderValues } from '../receive/request.js';

/** Version, trace id, parent id, flags (W3C Trace Context section 3.2); a later version may say more behind a hyphen. */
const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?$/;

/** The trace that the caller says the request belongs to; null when it says none, or nothing that is one. */
export function traceIn(values: HeaderValues): string | null {
  const [, version, trace, parent, more] = values.length === 1 ? (TRACEPARENT.exec(values[0] ?? '') ?? []) : [];
  if (trace === undefined || parent === undefined || version === 'ff') return null;
  if (version === '00' && more !== undefined) return null;
  return /^0+$/.test(trace) || /^0+$/.test(parent) ? null : trace;
}
