import { defineEnum } from '@chancery/shared/schema/define-enum';

const CYBER_FINDING_SEVERITY_WORDS = ['INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL', 'FATAL'] as const;
/** How bad a finding is, by OCSF. */
export const CyberFindingSeverity = defineEnum(
  'CyberFindingSeverity',
  'How bad a finding is, by OCSF.',
  CYBER_FINDING_SEVERITY_WORDS,
  'a severity of a finding',
);
export type CyberFindingSeverity = keyof typeof CyberFindingSeverity;

const CYBER_FINDING_STATUS_WORDS = ['NEW', 'IN_PROGRESS', 'SUPPRESSED', 'RESOLVED'] as const;
/** Where a finding stands, by OCSF. */
export const CyberFindingStatus = defineEnum(
  'CyberFindingStatus',
  'Where a finding stands, by OCSF.',
  CYBER_FINDING_STATUS_WORDS,
  'a status of a cyber finding',
);
export type CyberFindingStatus = keyof typeof CyberFindingStatus;
