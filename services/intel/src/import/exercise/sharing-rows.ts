import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import type { CyberFinding } from '../../cyber/cyber-finding.js';
import type { Dissemination } from '../../sharing/dissemination.js';
import type { IntelPlace } from './intel-place.js';

type Ids = ReadonlyMap<string, string>;

const PARTNER = 'GBR';

/** What was passed on about each post: a report to a partner, words to the host. */
export function disseminationRows(
  places: readonly IntelPlace[],
  reports: Ids,
  warnings: Ids,
): ImportedRow<Dissemination>[] {
  return places.flatMap((of): ImportedRow<Dissemination>[] => {
    const shared = { synthetic: true, mission: of.mission };
    return [
      {
        ...shared,
        handling: of.handling('ALLIED'),
        reference: of.reference('DSM', 1),
        report: reports.get(of.reference('IR', 2)) ?? null,
        warning: null,
        recipientState: PARTNER,
        recipientAgency: 'Foreign ministry',
        basis: 'SHARING_AGREEMENT',
        channel: 'SECURE_NETWORK',
        tearline: null,
        disseminatedAt: of.moment(-of.pick([40, 44, 60], 'to partner')),
      },
      {
        ...shared,
        handling: of.handling('HOST'),
        reference: of.reference('DSM', 2),
        report: null,
        warning: warnings.get(of.post.key) ?? null,
        recipientState: of.post.receivingState,
        recipientAgency: 'Foreign ministry, for the police',
        basis: of.pick(['TEARLINE', 'HOST_PROTECTION', 'DUTY_TO_WARN'] as const, 'basis'),
        channel: 'MINISTRY',
        tearline: of.story.threat.summary(of.post.city),
        disseminatedAt: of.moment(-of.pick([20, 24, 30], 'to host')),
      },
    ];
  });
}

const FINDINGS = [
  {
    system: 'Appointment system of the visa section',
    title: 'Reads more than it is asked for when a header is longer than 4 KiB',
    severity: 'HIGH',
    hasCve: true,
    pattern: null,
    remedy: 'The version of last month mends it.',
  },
  {
    system: 'Mail of the post',
    title: 'A rule forwards calendars to an address outside',
    severity: 'CRITICAL',
    hasCve: false,
    pattern: "[email-message:subject MATCHES '^Confirm your account']",
    remedy: 'Take the rule away, change passwords, and read the log of the last ninety days.',
  },
  {
    system: 'Door controllers',
    title: 'The password of the maker is still in use',
    severity: 'MEDIUM',
    hasCve: false,
    pattern: null,
    remedy: 'Change it and write down who holds it.',
  },
] as const;

/** What was found in the systems of each post. */
export function cyberRows(places: readonly IntelPlace[]): ImportedRow<CyberFinding>[] {
  return places.map((of, index) => {
    const { hasCve, ...found } = of.pick(FINDINGS, 'finding');
    const resolvedAt = of.turn([of.moment(-20), of.moment(-60), null, null]);
    return {
      handling: of.handling('NATIONALS', 'diplomatic-security'),
      synthetic: true,
      mission: of.mission,
      incident: null,
      reference: of.reference('CF'),
      ...found,
      // A year that no list of weaknesses has: an exercise names no real one.
      cve: hasCve ? `CVE-1900-${String(index + 1).padStart(4, '0')}` : null,
      status: resolvedAt !== null ? 'RESOLVED' : of.pick(['NEW', 'IN_PROGRESS'] as const, 'status'),
      foundAt: of.moment(-of.pick([200, 300, 500], 'found')),
      resolvedAt,
    };
  });
}
