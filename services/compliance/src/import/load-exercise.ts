import type { ImportedRow, RecordImport } from '@chancery/shared/subgraph/import/import-records';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import { JurisdictionDetermination } from '../acts/jurisdiction-determination.js';
import { Mandate } from '../acts/mandate.js';
import { ReleaseDecision } from '../acts/release-decision.js';
import { Waiver } from '../acts/waiver.js';
import { InteragencyProtocol } from '../agreements/interagency-protocol.js';
import { PartnerArrangement } from '../agreements/partner-arrangement.js';
import { SharingAgreement } from '../agreements/sharing-agreement.js';
import { TrustAgreement } from '../agreements/trust/trust-agreement.js';
import { HostLegalConstraint } from '../host/host-legal-constraint.js';
import { PersonaNonGrata } from '../host/persona-non-grata.js';
import { Agency } from '../register/agency.js';
import { InformationRequest } from '../requests/information-request.js';
import { jurisdictionRows, mandateRows, nonGrataRows, releaseRows, waiverRows } from './act-rows.js';
import { agencyRows, statesOf } from './agency-rows.js';
import { arrangementRows, constraintRows, protocolRows, sharingRows } from './agreement-rows.js';
import type { ExerciseCase } from './exercise-case.js';
import { type Keyed, loadRows } from './load-rows.js';
import { requestRows } from './request-rows.js';
import { trustRows } from './trust-rows.js';

/** Loads what a demonstration has beside its acts; without one all of it is withdrawn. Tells how many rows there are. */
export async function loadExercise(client: ImportClient, cases: readonly ExerciseCase[]): Promise<number> {
  let total = 0;
  const load = async <T extends Keyed>(record: RecordImport<T>['record'], rows: readonly ImportedRow<T>[]) => {
    const ids = await loadRows(client, 'exercise', record, rows);
    total += rows.length;
    return ids;
  };
  const agencies = await load(Agency, cases.length === 0 ? [] : agencyRows(cases, await statesOf(client)));
  await load(TrustAgreement, trustRows(cases, agencies));
  await load(Waiver, waiverRows(cases));
  await load(Mandate, mandateRows(cases));
  await load(ReleaseDecision, releaseRows(cases));
  await load(InformationRequest, requestRows(cases));
  await load(JurisdictionDetermination, jurisdictionRows(cases));
  await load(PersonaNonGrata, nonGrataRows(cases));
  await load(SharingAgreement, sharingRows(cases));
  await load(PartnerArrangement, arrangementRows(cases));
  await load(InteragencyProtocol, protocolRows(cases));
  await load(HostLegalConstraint, constraintRows(cases));
  return total;
}
