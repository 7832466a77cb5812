import { defineEnum } from '@chancery/shared/schema/define-enum';

/** What an access control point is. */
export const AccessPointKind = defineEnum(
  'AccessPointKind',
  'What an access control point is.',
  ['VEHICLE_GATE', 'PEDESTRIAN_GATE', 'LOBBY', 'HARD_LINE_DOOR', 'SERVICE_ENTRANCE'],
  'a kind of access point',
);
export type AccessPointKind = keyof typeof AccessPointKind;

/** What is shown at an access control point. */
export const CredentialKind = defineEnum(
  'CredentialKind',
  'What is shown at an access control point.',
  ['CARD', 'CARD_AND_PIN', 'CARD_AND_BIOMETRIC', 'VISITOR_BADGE'],
  'a kind of credential',
);
export type CredentialKind = keyof typeof CredentialKind;

/** Where a credential stands. */
export const CredentialStatus = defineEnum(
  'CredentialStatus',
  'Where a credential stands.',
  ['ISSUED', 'SUSPENDED', 'REVOKED', 'EXPIRED', 'LOST'],
  'a status of a credential',
);
export type CredentialStatus = keyof typeof CredentialStatus;

/** Which way somebody passes. */
export const AccessDirection = defineEnum(
  'AccessDirection',
  'Which way somebody passes.',
  ['IN', 'OUT'],
  'a direction',
);
export type AccessDirection = keyof typeof AccessDirection;

/** What an access control point answered. */
export const AccessResult = defineEnum(
  'AccessResult',
  'What an access control point answered.',
  ['GRANTED', 'DENIED', 'DENIED_EXPIRED', 'DENIED_ZONE', 'DURESS'],
  'a result of an access',
);
export type AccessResult = keyof typeof AccessResult;

/** What a visit is for. */
export const VisitPurpose = defineEnum(
  'VisitPurpose',
  'What a visit is for.',
  ['OFFICIAL_MEETING', 'CONSULAR_SERVICE', 'CONTRACT_WORK', 'DELIVERY', 'RECEPTION'],
  'a purpose of a visit',
);
export type VisitPurpose = keyof typeof VisitPurpose;

/** Where a request for a visit stands. */
export const VisitStatus = defineEnum(
  'VisitStatus',
  'Where a request for a visit stands.',
  ['REQUESTED', 'IN_VETTING', 'CLEARED', 'APPROVED', 'REFUSED', 'COMPLETED', 'CANCELLED'],
  'a status of a visit',
);
export type VisitStatus = keyof typeof VisitStatus;

/** Where a vetting stands. */
export const VettingStatus = defineEnum(
  'VettingStatus',
  'Where a vetting stands.',
  ['IN_REVIEW', 'CLEARED', 'REFUSED'],
  'a status of a vetting',
);
export type VettingStatus = keyof typeof VettingStatus;

/** What a visitor proves his identity by. */
export const IdDocumentKind = defineEnum(
  'IdDocumentKind',
  'What a visitor proves his identity by.',
  ['PASSPORT', 'IDENTITY_CARD', 'DIPLOMATIC_PASSPORT', 'RESIDENCE_PERMIT', 'LAISSEZ_PASSER'],
  'a kind of document',
);
export type IdDocumentKind = keyof typeof IdDocumentKind;

/** What of a body an enrolment measures. */
export const BiometricModality = defineEnum(
  'BiometricModality',
  'What of a body an enrolment measures.',
  ['FINGERPRINT', 'FACE', 'IRIS', 'HAND_GEOMETRY'],
  'a modality',
);
export type BiometricModality = keyof typeof BiometricModality;

/** On what ground a biometric may be processed (GDPR 9(2)). */
export const BiometricBasis = defineEnum(
  'BiometricBasis',
  'On what ground a biometric may be processed (GDPR 9(2)).',
  ['EXPLICIT_CONSENT', 'EMPLOYMENT_LAW', 'SUBSTANTIAL_PUBLIC_INTEREST'],
  'a basis',
);
export type BiometricBasis = keyof typeof BiometricBasis;
