import { createConnectionType } from '@chancery/shared/schema/connection-types';
import { ConnectionSpec } from '@chancery/shared/subgraph/paging/connection-spec';
import { createRowLoader } from '@chancery/shared/subgraph/reading/row-loader';
import { Warning } from './warning.entity.js';
import { WarningFilter, WarningOrder } from './warning.inputs.js';

/** A page of warnings. */
export const WarningConnection = createConnectionType(() => Warning, {
  node: 'Warning',
  page: 'A page of warnings.',
  edge: 'A warning in a page.',
  element: 'The warning.',
  total: 'Warnings that match and that this caller sees.',
});

/** Warnings by id. */
export const warningRows = createRowLoader(Warning, 'wrn');

const declared = {
  entity: Warning,
  filter: WarningFilter,
  order: WarningOrder,
  links: { missions: { to: 'mission_ref', through: 'warning_mission', holder: 'warning_id', target: 'mission_id' } },
  load: warningRows.load,
};

/** All warnings. */
export const allWarnings = new ConnectionSpec({ name: 'Query.warnings', ...declared });

/** Warnings that changed. */
export const changedWarnings = new ConnectionSpec({ name: 'Subscription.warningIssued', ...declared });

/** The warnings of a post. */
export const warningsOfMission = new ConnectionSpec({ name: 'Mission.warnings', ...declared });
