import { createHash } from 'node:crypto';
import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import type { CustodyTransfer } from '../../log/custody-transfer.js';
import type { EvidenceItem } from '../../log/evidence-item.js';
import type { IncidentLogEntry, LogEntryKind } from '../../log/incident-log-entry.js';
import { chainHash, commitTo, NO_HASH } from '../../log/log-chain.js';
import { handlingOf } from './chapter-handling.js';
import type { ExerciseCase } from './exercise-case.js';

interface Noted {
  readonly after: number;
  readonly kind: LogEntryKind;
  readonly office: string;
  readonly text: string;
}

function notedOf({ story, receiving }: ExerciseCase): Noted[] {
  const { noticed, done, responder, decision } = story;
  return [
    { after: 0, kind: 'OBSERVATION', office: 'GRD', text: noticed },
    { after: 6, kind: 'ACTION', office: 'GRD', text: done[0] },
    {
      after: 11,
      kind: 'NOTIFICATION',
      office: 'RSO',
      text: `Asked of the authorities of ${receiving}: ${responder.ask}`,
    },
    { after: 19, kind: 'ACTION', office: 'RSO', text: done[1] },
    { after: 34, kind: 'DECISION', office: 'HOM', text: decision.chosen },
    { after: 62, kind: 'ACTION', office: 'RSO', text: done[2] },
  ];
}

/** The log of each incident: one chain, for all of it has one label. */
export function logRows(cases: readonly ExerciseCase[]): ImportedRow<IncidentLogEntry>[] {
  return cases.flatMap((of) => {
    const handling = handlingOf(of, 'PARTNERS');
    let previousHash = NO_HASH;
    return notedOf(of).map(({ after, kind, office, text }, index): ImportedRow<IncidentLogEntry> => {
      const reference = `L-${of.number}-${index + 1}`;
      const entry = { writtenAt: of.at(after), kind, authorRole: of.holder(office), text };
      // The same at each import; a salt of somebody's entry is drawn at random.
      const salt = createHash('sha256').update(`salt ${of.id} ${reference}`).digest('hex');
      const commitment = commitTo(entry, salt);
      const row = {
        handling,
        synthetic: true,
        incident: of.id,
        reference,
        position: index + 1,
        ...entry,
        salt,
        commitment,
        previousHash,
        hash: chainHash(previousHash, commitment),
      };
      previousHash = row.hash;
      return row;
    });
  });
}

/** What was secured after each incident. */
export function evidenceRows(cases: readonly ExerciseCase[]): ImportedRow<EvidenceItem>[] {
  return cases.map((of) => {
    const { kind, what, place } = of.story.evidence;
    const isCopy = kind === 'DIGITAL_COPY' || kind === 'FOOTAGE';
    return {
      handling: handlingOf(of, 'HOST'),
      synthetic: true,
      incident: of.id,
      reference: `E-${of.number}-1`,
      kind,
      status: of.incident.status === 'CLOSED' ? 'HANDED_OVER' : 'IN_CUSTODY',
      description: what,
      securedAt: of.at(95),
      securedBy: of.holder('RSO'),
      place,
      isInviolable: isCopy,
      contentHash: isCopy ? createHash('sha256').update(`${what} ${of.id}`).digest('hex') : null,
    };
  });
}

/** Through whose hands each exhibit went. */
export function custodyRows(
  cases: readonly ExerciseCase[],
  evidence: ReadonlyMap<string, string>,
): ImportedRow<CustodyTransfer>[] {
  return cases.flatMap((of): ImportedRow<CustodyTransfer>[] => {
    const exhibit = `E-${of.number}-1`;
    const hands = [of.holder('GRD'), of.holder('RSO'), `${of.receiving} POLICE, by note`];
    const purposes = [
      'Secured and sealed.',
      'Given over for the inquiry of the host, with the consent of the head of post.',
    ];
    return purposes.slice(0, of.incident.status === 'CLOSED' ? 2 : 1).map((purpose, index) => ({
      handling: handlingOf(of, 'HOST'),
      synthetic: true,
      evidence: evidence.get(exhibit) ?? null,
      reference: `${exhibit}-C${index + 1}`,
      position: index + 1,
      at: of.at(95 + index * 2880),
      fromHolder: hands[index] ?? '',
      toHolder: hands[index + 1] ?? '',
      purpose,
      sealIntact: of.pick([true, true, true, false], `seal ${index}`),
    }));
  });
}
