import type { Instant } from '@chancery/shared/clock';
import type { ExercisePost } from '@chancery/shared/subgraph/import/exercise-posts';
import { type ImportedRow, importRecords, type RecordImport } from '@chancery/shared/subgraph/import/import-records';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import type { Labelled } from '@chancery/shared/subgraph/record/record';
import { AnalyticProduct } from '../../assessment/analytic-product.js';
import { RiskAssessment } from '../../assessment/risk-assessment.js';
import { ThreatAssessment } from '../../assessment/threat-assessment.js';
import { ThreatLevel } from '../../assessment/threat-level.js';
import { CollectionRequirement } from '../../collection/collection-requirement.js';
import { IntelReport } from '../../collection/intel-report.js';
import { Source } from '../../collection/source.js';
import { CyberFinding } from '../../cyber/cyber-finding.js';
import { Dissemination } from '../../sharing/dissemination.js';
import { StandingRequirement } from '../../standing/standing-requirement.js';
import { Indicator } from '../../threats/indicator.js';
import { IndicatorWatch } from '../../threats/indicator-watch.js';
import { Threat } from '../../threats/threat.js';
import { ThreatActor } from '../../threats/threat-actor.js';
import { productRows, riskRows, threatAssessmentRows, threatLevelRows } from './assessment-rows.js';
import { reportRows, requirementRows, sourceRows } from './collection-rows.js';
import { intelFiles, intelPlaces } from './intel-place.js';
import { cyberRows, disseminationRows } from './sharing-rows.js';
import { standingRows } from './standing-rows.js';
import { actorRows, indicatorRows, threatRows, watchRows } from './threat-rows.js';

/** A record that an import knows by its readable key. */
interface Keyed extends Labelled {
  reference: string;
}

/** What an exercise is made over; without a start there is none, and what was made for one is withdrawn. */
export interface IntelWorld {
  readonly posts: readonly ExercisePost[];
  readonly start: Instant | null;
}

/** Loads what intelligence knows beside its warnings, which are in already; tells how many rows there are of it. */
export async function loadIntel(client: ImportClient, { posts, start }: IntelWorld): Promise<number> {
  const places = start === null ? [] : intelPlaces(posts, await missionsOf(client), start);
  const files = intelFiles(places);
  let total = 0;
  const load = async <T extends Keyed>(record: RecordImport<T>['record'], rows: readonly ImportedRow<T>[]) => {
    total += rows.length;
    return (await importRecords<T>(client, { record, importedBy: 'exercise', by: 'reference', rows })).ids;
  };
  const requirements = await load(CollectionRequirement, requirementRows(places));
  await load(StandingRequirement, standingRows(places));
  const sources = await load(Source, sourceRows(places));
  const reports = await load(IntelReport, reportRows(places, requirements, sources));
  const threats = await load(Threat, threatRows(places, await load(ThreatActor, actorRows(files))));
  await load(IndicatorWatch, watchRows(places, await load(Indicator, indicatorRows(files))));
  await load(ThreatAssessment, threatAssessmentRows(places, threats));
  await load(ThreatLevel, threatLevelRows(places));
  await load(RiskAssessment, riskRows(places, threats));
  await load(AnalyticProduct, productRows(places, reports));
  await load(Dissemination, disseminationRows(places, reports, await warningsOf(client)));
  await load(CyberFinding, cyberRows(places));
  return total;
}

async function missionsOf(client: ImportClient): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ key: string; id: string }>(
    'select key, id from mission_ref where withdrawn_at is null',
  );
  return new Map(rows.map(({ key, id }) => [key, id]));
}

/** The first warning of each post, by the register key of the post. */
async function warningsOf(client: ImportClient): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ key: string; id: string }>(
    `select distinct on (r.key) r.key, w.id
       from warning w join warning_mission l on l.warning_id = w.id join mission_ref r on r.id = l.mission_id
      where w.withdrawn_at is null order by r.key, w.reference`,
  );
  return new Map(rows.map(({ key, id }) => [key, id]));
}
