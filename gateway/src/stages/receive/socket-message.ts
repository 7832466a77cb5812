import { z } from 'zod';
import { parseJson } from './parse-json.js';

const ID = z.string().min(1).max(128);
const payload = z.record(z.string(), z.unknown());

const shape = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('connection_init'), payload: payload.nullish() }),
  z.strictObject({ type: z.literal('ping'), payload: payload.nullish() }),
  z.strictObject({ type: z.literal('pong'), payload: payload.nullish() }),
  z.strictObject({ type: z.literal('subscribe'), id: ID, payload }),
  z.strictObject({ type: z.literal('complete'), id: ID }),
]);

/** What a client may say in the subprotocol `graphql-transport-ws`. */
export type SocketMessage = z.infer<typeof shape>;

/** Null for what is no message of the protocol. */
export function parseSocketMessage(bytes: Uint8Array): SocketMessage | null {
  const json = parseJson(bytes);
  if ('fault' in json) return null;
  const read = shape.safeParse(json.value);
  return read.success ? read.data : null;
}

/** Codes with which the protocol closes a connection. */
export const CLOSE = {
  goingAway: [1001, 'Going away'],
  invalidMessage: [4400, 'Invalid message'],
  unauthorized: [4401, 'Unauthorized'],
  forbidden: 4403,
  initTooLate: [4408, 'Connection initialisation timeout'],
  sameId: [4409, 'Subscriber already exists'],
  initTwice: [4429, 'Too many initialisation requests'],
  failed: [4500, 'Internal server error'],
} as const;
