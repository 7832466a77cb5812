import { ACCEPTED, isStated, refused, type Verdict } from './verdict.js';

/** A report that a mission sends home. */
export interface MissionReport {
  /** By what means, open to every mission, the report was come by. */
  readonly collectionBasis: string | null;
}

/** VCDR 3(1)(d): conditions are ascertained "by all lawful means"; a report that names none is not kept. */
export function checkMissionReport(report: MissionReport): Verdict {
  if (isStated(report.collectionBasis)) return ACCEPTED;
  return refused('VCDR-3', 'a report without the lawful means by which it was collected');
}

/** An observation of people near a post, by its own guards or cameras. */
export interface SurveillanceReport {
  /** The law of the receiving State that allows the observation. */
  readonly lawfulBasis: string | null;
  /** Whether the receiving State was told that the post observes. */
  readonly hostNotified: boolean;
}

/**
 * VCDR 41(1): members of a mission respect the laws of the receiving State. What a post collects on its residents names the
 * law that allows it, and is not kept from the host.
 */
export function checkSurveillanceReport(report: SurveillanceReport): Verdict {
  if (!isStated(report.lawfulBasis)) return refused('VCDR-41-1', 'surveillance data without a lawful basis');
  if (!report.hostNotified) return refused('VCDR-41-1', 'surveillance that the receiving State was not told of');
  return ACCEPTED;
}
