import type { ActKind, Coordinate } from '@chancery/shared/vocabulary';
import type { ACT_GRANTS } from './act-grants.js';

type ActCommand = keyof typeof ACT_GRANTS;

const PLAIN: readonly ActCommand[] = ['grantAct'];

/** By which commands an act of a kind comes about, in their order: the first brings it, another person's decision makes it. */
export const ACT_COMMANDS: Readonly<Record<ActKind, readonly ActCommand[]>> = {
  CONSENT: PLAIN,
  CONSENT_REFUSAL: ['refuseConsent'],
  RELEASE: PLAIN,
  ORIGINATOR_CONSENT: PLAIN,
  WAIVER: PLAIN,
  MANDATE: PLAIN,
  AGREEMENT: PLAIN,
  DISASTER: PLAIN,
  JUDICIAL_DECISION: PLAIN,
  // 32 CFR 2001.52(b): one person discloses, another has decided that it may be.
  EMERGENCY_DISCLOSURE: ['grantAct', 'approveAct'],
  PARTY_STATUS: PLAIN,
  ASSIGNMENT: PLAIN,
};

/** Coordinates of the commands by which an act is given, for whoever offers them. */
export const givenBy = (kind: ActKind): readonly Coordinate[] => ACT_COMMANDS[kind].map(coordinateOf);

/** Coordinates of the commands by which an act is taken back. */
export const takenBackBy = (): readonly Coordinate[] => [coordinateOf('revokeAct')];

const coordinateOf = (command: ActCommand): Coordinate => `Mutation.${command}`;
