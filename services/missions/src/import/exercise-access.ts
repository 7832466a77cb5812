import { createHash } from 'node:crypto';
import { AccessControlPoint } from '../access/access-control-point.js';
import { AccessEvent } from '../access/access-event.js';
import { BiometricEnrollment } from '../access/biometric-enrollment.js';
import { Credential } from '../access/credential.js';
import { VisitRequest } from '../access/visit-request.js';
import { Visitor } from '../access/visitor.js';
import { VisitorVetting } from '../access/visitor-vetting.js';
import type { VisitPurpose, VisitStatus } from '../access/vocabulary.js';
import { PostHolder } from '../people/post-holder.js';
import { holderOf } from './exercise-people.js';
import { exerciseOf, type Making } from './exercise-set.js';
import { type PersonMark, pseudonym } from './post-handling.js';
import { bySize, every, isSmall } from './post-size.js';

const COMPANIES = ['Brennholt Elevators', 'Sable & Finch Cleaning', 'Northwind Couriers', 'Arbor Catering'];

interface Visit {
  readonly purpose: VisitPurpose;
  readonly status: VisitStatus;
  readonly hostOffice: string;
  readonly organisation: string | null;
}

/** What somebody who visits a post wants there; the third post in a row has refused. */
function visitOf({ post, pick, number }: Making): Visit {
  const status = pick<VisitStatus>(
    ['APPROVED', 'COMPLETED', 'REQUESTED', 'IN_VETTING', 'REFUSED', 'CLEARED'],
    'status',
  );
  const company = pick(COMPANIES, 'company');
  const work: Visit = { purpose: 'CONTRACT_WORK', status, hostOffice: 'Management section', organisation: company };
  const meeting: Visit = {
    purpose: 'OFFICIAL_MEETING',
    status,
    hostOffice: isSmall(post) ? 'Honorary consul' : 'Political section',
    organisation: 'Chamber of commerce',
  };
  const passport: Visit = { purpose: 'CONSULAR_SERVICE', status, hostOffice: 'Consular section', organisation: null };
  return [work, meeting, passport][number(0, 2, 'visit')] ?? passport;
}

const makingOfVisit = (making: Making): Visit => visitOf(making);
const visitorMark = ({ post, at, day }: Making): PersonMark => ({
  category: null,
  nationality: post.receivingStates[0] ?? post.sendingState,
  from: day(0),
  until: null,
  key: pseudonym('V', `${post.key} visitor ${at}`),
});
const holderHandling = (making: Making, at: number, tags: readonly string[] = []): string =>
  making.handling('OWN', { person: holderOf(making, at).mark, tags });

/** Who passes where, and who asks to. */
export const ACCESS_SETS = [
  exerciseOf<AccessControlPoint>(AccessControlPoint, 'ACP', bySize(2, 1), ({ at, handling, pick }) => ({
    handling: handling('INSIDE'),
    name: at === 0 ? 'Main gate' : pick(['Inner door', 'Service entrance'], 'name'),
    kind: at === 0 ? pick(['PEDESTRIAN_GATE', 'VEHICLE_GATE', 'LOBBY'] as const, 'kind') : 'HARD_LINE_DOOR',
    zone: at === 0 ? 'Reception' : 'Offices',
    screening:
      at === 0 ? ['Document', 'List of today’s visitors', 'Metal detector', 'X-ray of bags'] : ['Card', 'Code'],
    staffed: at === 0,
  })),
  exerciseOf<Credential>(Credential, 'CRD', bySize(2, 1), (making) => ({
    handling: holderHandling(making, making.at),
    kind: making.pick(['CARD_AND_PIN', 'CARD', 'CARD_AND_BIOMETRIC'] as const, 'kind'),
    zones: making.at === 0 ? ['Reception', 'Offices', 'Registry'] : ['Reception', 'Offices', 'Guard room'],
    status: making.pick(['ISSUED', 'ISSUED', 'ISSUED', 'SUSPENDED', 'LOST'] as const, 'status'),
    validFrom: making.day(-300 + making.at),
    validUntil: making.day(making.number(40, 700, 'until')),
    holder: making.linked(PostHolder, making.at),
  })),
  exerciseOf<AccessEvent>(AccessEvent, 'ACE', bySize(3, 1), (making) => ({
    handling: holderHandling(making, making.at === 0 ? 0 : Math.min(making.at - 1, 1)),
    direction: making.at === 2 ? 'OUT' : 'IN',
    result: making.pick(['GRANTED', 'GRANTED', 'GRANTED', 'DENIED', 'DENIED_EXPIRED'] as const, 'result'),
    occurredAt: making.moment(-making.number(2, 90, 'hours') - making.at / 10),
    point: making.linked(AccessControlPoint, 0),
    credential: making.linked(Credential, making.at === 0 ? 0 : Math.min(making.at - 1, 1)),
  })),
  exerciseOf<Visitor>(Visitor, 'VIS', every(1), (making) => {
    const { post, pick, handling } = making;
    const mark = visitorMark(making);
    return {
      handling: handling('OWN', { person: mark }),
      visitorRef: mark.key,
      idDocumentKind: pick(['IDENTITY_CARD', 'PASSPORT', 'RESIDENCE_PERMIT'] as const, 'document'),
      idDocument: `sha256:${createHash('sha256').update(`document ${post.key}`).digest('hex')}`,
      nationality: mark.nationality,
      organisation: makingOfVisit(making).organisation,
    };
  }),
  exerciseOf<VisitRequest>(VisitRequest, 'VRQ', every(1), (making) => {
    const { status, purpose, hostOffice } = makingOfVisit(making);
    const opens = status === 'COMPLETED' ? -making.number(20, 200, 'ago') : making.number(12, 160, 'ahead');
    const isDecided = status === 'APPROVED' || status === 'COMPLETED' || status === 'REFUSED';
    return {
      handling: making.handling('OWN', { person: visitorMark(making) }),
      purpose,
      hostOffice,
      opensAt: making.moment(opens),
      closesAt: making.moment(opens + making.number(1, 4, 'length')),
      status,
      badge: status === 'COMPLETED' ? `Visitor ${making.number(10, 99, 'badge')}` : null,
      decidedAt: isDecided ? making.moment(Math.min(opens, 0) - 6) : null,
      requestedBy: null,
      visitor: making.linked(Visitor),
    };
  }),
  exerciseOf<VisitorVetting>(VisitorVetting, 'VVT', every(1), (making) => {
    const { status } = makingOfVisit(making);
    const isRefused = status === 'REFUSED';
    const isOpen = status === 'REQUESTED' || status === 'IN_VETTING';
    return {
      handling: making.handling('OWN', { person: visitorMark(making), secret: ['VisitorVetting.watchlistRef'] }),
      status: isRefused ? 'REFUSED' : isOpen ? 'IN_REVIEW' : 'CLEARED',
      decidedAt: isOpen ? null : making.moment(-making.number(7, 300, 'decided')),
      remarks: isOpen ? null : isRefused ? 'The document shown was reported lost.' : 'Nothing against the visitor.',
      watchlistRef: isRefused ? pseudonym('WL', making.post.key) : null,
      visit: making.linked(VisitRequest),
      visitor: making.linked(Visitor),
    };
  }),
  exerciseOf<BiometricEnrollment>(BiometricEnrollment, 'BIO', bySize(1, 0), (making) => {
    // Absent of some, so that its absence does not tell that it is hidden.
    const some = <T>(value: T, what: string): T | null => (making.number(0, 4, what) === 0 ? null : value);
    return {
      handling: holderHandling(making, 1, ['explicitConsent']),
      subjectRef: some(holderOf(making, 1).mark.key, 'subject'),
      modality: some(making.pick(['FINGERPRINT', 'IRIS', 'HAND_GEOMETRY'] as const, 'modality'), 'has modality'),
      legalBasis: some('EXPLICIT_CONSENT', 'has basis'),
      retentionUntil: some(making.day(making.number(100, 900, 'until')), 'has end'),
    };
  }),
];
