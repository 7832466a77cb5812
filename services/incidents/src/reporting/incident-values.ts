import { randomBytes } from 'node:crypto';
import { factsOfPost } from '@chancery/policy/writes/check-command';
import type { RegisterKey } from '@chancery/shared/brands';
import type { Instant } from '@chancery/shared/clock';
import { ClientError } from '@chancery/shared/errors';
import type { Fact } from '@chancery/shared/snapshot/snapshot';
import type { Viewer } from '@chancery/shared/subgraph/visibility/viewer';
import type { ReportIncidentInput } from './report-incident.input.js';

/** By then it is tomorrow at UTC+14. */
const AHEAD_MAX_MS = 14 * 60 * 60 * 1000;
const REFERENCE_BYTES = 5;

/** What happened has happened. Throws INPUT_INVALID. */
export function checkDay(occurredOn: string, now: Instant): void {
  const latest = new Date(now + AHEAD_MAX_MS).toISOString().slice(0, 10);
  if (occurredOn > latest) {
    throw new ClientError('INPUT_INVALID', `\`occurredOn\` \`${occurredOn}\` has not come yet`, 'input.occurredOn');
  }
}

/** The relation in which it happened, as the register has it: who reports chooses at most among its States. Throws INPUT_INVALID. */
export function relationOf(
  { profile, view, now }: Viewer,
  mission: RegisterKey,
  receivingState: string | null,
): Pick<Fact, 'sending' | 'receiving'> {
  const facts = factsOfPost(profile, mission, { view, now });
  const meant = receivingState === null ? facts : facts.filter(({ receiving }) => receiving === receivingState);
  const [only, ...others] = meant;
  if (only !== undefined && others.length === 0) return only;
  const message =
    receivingState === null
      ? '`receivingState` is needed: this post is accredited to several States'
      : `\`receivingState\` \`${receivingState}\` does not receive this post`;
  throw new ClientError('INPUT_INVALID', message, 'input.receivingState');
}

type Reported = Omit<ReportIncidentInput, 'idempotencyKey' | 'derivedFrom'>;

/** The columns of a reported incident, but for its id and handling. */
export function valuesOf(
  reported: Reported,
  { sending, receiving }: Pick<Fact, 'sending' | 'receiving'>,
): Readonly<Record<string, unknown>> {
  return {
    synthetic: reported.synthetic ?? false,
    reference: `R-${reported.occurredOn.slice(0, 4)}-${randomBytes(REFERENCE_BYTES).toString('hex').toUpperCase()}`,
    type: reported.type,
    occurred_on: reported.occurredOn,
    city: reported.city,
    sending_state: sending,
    receiving_state: receiving,
    site_kind: reported.siteKind,
    fatalities: reported.fatalities ?? null,
    summary: reported.summary,
    legal_rules: [],
    source: null,
    confidence: reported.confidence ?? null,
    mission_id: reported.mission,
  };
}
