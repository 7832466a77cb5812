import { defineEnum } from '@chancery/shared/schema/define-enum';

const THREAT_TYPE_WORDS = [
  'ATTACK_ON_PREMISES',
  'ATTACK_ON_PERSON',
  'KIDNAPPING',
  'HOSTILE_SURVEILLANCE',
  'CIVIL_UNREST',
  'CYBER_INTRUSION',
  'ESPIONAGE',
  'SABOTAGE',
  'HOAX',
] as const;
/** What is threatened. */
export const ThreatType = defineEnum('ThreatType', 'What is threatened.', THREAT_TYPE_WORDS, 'a type of threat');
export type ThreatType = keyof typeof ThreatType;

const THREAT_VECTOR_WORDS = [
  'VEHICLE',
  'ON_FOOT',
  'CROWD',
  'FIREARM',
  'IMPROVISED_EXPLOSIVE',
  'PARCEL',
  'UAS',
  'NETWORK',
  'INSIDER',
  'TELEPHONE',
] as const;
/** By what means. */
export const ThreatVector = defineEnum('ThreatVector', 'By what means.', THREAT_VECTOR_WORDS, 'a vector');
export type ThreatVector = keyof typeof ThreatVector;

const UAS_CLASS_WORDS = ['CLASS_I_MICRO', 'CLASS_I_MINI', 'CLASS_I_SMALL', 'CLASS_II', 'CLASS_III'] as const;
/** Class of an unmanned aircraft, by the classes of NATO. */
export const UasClass = defineEnum(
  'UasClass',
  'Class of an unmanned aircraft, by the classes of NATO.',
  UAS_CLASS_WORDS,
  'a class of unmanned aircraft',
);
export type UasClass = keyof typeof UasClass;

const THREAT_STATUS_WORDS = ['SUSPECTED', 'CONFIRMED', 'MITIGATED', 'DISPROVED', 'EXPIRED'] as const;
/** Where a threat stands. */
export const ThreatStatus = defineEnum(
  'ThreatStatus',
  'Where a threat stands.',
  THREAT_STATUS_WORDS,
  'a status of a threat',
);
export type ThreatStatus = keyof typeof ThreatStatus;

const THREAT_ACTOR_TYPE_WORDS = [
  'ACTIVIST',
  'COMPETITOR',
  'CRIME_SYNDICATE',
  'CRIMINAL',
  'HACKER',
  'INSIDER_ACCIDENTAL',
  'INSIDER_DISGRUNTLED',
  'NATION_STATE',
  'SENSATIONALIST',
  'SPY',
  'TERRORIST',
  'UNKNOWN',
] as const;
/** What kind of actor it is, by STIX 2.1. */
export const ThreatActorType = defineEnum(
  'ThreatActorType',
  'What kind of actor it is, by STIX 2.1.',
  THREAT_ACTOR_TYPE_WORDS,
  'a type of actor',
);
export type ThreatActorType = keyof typeof ThreatActorType;

const ATTACK_MOTIVATION_WORDS = [
  'ACCIDENTAL',
  'COERCION',
  'DOMINANCE',
  'IDEOLOGY',
  'NOTORIETY',
  'ORGANIZATIONAL_GAIN',
  'PERSONAL_GAIN',
  'PERSONAL_SATISFACTION',
  'REVENGE',
  'UNPREDICTABLE',
] as const;
/** What drives an actor, by STIX 2.1. */
export const AttackMotivation = defineEnum(
  'AttackMotivation',
  'What drives an actor, by STIX 2.1.',
  ATTACK_MOTIVATION_WORDS,
  'a motivation',
);
export type AttackMotivation = keyof typeof AttackMotivation;

const ACTOR_SOPHISTICATION_WORDS = [
  'NONE',
  'MINIMAL',
  'INTERMEDIATE',
  'ADVANCED',
  'EXPERT',
  'INNOVATOR',
  'STRATEGIC',
] as const;
/** What an actor is able to do, by STIX 2.1. */
export const ActorSophistication = defineEnum(
  'ActorSophistication',
  'What an actor is able to do, by STIX 2.1.',
  ACTOR_SOPHISTICATION_WORDS,
  'a sophistication',
);
export type ActorSophistication = keyof typeof ActorSophistication;

const INDICATOR_TOPIC_WORDS = ['SOCIAL', 'POLITICAL', 'SECURITY', 'CYBER', 'CRIMINAL'] as const;
/** What an indicator is about. */
export const IndicatorTopic = defineEnum(
  'IndicatorTopic',
  'What an indicator is about.',
  INDICATOR_TOPIC_WORDS,
  'a topic',
);
export type IndicatorTopic = keyof typeof IndicatorTopic;

const INDICATOR_TREND_WORDS = ['FALLING', 'STEADY', 'RISING'] as const;
/** Which way an indicator moves. */
export const IndicatorTrend = defineEnum(
  'IndicatorTrend',
  'Which way an indicator moves.',
  INDICATOR_TREND_WORDS,
  'a trend',
);
export type IndicatorTrend = keyof typeof IndicatorTrend;

const WATCH_STATE_WORDS = ['NORMAL', 'ELEVATED', 'BREACHED'] as const;
/** How an indicator stands to its threshold. */
export const WatchState = defineEnum(
  'WatchState',
  'How an indicator stands to its threshold.',
  WATCH_STATE_WORDS,
  'a state of a watch',
);
export type WatchState = keyof typeof WatchState;
