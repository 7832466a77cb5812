import type { ApolloServerPlugin } from '@apollo/server';
import { NEVER } from '../../calendar.js';
import type { CallContext } from '../reading/call-context.js';
import type { HandlingTable } from '../visibility/handling-table.js';

/** What an answer tells the gateway beside its data. */
interface AnswerExtensions {
  /** The text of each handling in the answer. */
  readonly handlings?: Readonly<Record<string, string>>;
  /** By coordinate the handlings under which it was asked for and withheld. */
  readonly withheld?: Readonly<Record<string, readonly number[]>>;
  /** True when that was decided by facts that may be out of date. */
  readonly stale?: true;
  /** Of an event: until when no date flips a decision that the answer rests on, in milliseconds since 1970. */
  readonly until?: number;
}

/** Puts into `extensions` what the gateway needs to decide each value of the answer again. */
export function answerExtensions(handlings: HandlingTable): ApolloServerPlugin<CallContext> {
  return {
    requestDidStart: async () => ({
      async willSendResponse({ contextValue, response }) {
        if (response.body.kind !== 'single') return;
        const own: AnswerExtensions = {
          ...handlingsOf(contextValue, handlings),
          ...withheldOf(contextValue),
          ...heldOf(contextValue),
        };
        if (Object.keys(own).length === 0) return;
        const { singleResult } = response.body;
        singleResult.extensions = { ...singleResult.extensions, ...own };
      },
    }),
  };
}

function handlingsOf({ usedHandlings }: CallContext, handlings: HandlingTable): AnswerExtensions {
  const texts: Record<string, string> = {};
  for (const id of usedHandlings) {
    const handling = handlings.byId(id);
    // One that is missing here is denied by the gateway.
    if (handling !== undefined) texts[id] = handling.text;
  }
  return Object.keys(texts).length === 0 ? {} : { handlings: texts };
}

/** What lasts longer than a request is decided again then. */
function heldOf({ event, masks }: CallContext): AnswerExtensions {
  const until = event === null ? NEVER : masks.heldUntil();
  return until < NEVER ? { until } : {};
}

function withheldOf({ withheld, viewer }: CallContext): AnswerExtensions {
  if (withheld.size === 0) return {};
  const told = Object.fromEntries([...withheld].map(([coordinate, handlings]) => [coordinate, [...handlings]]));
  return { withheld: told, ...(viewer.view.stale ? { stale: true } : {}) };
}
