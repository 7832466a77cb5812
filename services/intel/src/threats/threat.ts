import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { ClientError } from '@chancery/shared/errors';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { move } from '@chancery/shared/subgraph/aggregate/move-command';
import { Link, Moment, State, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { IntelReport } from '../collection/intel-report.js';
import { Incident, Mission } from '../references.js';
import { ThreatActor } from './threat-actor.js';
import { ThreatStatus, ThreatType, ThreatVector, UasClass } from './vocabulary.js';

/** A threat to a post: by whom, by what means and when. */
@Recorded({
  name: 'Threat',
  prefix: 'thr',
  says: 'A threat to a post: by whom, by what means and when.',
  rules: ['window_until > window_from'],
})
export class Threat extends Labelled {
  @Text({ is: 'THREAT', says: 'Readable key.', length: 40, filter: true, order: true, searchable: true })
  reference!: string;

  @Link(() => Mission, {
    is: 'THREAT',
    says: 'The post.',
    filter: true,
    inverse: { field: 'threats', is: 'EXISTENCE', says: 'Threats to this post.' },
  })
  mission?: Mission | null;

  @Link(() => Incident, {
    is: 'THREAT',
    says: 'The incident by which it became known, where it was one.',
    inverse: { field: 'threats', is: 'EXISTENCE', says: 'Threats that became known by it.' },
  })
  incident?: Incident | null;

  @Link(() => ThreatActor, {
    is: 'INTEL_REPORT',
    says: 'Who threatens.',
    filter: true,
    inverse: { field: 'threats', is: 'EXISTENCE', says: 'What it threatens.' },
  })
  actor?: ThreatActor | null;

  @Word(ThreatType, { is: 'THREAT', says: 'What is threatened.', filter: true })
  type!: ThreatType;

  @Word(ThreatVector, { is: 'THREAT', says: 'By what means.', filter: true })
  vector!: ThreatVector;

  @Word(ThreatStatus, { is: 'THREAT', says: 'Where it stands.', filter: true })
  status!: ThreatStatus;

  @Text({ is: 'THREAT', says: 'What may be passed on below the label of the threat.', nullable: true })
  releasableSummary!: string | null;

  @Text({ is: 'INTEL_REPORT', says: 'What is known, in full.', searchable: true })
  body!: string;

  @Moment({ is: 'THREAT', says: 'From when it is to be reckoned with.', filter: true, order: true })
  windowFrom!: Date;

  @Moment({ is: 'THREAT', says: 'Until when.', nullable: true, order: true })
  windowUntil!: Date | null;

  @Word(UasClass, { is: 'INTEL_REPORT', says: 'Class of the unmanned aircraft, where it is one.', nullable: true })
  uasClass!: UasClass | null;

  @Text({ is: 'THREAT', says: 'Notice to the authority of the airspace, where one was asked for.', nullable: true })
  airspaceNotice!: string | null;

  @State({ is: 'INTEL_SOURCE', says: 'State that it comes from.', nullable: true, optional: true })
  originCountry!: string | null;
}

const identifyThreat = create<Threat>()({
  field: 'identifyThreat',
  says: 'Records a threat to a post: it is suspected until somebody confirms it.',
  noun: 'threat',
  inputSays:
    'A threat to a post. It is labelled for the caller’s State, joined with the actor and all that it is derived from.',
  about: 'mission',
  sets: {
    mission: {},
    actor: { required: false },
    incident: { required: false },
    type: {},
    vector: {},
    releasableSummary: { max: 2000, required: false },
    body: { max: 8000 },
    windowFrom: {},
    windowUntil: { required: false },
    uasClass: { required: false },
    airspaceNotice: { max: 400, required: false },
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  derivedFrom: {
    says: 'Reports that it rests on, at most 20: it is labelled no lower than any of them.',
    max: 20,
    of: () => [IntelReport],
  },
  law: lawOfCommand('identifyThreat'),
  check: ({ windowFrom, windowUntil }) => {
    if (windowUntil === null || windowUntil > windowFrom) return;
    throw new ClientError('INPUT_INVALID', '`windowUntil` is not after `windowFrom`', 'input.windowUntil');
  },
  complete: { reference: () => madeReference('THR') },
});

const advanceThreat = move<Threat>()({
  field: 'advanceThreat',
  says: 'Says that a threat was confirmed, mitigated or disproved, or is over.',
  noun: 'change',
  inputSays: 'Where a threat stands now.',
  to: ['CONFIRMED', 'MITIGATED', 'DISPROVED', 'EXPIRED'],
  sets: {},
  law: lawOfCommand('advanceThreat'),
});

export const threats = aggregateOf(Threat, {
  one: 'threat',
  many: 'threats',
  watched: { posts: 'mission', actors: 'actor', types: ['type'] },
  events: [{ field: 'threatChanged', says: 'A threat that changed, as this caller sees it now.' }],
  states: {
    of: 'status',
    first: 'SUSPECTED',
    moves: {
      SUSPECTED: ['CONFIRMED', 'MITIGATED', 'DISPROVED', 'EXPIRED'],
      CONFIRMED: ['MITIGATED', 'DISPROVED', 'EXPIRED'],
      MITIGATED: ['CONFIRMED', 'DISPROVED', 'EXPIRED'],
      DISPROVED: [],
      EXPIRED: [],
    },
  },
  commands: [identifyThreat, advanceThreat],
});
