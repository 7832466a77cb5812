import { analyticProducts } from './assessment/analytic-product.js';
import { riskAssessments } from './assessment/risk-assessment.js';
import { threatAssessments } from './assessment/threat-assessment.js';
import { threatLevels } from './assessment/threat-level.js';
import { collectionRequirements } from './collection/collection-requirement.js';
import { intelReports } from './collection/intel-report.js';
import { sources } from './collection/source.js';
import { cyberFindings } from './cyber/cyber-finding.js';
import { disseminations } from './sharing/dissemination.js';
import { standingRequirements } from './standing/standing-requirement.js';
import { indicators } from './threats/indicator.js';
import { indicatorWatches } from './threats/indicator-watch.js';
import { threats } from './threats/threat.js';
import { threatActors } from './threats/threat-actor.js';
import { warnings } from './warning.js';

/** Everything that intel owns. */
export const aggregates = [
  warnings,
  collectionRequirements,
  standingRequirements,
  sources,
  intelReports,
  threatActors,
  threats,
  indicators,
  indicatorWatches,
  threatAssessments,
  threatLevels,
  riskAssessments,
  analyticProducts,
  disseminations,
  cyberFindings,
];
