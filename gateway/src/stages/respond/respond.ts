import { dueAt } from '@chancery/policy/decision';
import type { Receipt } from '@chancery/shared/brands';
import { type Banner, bannerOf } from '@chancery/shared/clearance/banner';
import type { GatewayResponse } from '../receive/request.js';
import type { Answered, Outcome } from '../record/outcome.js';
import { owing } from './owing.js';
import { refusal } from './refusal.js';

/** The answer to a recorded outcome. Extensions are those of contracts 9; only `audit` differs between equal requests. Of an event, `resume` is what its subscriber comes back with. */
export function respond(outcome: Outcome, receipt: Receipt | null, resume: string | null = null): GatewayResponse {
  const audit = receipt === null ? {} : { audit: { receipt, ...(resume === null ? {} : { resume }) } };
  switch (outcome.kind) {
    case 'refused':
      return refusal(outcome.error, audit, outcome.reached.isExecuting);
    case 'answered': {
      const { redacted } = outcome;
      const body = {
        ...(redacted.errors.length > 0 ? { errors: redacted.errors } : {}),
        data: redacted.data,
        extensions: extensionsOf(outcome, audit),
      };
      return { status: 200, requestError: false, headers: {}, body: JSON.stringify(body) };
    }
  }
}

/** What is said beside the data of an answer. */
export function extensionsOf(
  { asking, redacted }: Pick<Answered, 'asking' | 'redacted'>,
  audit: { readonly audit?: object },
): { readonly banner: Banner } & Readonly<Record<string, unknown>> {
  const obligations = redacted.owed.map(({ obligation, ...places }) => ({
    kind: obligation.kind,
    rule: obligation.rule,
    ...owing(obligation.kind, asking.profile.subject.agency),
    dueAt: new Date(dueAt(obligation, asking.now)).toISOString(),
    ...places,
  }));
  const banner = bannerOf(redacted.marked, asking.profile.subject, redacted.exercise);
  const basis = redacted.bases === null ? {} : { basis: redacted.bases };
  return { ...audit, banner, withheld: redacted.withheld, obligations, ...basis };
}
