import type { Instant } from '@chancery/shared/clock';
import type { ExercisePost } from '@chancery/shared/subgraph/import/exercise-posts';
import { type ImportedRow, importRecords, type RecordImport } from '@chancery/shared/subgraph/import/import-records';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import type { Labelled } from '@chancery/shared/subgraph/record/record';
import { ActionCardInstance } from '../../activation/action-card-instance.js';
import { CommunicationsActivation } from '../../activation/communications-activation.js';
import { InitialAssessment } from '../../activation/initial-assessment.js';
import { PlanActivation } from '../../activation/plan-activation.js';
import { AuthorityGrant } from '../../command/authority-grant.js';
import { CommandAssignment } from '../../command/command-assignment.js';
import { Delegation } from '../../command/delegation.js';
import { SuccessionLine } from '../../command/succession-line.js';
import { Decision } from '../../decision/decision.js';
import { DiplomaticNote } from '../../decision/diplomatic-note.js';
import { Meeting } from '../../decision/meeting.js';
import { CasualtySummary } from '../../evacuation/casualty-summary.js';
import { EvacManifestEntry } from '../../evacuation/evac-manifest-entry.js';
import { EvacuationOperation } from '../../evacuation/evacuation-operation.js';
import { CustodyTransfer } from '../../log/custody-transfer.js';
import { EvidenceItem } from '../../log/evidence-item.js';
import { IncidentLogEntry } from '../../log/incident-log-entry.js';
import { AttackPhase } from '../../particulars/attack-phase.js';
import { CyberIncident } from '../../particulars/cyber-incident.js';
import { AfterActionReport } from '../../recovery/after-action-report.js';
import { Claim } from '../../recovery/claim.js';
import { DamageAssessment } from '../../recovery/damage-assessment.js';
import { LessonLearned } from '../../recovery/lesson-learned.js';
import { Recommendation } from '../../recovery/recommendation.js';
import { ConsularVisit } from '../../response/consular-visit.js';
import { Detention } from '../../response/detention.js';
import { ForceReport } from '../../response/force-report.js';
import { Mobilization } from '../../response/mobilization.js';
import { ProtectionRequest } from '../../response/protection-request.js';
import { ResourceAllocation } from '../../response/resource-allocation.js';
import { ResponderRequest } from '../../response/responder-request.js';
import { SituationReport } from '../../situation/situation-report.js';
import { SituationUpdate } from '../../situation/situation-update.js';
import type { IncidentRecord } from '../incident-records.js';
import { activationRows, assessmentRows, cardRows, channelRows } from './activation-rows.js';
import { assignmentRows, delegationRows, grantRows, type PlacedPost, successionRows } from './command-rows.js';
import { detentionRows, visitRows } from './detention-rows.js';
import { casualtyRows, evacuatedCases, manifestRows, operationRows } from './evacuation-rows.js';
import { exerciseCases, type Placed } from './exercise-case.js';
import { custodyRows, evidenceRows, logRows } from './log-rows.js';
import { cyberRows, phaseRows } from './particulars-rows.js';
import { afterActionRows, claimRows, damageRows, lessonRows, recommendationRows } from './recovery-rows.js';
import { allocationRows, forceRows, mobilizationRows, protectionRows, responderRows } from './response-rows.js';
import { decisionRows, meetingRows, noteRows, reportRows, updateRows } from './situation-rows.js';

/** A record that an import knows by its readable key. */
interface Keyed extends Labelled {
  reference: string;
}

/** What an import has made of rows. */
export interface Loaded {
  readonly rows: number;
  readonly ids: ReadonlyMap<string, string>;
}

/** Loads rows of a record; what is not among them any more is withdrawn. */
export async function loadRows<T extends Keyed>(
  client: ImportClient,
  importedBy: string,
  record: RecordImport<T>['record'],
  rows: readonly ImportedRow<T>[],
): Promise<Loaded> {
  const { ids } = await importRecords<T>(client, { record, importedBy, by: 'reference', rows });
  return { rows: rows.length, ids };
}

const POSTS_MAX = 20;
const DAY_MS = 86_400_000;
const IN_FORCE_DAYS = 180;

/** What an exercise is made of beside its incidents. */
export interface ExerciseWorld extends Placed {
  readonly records: readonly IncidentRecord[];
  readonly posts: readonly ExercisePost[];
  /** Null without an exercise: then all of it is withdrawn. */
  readonly start: Instant | null;
}

/** Loads what surrounds the incidents of an exercise; tells how many rows there are of it. */
export async function loadChapters(client: ImportClient, world: ExerciseWorld): Promise<number> {
  const cases = world.start === null ? [] : exerciseCases(world.records, world);
  const posts = placedPosts(world);
  let total = 0;
  const load = async <T extends Keyed>(record: RecordImport<T>['record'], rows: readonly ImportedRow<T>[]) => {
    const loaded = await loadRows(client, 'exercise', record, rows);
    total += loaded.rows;
    return loaded.ids;
  };
  await load(IncidentLogEntry, logRows(cases));
  await load(CustodyTransfer, custodyRows(cases, await load(EvidenceItem, evidenceRows(cases))));
  await load(InitialAssessment, assessmentRows(cases));
  await load(ActionCardInstance, cardRows(cases, await load(PlanActivation, activationRows(cases))));
  await load(CommunicationsActivation, channelRows(cases));
  await load(CommandAssignment, assignmentRows(cases));
  await load(Delegation, delegationRows(posts, await load(AuthorityGrant, grantRows(posts))));
  await load(SuccessionLine, successionRows(posts));
  await load(Mobilization, mobilizationRows(cases));
  await load(ResponderRequest, responderRows(cases));
  await load(ProtectionRequest, protectionRows(cases));
  await load(ResourceAllocation, allocationRows(cases));
  await load(ForceReport, forceRows(cases));
  await load(ConsularVisit, visitRows(cases, await load(Detention, detentionRows(cases))));
  const evacuated = evacuatedCases(cases);
  const operations = await load(EvacuationOperation, operationRows(evacuated));
  await load(EvacManifestEntry, manifestRows(evacuated, operations));
  await load(CasualtySummary, casualtyRows(cases));
  await load(SituationReport, reportRows(cases));
  await load(SituationUpdate, updateRows(cases));
  await load(Decision, decisionRows(cases));
  await load(Meeting, meetingRows(cases));
  await load(DiplomaticNote, noteRows(cases));
  await load(DamageAssessment, damageRows(cases));
  await load(Claim, claimRows(cases));
  const reports = await load(AfterActionReport, afterActionRows(cases));
  await load(Recommendation, recommendationRows(cases, reports));
  await load(LessonLearned, lessonRows(cases));
  await load(CyberIncident, cyberRows(cases));
  await load(AttackPhase, phaseRows(cases));
  return total;
}

/** The first posts of the exercise that are known here. */
function placedPosts({ posts, missions, start }: ExerciseWorld): PlacedPost[] {
  if (start === null) return [];
  const since = new Date(start - IN_FORCE_DAYS * DAY_MS);
  return posts.slice(0, POSTS_MAX).flatMap((post) => {
    const mission = missions.get(post.key);
    return mission === undefined ? [] : [{ post, mission, since }];
  });
}
