import { DECISION } from '@chancery/gateway/authzen/access-answer';
import { expect } from '@jest/globals';
import { valueAt } from '../e2e/answer.js';
import type { Mesh } from './mesh.js';

/** An answer of the Authorization API. */
export interface AccessTold {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** A policy enforcement point that asks the gateway by the Authorization API. */
export class AccessAsker {
  readonly #selves = new Map<string, string>();

  constructor(readonly mesh: Mesh) {}

  async ask(
    persona: string,
    purpose: string,
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<AccessTold> {
    const response = await fetch(`${this.mesh.url}/access/v1/${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.mesh.tokenOf(persona, purpose)}`,
        'content-type': 'application/json',
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, text: await response.text(), headers: response.headers };
  }

  /** A persona as a subject. */
  async selfOf(persona: string, purpose: string): Promise<{ readonly type: string; readonly id: string }> {
    const known = this.#selves.get(persona);
    if (known !== undefined) return { type: 'subject', id: known };
    const answer = await this.mesh.as(persona, purpose).query('{ viewer { subject } }');
    const id = String(valueAt(answer, 'viewer.subject'));
    this.#selves.set(persona, id);
    return { type: 'subject', id };
  }
}

/** The decision in an answer that has one. */
export function decided({ status, text }: AccessTold) {
  expect([status, status === 200 ? '' : text]).toEqual([200, '']);
  return DECISION.parse(JSON.parse(text));
}

/** The action of reading a field. */
export const reading = (field: string) => ({ name: 'read', properties: { field } });
