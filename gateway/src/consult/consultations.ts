import { explainToCaller } from '@chancery/policy/explain-to-caller';
import { ClientError } from '@chancery/shared/errors';
import type { AskHistory } from '@chancery/shared/history/ask-history';
import type { AskPeople } from '@chancery/shared/people/ask-people';
import type { TrustStore } from '@chancery/shared/subjects/trust-store';
import { PURPOSES } from '@chancery/shared/vocabulary';
import type { Supergraph } from '../schema/supergraph.js';
import type { Consultations, Consulted } from '../stages/execute/consulted.js';
import type { Asking } from '../stages/identify/identify.js';
import { CONSULT } from '../stages/limit/limits.js';
import { askedField, recordOf } from './asked-field.js';
import { instantOf } from './instant-of.js';
import { type Looking, lookAt, type Sight, type ValueSight } from './look-at.js';
import { maySeeTold } from './may-see.js';
import { namedPerson } from './named-person.js';
import { type Partner, partnersAt } from './partner-profile.js';
import { recordHistory } from './record-history.js';
import { redeemReceipt } from './redeem-receipt.js';
import { requireWhy } from './require-why.js';
import { decideSharing, maySee } from './sharing.js';
import { explanationShown, sharingShown } from './shown.js';
import { sightTold } from './sight-told.js';

/** What questions about values are answered with. */
export interface Consulting extends Looking {
  readonly supergraph: Supergraph;
  readonly trust: Pick<TrustStore, 'agreements' | 'pseudonymKey'>;
}

/** What is asked beside the services; null where there is none of it. */
export interface ConsultedParts {
  readonly notaryUrl: string | null;
  readonly people: AskPeople | null;
  readonly history: AskHistory | null;
}

/** Answers what is asked of the gateway itself. Null for a record, or a value, that is hidden or not there: the two are one. */
export function createConsultations(
  consulting: () => Consulting,
  { notaryUrl, people, history }: ConsultedParts,
): Consultations {
  return {
    async explain(asking, question, consulted) {
      consulted.begin();
      const asOf = question.asOf == null ? null : instantOf(question.asOf);
      const found = await lookedAt(question, asking, consulted, consulting());
      if (found === null) return null;
      const { field } = found.value;
      const { profile, token, view, now } = asking;
      const { category, floor } = field.policy ?? ROW;
      const asked = {
        profile,
        assigned: token.purposes,
        coordinate: field.policy?.coordinate ?? ROW.coordinate,
        category,
        floor,
        whole: found.sight.handling,
        view,
        now,
        asOf,
      };
      const explained = explainToCaller(asked, consulting().policy, CONSULT);
      return explained === null ? null : explanationShown(field, asOf ?? now, explained);
    },
    async canShare(asking, question, consulted) {
      consulted.begin();
      const { policy, trust } = consulting();
      const purpose = PURPOSES.find((known) => known === question.purpose);
      if (purpose === undefined) throw new ClientError('INPUT_INVALID', '`purpose`: no such purpose', 'purpose');
      const found = await lookedAt(question, asking, consulted, consulting());
      if (found === null || !maySee(found.sight, found.value, asking)) return null;
      // Only now: who is let in stands in agreements, of which others do not know.
      const partner = partnerNamed(question.partner, partnersAt(trust, asking.now));
      const { field } = found.value;
      const decided = decideSharing(found.sight, field, partner, purpose, { asking, policy, consulted });
      return sharingShown(field, decided, asking.now);
    },
    async sight(asking, question, consulted) {
      requireWhy(asking);
      consulted.begin();
      return sightTold(question, asking, consulted, { consulting: consulting(), people });
    },
    async maySee(asking, question, consulted) {
      requireWhy(asking);
      consulted.begin();
      const told = consulting();
      return maySeeTold(question, asking, consulted, { consulting: told, trust: told.trust, people });
    },
    async recordHistory(asking, question, consulted) {
      requireWhy(asking);
      consulted.begin();
      return recordHistory(question, asking, consulted, { consulting: consulting(), history });
    },
    receipt(asking, { id }, consulted) {
      consulted.begin();
      return redeemReceipt(id, asking, notaryUrl);
    },
    async namedPerson(asking, question, consulted) {
      requireWhy(asking);
      consulted.begin();
      // Of whom was asked stands in the entry however the question was written.
      consulted.records.push(`Person:${question.pseudonym}`);
      return namedPerson(question, asking, consulting());
    },
  };
}

const ROW = { coordinate: 'EXISTENCE', category: 'EXISTENCE', floor: 0 } as const;

/** The value that is asked about as who asks sees it; null where it does not. */
async function lookedAt(
  { id, coordinate }: { readonly id: string; readonly coordinate: string },
  asking: Asking,
  consulted: Consulted,
  consulting: Consulting,
): Promise<{ readonly sight: Sight; readonly value: ValueSight } | null> {
  const record = recordOf(id);
  if (record === null) return null;
  const field = askedField(record.typeName, coordinate, consulting.supergraph);
  const sight = await lookAt(record, [field], asking, consulting, consulted);
  const [value = null] = sight?.values ?? [];
  return sight === null || value === null ? null : { sight, value };
}

function partnerNamed(agency: string, partners: readonly Partner[]): Partner {
  const found = partners.find(({ subject }) => subject.agency === agency);
  if (found !== undefined) return found;
  throw new ClientError('INPUT_INVALID', '`partner`: no agreement in force names this agency', 'partner');
}
