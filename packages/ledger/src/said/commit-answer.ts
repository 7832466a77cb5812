import { hash } from 'node:crypto';

/** The text of an answer as it leaves, the reference to its own entry left out: what was answered, and what was told beside it. */
export interface AnswerText {
  /** `errors`, where there are any, and `data`, as one JSON object. */
  readonly answered: string;
  /** `extensions` but for `audit`, as one JSON object. */
  readonly told: string;
}

/** The same, of which what is long may already be in the bytes in which it leaves. */
export interface AnswerToHash {
  readonly answered: string | Uint8Array;
  readonly told: string;
}

/**
 * Digest of an answer, to which its entry commits as to any part of its sidecar: `SHA-256(SHA-256(answered) || SHA-256(told))`, each in
 * base64url. Two texts, so that what is long is never put together to be hashed.
 */
export function answerDigest({ answered, told }: AnswerToHash): string {
  return hash('sha256', `${hash('sha256', answered, 'base64url')}${hash('sha256', told, 'base64url')}`, 'base64url');
}
