import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import type { InformationRequest, InformationRequestStatus } from '../requests/information-request.js';
import type { ExerciseCase } from './exercise-case.js';

/** How requests of a demonstration have ended: an open one would lapse. */
const ENDS: readonly InformationRequestStatus[] = ['ANSWERED', 'REFUSED', 'WITHDRAWN', 'LAPSED'];
const TAKEN_UP: ReadonlySet<InformationRequestStatus> = new Set<InformationRequestStatus>(['ANSWERED', 'REFUSED']);

/** What the police of hosts have asked posts for; nobody else reads it, for no consent goes with it. */
export function requestRows(cases: readonly ExerciseCase[]): ImportedRow<InformationRequest>[] {
  return cases.filter(({ index }) => index % 3 === 0).map(requestRow);
}

function requestRow(of: ExerciseCase): ImportedRow<InformationRequest> {
  const { key, sendingState, receivingState, mission, index, before } = of;
  const requester = `${receivingState}.police`;
  const parties = [...new Set([sendingState, receivingState])].sort().join('+');
  const reference = `IR-${key}`;
  const about = `l=-;rel=*;nat=*;pur=*;own=${sendingState}.foreign-ministry;m=${key};t=synthetic`;
  const status = ENDS[(index / 3) % ENDS.length] ?? 'LAPSED';
  const takenUp = TAKEN_UP.has(status);
  return {
    handling: `l=-;rel=${parties};nat=*;pur=*;tlp=AMBER+STRICT;own=${requester};m=${key};t=synthetic;x=${reference}`,
    synthetic: true,
    reference,
    status,
    record: mission,
    coordinates: ['Mission.headcount'],
    categories: ['ROSTER'],
    codes: ['BASIS_MISSING'],
    mission,
    requester,
    addressee: sendingState,
    addresseeAgencies: [`${sendingState}.foreign-ministry`],
    way: 'MINISTRY',
    through: `${receivingState}.foreign-ministry`,
    routedBy: 'VCDR-41-2',
    purpose: 'THREAT_PREVENTION',
    caseReference: null,
    evaluation: null,
    reason: 'How many patrols the street in front of the post needs.',
    filedAt: before(40 + index),
    dueAt: before(39 + index),
    forwardedAt: status === 'WITHDRAWN' ? null : before(39.8 + index),
    takenUpAt: takenUp ? before(39.6 + index) : null,
    takenUpBy: takenUp ? `${sendingState}.foreign-ministry` : null,
    closedAt: status === 'LAPSED' ? before(39 + index) : before(39.5 + index),
    answerAct: null,
    answerUntil: null,
    tearline: null,
    refusalRule: status === 'REFUSED' ? 'VCDR-22-1' : null,
    answerText: status === 'ANSWERED' ? 'Fewer than fifty, by telephone.' : null,
    about,
  };
}
