import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import type { CaseStudy as CaseStudyRecord } from '../cases/case-study.js';
import type { CheckedClaim } from '../cases/checked-claim.js';
import type { IncidentRecord } from './incident-records.js';
import type { ClaimRow } from './parse-claims.js';

/** A public account beside each historical incident: sentence by sentence, with the rules that it tests. */
export function caseStudyRows(
  records: readonly IncidentRecord[],
  incidents: ReadonlyMap<string, string>,
): ImportedRow<CaseStudyRecord>[] {
  return records.flatMap((record): ImportedRow<CaseStudyRecord>[] => {
    const { synthetic, source, confidence, reference, occurredOn } = record;
    if (synthetic || source === null || confidence === null) return [];
    return [
      {
        handling: record.handling,
        synthetic: false,
        incident: incidents.get(reference) ?? null,
        reference,
        title: titleOf(record),
        occurredOn,
        facts: sentencesOf(record.summary),
        source,
        confidence,
        isVerified: confidence === 'HIGH',
        legalTests: [...record.legalRules],
        writtenBy: null,
      },
    ];
  });
}

function titleOf({ city, occurredOn, type }: IncidentRecord): string {
  const what = type.toLowerCase().replaceAll('_', ' ');
  return `${city} ${occurredOn.slice(0, 4)}: ${what}`;
}

const sentencesOf = (text: string): string[] => text.split(/(?<=[.;]) (?=\p{Lu}|\p{Ll})/u).map((each) => each.trim());

/** Claims that were checked, each with what that came to. Whatever a claim says, it is public that it was made. */
export function claimRows(claims: readonly ClaimRow[]): ImportedRow<CheckedClaim>[] {
  return claims.map(({ id, claim, finding, status, source }) => ({
    handling: 'l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=CHANCERY.register;t=public',
    synthetic: false,
    reference: id,
    claim,
    status,
    finding,
    source,
  }));
}
