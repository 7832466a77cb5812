import { checkSecondAdmitting } from '@chancery/policy/writes/admit-issuer';
import { dayOf } from '@chancery/shared/calendar';
import { ClientError } from '@chancery/shared/errors';
import type { Handling } from '@chancery/shared/labels/label';
import type { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import type { Viewer } from '@chancery/shared/subgraph/visibility/viewer';
import { checkVerdict } from '@chancery/shared/subgraph/writing/check-verdict';
import type { EntityManager } from 'typeorm';
import { ApproveAgreementInput, DeclineAgreementInput } from './agreement-input.js';
import { agreementHandling } from './agreement-row.js';
import { changing, writeVersion } from './change-agreement.js';
import { type AgreementContent, type HeldAgreement, holdAgreement } from './held-agreement.js';

const bySecondPerson = ({ proposer }: AgreementContent, _: unknown, { profile }: Viewer): void =>
  checkVerdict(checkSecondAdmitting(proposer, profile));

const decided = (status: 'APPROVED' | 'DECLINED', { now }: Viewer) => ({ status, decided_at: new Date(now) });

/** Another person makes what one has proposed: it counts from its first day on, and what was in force until then ends there. */
export const approveAgreement = changing<ApproveAgreementInput>({
  operation: 'approveAgreement',
  says: 'Makes a trust agreement that another person has proposed; it counts at once, or from its first day on.',
  noun: 'approval',
  input: ApproveAgreementInput,
  from: ['PROPOSED'],
  check: bySecondPerson,
  handling: toldToItsParty,
  before: endOthers,
  values: (_, __, viewer) => decided('APPROVED', viewer),
  isTold: true,
});

/** Another person does not. */
export const declineAgreement = changing<DeclineAgreementInput>({
  operation: 'declineAgreement',
  says: 'Declines a trust agreement that another person has proposed: it is never made.',
  noun: 'decision',
  input: DeclineAgreementInput,
  from: ['PROPOSED'],
  check: bySecondPerson,
  values: (_, __, viewer) => decided('DECLINED', viewer),
  isTold: false,
});

/** A proposal was the register's alone; whom it binds never changes, so it may be read before it is locked. */
async function toldToItsParty({ record }: Handling, context: CallContext, id: string): Promise<Handling> {
  const text = 'select represents from trust_agreement where id = $1';
  const [found] = await context.read((manager) => manager.query<{ represents: string }[]>(text, [id]));
  if (found === undefined) throw new ClientError('NOT_FOUND', 'not found', 'input.id');
  return agreementHandling({ agency: record.owner, party: found.represents, synthetic: record.tags.has('synthetic') });
}

const OTHERS = `select id from trust_agreement
  where issuer = $1 and id <> $2 and status in ('APPROVED', 'SUPERSEDED', 'SWITCHED_OFF')
    and (ends_on is null or ends_on > $3::date) order by id`;

/** Of one issuer one agreement counts at a time: from the day on which this one begins, whatever was made before has ended. */
async function endOthers(transaction: EntityManager, { content }: HeldAgreement, viewer: Viewer): Promise<void> {
  // Of two that are approved at once for one issuer the second sees the first.
  await transaction.query('select pg_advisory_xact_lock(hashtext($1))', [`trust ${content.issuer}`]);
  const today = dayOf(viewer.now);
  const [, begins = today] = [content.valid_from, today].sort();
  const others = await transaction.query<{ id: string }[]>(OTHERS, [content.issuer, content.id, begins]);
  for (const { id } of others) {
    const other = await holdAgreement(transaction, id);
    const status = other.content.status === 'SWITCHED_OFF' ? 'SWITCHED_OFF' : 'SUPERSEDED';
    await writeVersion(transaction, other, { status, ends_on: begins }, viewer);
  }
}
