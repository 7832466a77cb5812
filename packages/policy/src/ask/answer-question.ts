import { ClientError, type ErrorCode } from '@chancery/shared/errors';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import { HandlingSyntaxError } from '@chancery/shared/labels/handling-syntax-error';
import type { Handling } from '@chancery/shared/labels/label';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { FieldCategory } from '@chancery/shared/schema/field-categories';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { findContradiction } from '@chancery/shared/snapshot/snapshot-shapes';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { firstIssueOf } from '@chancery/shared/subjects/text-shapes';
import type { Coordinate } from '@chancery/shared/vocabulary';
import type { z } from 'zod';
import type { Decision } from '../decision.js';
import type { PolicyEngine } from '../engine.js';
import { findTarget, refuse } from './find-target.js';
import { questionShape } from './question-shape.js';

/** The decision on one question, or what is wrong with the question. */
export type Answer =
  | ({ readonly id: string | number } & Omit<Decision, 'validUntil'>)
  | { readonly id: string | number | null; readonly error: { readonly code: ErrorCode; readonly message: string } };

/** What questions are put to. */
export interface Bench {
  readonly engine: PolicyEngine;
  /** What the supergraph says of a coordinate; looked up only when a question names one. */
  readonly fieldCategory: (coordinate: Coordinate) => FieldCategory | undefined;
}

type Question = z.infer<typeof questionShape>;

/** Answers a file that holds one question or an array of them, in order. */
export function answerFile(bench: Bench, text: string): readonly Answer[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : 'the file is not JSON';
    return [{ id: null, error: { code: 'REQUEST_MALFORMED', message } }];
  }
  const questions: readonly unknown[] = Array.isArray(value) ? value : [value];
  return questions.map((question, index) => answerQuestion(bench, question, index + 1));
}

/** Answers one question. What is wrong with it is told in its own words; nothing that we cannot read is decided. */
export function answerQuestion(bench: Bench, value: unknown, position: number): Answer {
  const id = idOf(value) ?? position;
  try {
    const question = parseQuestion(value);
    const { effect, code, citations, obligations, acts } = decideQuestion(bench, question);
    return { id, effect, code, citations, obligations, acts };
  } catch (error) {
    if (error instanceof ClientError) return { id, error: { code: error.code, message: error.message } };
    // A fault of ours is an answer too: the questions behind it are still asked.
    return { id, error: { code: 'INTERNAL', message: 'the question could not be decided' } };
  }
}

function idOf(value: unknown): string | number | null {
  const id: unknown = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

function parseQuestion(value: unknown): Question {
  const parsed = questionShape.safeParse(value);
  if (parsed.success) return parsed.data;
  const { path, message } = firstIssueOf(parsed.error);
  const given = path.split('.').reduce<unknown>((at, key) => Reflect.get(Object(at), key), value);
  return refuse(path, typeof given === 'string' ? `\`${given}\`: ${message}` : message);
}

function decideQuestion({ engine, fieldCategory }: Bench, question: Question): Decision {
  const { subject, purpose, caseId, now, stale, facts, acts } = question;
  const contradicted = findContradiction(facts);
  if (contradicted !== null) refuse('facts', `two facts hold of mission \`${contradicted}\` on one day`);
  // An older version beside the one that revokes it would go on granting.
  const repeated = acts.find(({ id }, index) => acts.findIndex((other) => other.id === id) !== index);
  if (repeated !== undefined) refuse('acts', `act \`${repeated.id}\` stands there twice`);
  const { category, floor, coordinate } = findTarget(question, fieldCategory);
  const handling = handlingAt(readHandling(question.handling), coordinate, category, floor);
  const view = viewOf(sealSnapshot({ number: 1, facts, acts }), stale);
  return engine.decide({ subject, purpose, caseId }, category, handling, 'read', view, Date.parse(now));
}

function readHandling(text: string): Handling {
  try {
    return parseHandling(text);
  } catch (error) {
    if (error instanceof HandlingSyntaxError) return refuse('handling', error.message);
    throw error;
  }
}
