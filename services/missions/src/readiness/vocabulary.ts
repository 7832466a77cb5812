import { defineEnum } from '@chancery/shared/schema/define-enum';

/** What is stocked. */
export const StockKind = defineEnum(
  'StockKind',
  'What is stocked.',
  ['WATER', 'FOOD', 'FUEL', 'MEDICAL_SUPPLIES', 'BATTERIES', 'PROTECTIVE_EQUIPMENT', 'SHELTER'],
  'a kind of stock',
);
export type StockKind = keyof typeof StockKind;

/** How soon a resource can be used: R1 at once, R2 within a day, R3 within three days, R4 not. */
export const ReadinessLevel = defineEnum(
  'ReadinessLevel',
  'How soon a resource can be used: R1 at once, R2 within a day, R3 within three days, R4 not.',
  ['R1', 'R2', 'R3', 'R4'],
  'a level of readiness',
);
export type ReadinessLevel = keyof typeof ReadinessLevel;

/** Kind of resource, in the terms of EDXL-RM and of the typing of resources. */
export const ResourceKind = defineEnum(
  'ResourceKind',
  'Kind of resource, in the terms of EDXL-RM and of the typing of resources.',
  ['PERSONNEL', 'TEAM', 'EQUIPMENT', 'FACILITY', 'SUPPLY', 'TRANSPORT'],
  'a kind of resource',
);
export type ResourceKind = keyof typeof ResourceKind;

/** What is trained. */
export const TrainingModule = defineEnum(
  'TrainingModule',
  'What is trained.',
  [
    'PERSONAL_SAFETY',
    'RISK_ASSESSMENT',
    'HOSTILE_SITUATIONS',
    'SECURITY_AWARENESS',
    'VISITOR_VETTING',
    'EVACUATION',
    'COMMUNICATION',
  ],
  'a module of training',
);
export type TrainingModule = keyof typeof TrainingModule;

/** Scheme under which a course is given. */
export const TrainingScheme = defineEnum(
  'TrainingScheme',
  'Scheme under which a course is given.',
  ['HEAT', 'FACT', 'SSAFE', 'BSAFE', 'NATIONAL'],
  'a scheme of training',
);
export type TrainingScheme = keyof typeof TrainingScheme;

/** What training came to. */
export const TrainingResult = defineEnum(
  'TrainingResult',
  'What training came to.',
  ['PASSED', 'ATTENDED', 'FAILED'],
  'a result of training',
);
export type TrainingResult = keyof typeof TrainingResult;

/** Type of an exercise, of HSEEP. */
export const ExerciseType = defineEnum(
  'ExerciseType',
  'Type of an exercise, of HSEEP.',
  ['SEMINAR', 'WORKSHOP', 'TABLETOP', 'GAME', 'DRILL', 'FUNCTIONAL', 'FULL_SCALE'],
  'a type of exercise',
);
export type ExerciseType = keyof typeof ExerciseType;

/** Where an exercise stands. */
export const ExerciseStatus = defineEnum(
  'ExerciseStatus',
  'Where an exercise stands.',
  ['PLANNED', 'UNDERWAY', 'CONDUCTED', 'EVALUATED', 'CANCELLED'],
  'a status of an exercise',
);
export type ExerciseStatus = keyof typeof ExerciseStatus;

/** From where a scenario’s threat comes. */
export const ScenarioVector = defineEnum(
  'ScenarioVector',
  'From where a scenario’s threat comes.',
  ['VEHICLE', 'CROWD', 'SMALL_ARMS', 'EXPLOSIVE', 'UAS', 'CYBER', 'INSIDER', 'NATURAL'],
  'a vector of a scenario',
);
export type ScenarioVector = keyof typeof ScenarioVector;

/** Whether an inject was given. */
export const InjectStatus = defineEnum(
  'InjectStatus',
  'Whether an inject was given.',
  ['PENDING', 'DELIVERED', 'SKIPPED'],
  'a status of an inject',
);
export type InjectStatus = keyof typeof InjectStatus;

/** What a finding comes from. */
export const FindingSource = defineEnum(
  'FindingSource',
  'What a finding comes from.',
  ['EXERCISE', 'INCIDENT', 'INSPECTION'],
  'a source of a finding',
);
export type FindingSource = keyof typeof FindingSource;

/** How much a finding matters. */
export const FindingSeverity = defineEnum(
  'FindingSeverity',
  'How much a finding matters.',
  ['OBSERVATION', 'MINOR', 'MAJOR', 'CRITICAL'],
  'a severity of a finding',
);
export type FindingSeverity = keyof typeof FindingSeverity;

/** What is assessed of the people of a post. */
export const AssessmentTopic = defineEnum(
  'AssessmentTopic',
  'What is assessed of the people of a post.',
  ['SECURITY_CULTURE', 'DECISION_MAKING', 'RESILIENCE'],
  'a topic of an assessment',
);
export type AssessmentTopic = keyof typeof AssessmentTopic;

/** Function of a cyber control, of the NIST Cybersecurity Framework 2.0. */
export const ControlFunction = defineEnum(
  'ControlFunction',
  'Function of a cyber control, of the NIST Cybersecurity Framework 2.0.',
  ['GOVERN', 'IDENTIFY', 'PROTECT', 'DETECT', 'RESPOND', 'RECOVER'],
  'a function of a control',
);
export type ControlFunction = keyof typeof ControlFunction;

/** How far a cyber control is in place. */
export const ControlStatus = defineEnum(
  'ControlStatus',
  'How far a cyber control is in place.',
  ['PLANNED', 'PARTIAL', 'IMPLEMENTED', 'FAILED'],
  'a status of a control',
);
export type ControlStatus = keyof typeof ControlStatus;
