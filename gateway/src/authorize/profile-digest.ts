import { createHash } from 'node:crypto';
import type { Profile } from '@chancery/shared/subjects/subject';

/** The canonical text of everything about a caller that a decision may read, under one policy version. */
export const profileText = (profile: Profile, policyVersion: string): string =>
  JSON.stringify([policyVersion, profile.purpose, profile.caseId, profile.subject]);

/** `sha256:` and hex digits of the profile's text: the key of its decisions and its name on the ledger. */
export const profileDigest = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;
