/** Types that services other than their owner refer to, with the description that all of them give. */
export const PUBLISHED_TYPES = {
  Mission: 'A diplomatic or consular post of one State in another.',
} as const;

/**
 * Types whose rows are known to their owner alone. Others keep an id and nothing beside it, and whether there is such a row for a caller
 * is decided by the owner's answer and by nobody else; each with the description that its owner gives.
 */
export const TYPES_ELSEWHERE = {
  ActionCard: 'What one office does when something happens, on one card.',
  CommsChannel: 'Channel of a plan of communications.',
  EmergencyActionPlan: 'Emergency action plan of a post for one scenario.',
  EvacuationPlan: 'How people leave a post.',
  Premises: 'Premises of one post.',
  Incident: 'Something that happened at, to or through a post.',
  Warning: 'A warning of a threat to posts, in the terms of CAP 1.2.',
  SituationReport: 'A report of a situation, in the terms of EDXL-SitRep.',
  SituationUpdate: 'A short update between two situation reports.',
  CyberIncident: 'What only an incident in a network has, in the terms of STIX and OCSF.',
  AttackPhase: 'One phase of an attack that had several.',
  InitialAssessment: 'The first assessment of an incident, in the terms of ICS 201.',
  PlanActivation: 'An emergency action plan, or an annex of it, put into force for an incident.',
  EvacuationOperation: 'An evacuation as it is carried out.',
  CasualtySummary: 'Casualties of an incident as counts, in the terms of EDXL-SitRep.',
  ProtectionRequest:
    'A request to the host for its special duty of protection, VCDR 22(2), 29, VCCR 31(3), 40, and its answer: proof of notice for both.',
  Detention:
    'That authorities of the host hold a national of the sending State, as far as its post has to do with it (VCCR 36).',
  DamageAssessment: 'What an incident has damaged, and when the post may be used again.',
  AfterActionReport: 'What was learnt of how an incident was handled, HSEEP.',
  LessonLearned: 'A lesson that other posts can use.',
  DiplomaticNote: 'A communication between a post and the host, official correspondence of the one who sent it.',
  AlarmEvent: 'Alarm of a sensor.',
  SuspiciousActivityReport: 'What looked suspicious around a post.',
  SecurityPosture: 'How a post is protected as a whole, as its last survey found it.',
  ReadinessScore: 'How ready a post is, on one day.',
  LegalStatusPeriod: 'Standing of a post in one State between two days, as the register knew it between two moments.',
} as const;

/** What a State wants to be told of: kept by one service, met by records of all, of which each is told what it asks for. */
export const WATCHLIST = {
  type: 'StandingRequirement',
  says: 'What a State wants to be told of as soon as it may lawfully know it: a watchlist. It opens nothing.',
  is: 'INTEL_REPORT',
  /** The field that holds its terms as JSON, null for who may not read them. */
  terms: {
    field: 'watched',
    says: 'Its terms as JSON while it is in force, for services whose records can meet it.',
  },
} as const;
