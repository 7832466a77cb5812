import { InternalError } from '@chancery/shared/errors';
import type { SeenRecord } from '@chancery/shared/subgraph/reading/seen-record';
import type { SightQuestion } from '@chancery/shared/subgraph/visibility/sight-question';
import type { Action } from '@chancery/shared/vocabulary';
import { z } from 'zod';
import type { Cut } from './cut.js';
import type { SubgraphTransport } from './subgraph-transport.js';
import { type ToldWithheld, withheldSchema } from './withholdings.js';

/** One request to a subgraph, as the plan has it. */
export interface SubgraphCall {
  readonly subgraph: string;
  readonly action: Action;
  readonly operation: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly signal: Cut;
}

/** What came back. Nothing in it has been checked but that it is an answer at all. */
export type SubgraphAnswer =
  | { readonly outcome: 'answered'; readonly data: unknown; readonly errors: readonly unknown[] }
  | {
      readonly outcome: 'unreachable';
      /** False when it is certain that the subgraph did nothing. */
      readonly mayHaveRun: boolean;
    };

/** Never rejects: a subgraph that cannot be asked is one that did not answer. */
export type CallSubgraph = (call: SubgraphCall) => Promise<SubgraphAnswer>;

export interface SubgraphCallerOptions {
  readonly transport: SubgraphTransport;
  /** The signed context for one call, bound to its body; made when the call is sent, however long it waited. */
  readonly signCall: (call: Pick<SubgraphCall, 'subgraph' | 'action'>, body: Uint8Array) => string;
  /** Takes over `extensions.handlings` before anything is merged; throws to refuse the whole answer. */
  readonly learnHandlings: (subgraph: string, handlings: unknown) => void;
  /** Takes over what the subgraph withheld by its own decision, after its handlings. */
  readonly noteWithheld: (subgraph: string, told: ToldWithheld) => void;
  /** The record of the event that a subscription is executed for. */
  readonly event?: string | null;
  /** Records that were looked at for the commands of the request. */
  readonly seen?: readonly SeenRecord[];
  /** Who else is to see what is listed. */
  readonly sight?: SightQuestion | null;
  /** Answers the gateway's own part of the schema. */
  readonly answerLocally: (operation: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown>;
  readonly onCall?: (call: SubgraphCall) => void;
  /** For the log: why a subgraph counts as unreachable. */
  readonly onUnreachable?: (subgraph: string, reason: unknown) => void;
}

/** Calls subgraphs for one request of one subject. */
export function createSubgraphCaller(options: SubgraphCallerOptions): CallSubgraph {
  return async (call) => {
    options.onCall?.(call);
    let mayHaveRun = false;
    try {
      call.signal.throwIfAborted();
      const begun = (has: boolean): void => {
        mayHaveRun = has;
      };
      const answer = parseAnswer(await ask(call, options, begun));
      if (answer.handlings !== undefined) options.learnHandlings(call.subgraph, answer.handlings);
      options.noteWithheld(call.subgraph, answer.told);
      return { outcome: 'answered', data: answer.data, errors: answer.errors };
    } catch (reason) {
      options.onUnreachable?.(call.subgraph, reason);
      return { outcome: 'unreachable', mayHaveRun };
    }
  };
}

async function ask(
  call: SubgraphCall,
  options: SubgraphCallerOptions,
  begun: (has: boolean) => void,
): Promise<unknown> {
  const { transport, signCall, answerLocally } = options;
  const { subgraph, action, operation, operationName, variables, signal } = call;
  if (transport.isLocal(subgraph)) return answerLocally(operation, variables);
  // JSON.stringify leaves out what is undefined.
  const request = {
    query: operation,
    variables,
    operationName: operationName ?? undefined,
    extensions: extensionsOf(action, options),
  };
  const body = Buffer.from(JSON.stringify(request));
  const context = (): string => signCall(call, body);
  return JSON.parse(await transport.post(subgraph, { body, context, signal, begun }));
}

/** What a call is told beside its operation; most are told nothing. */
function extensionsOf(
  action: Action,
  { event = null, seen = [], sight = null }: SubgraphCallerOptions,
): object | undefined {
  if (action === 'write' && seen.length > 0) return { seen };
  if (sight !== null) return { sight };
  return event === null ? undefined : { event };
}

const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z.array(z.unknown()).nullish(),
  extensions: withheldSchema.extend({ handlings: z.unknown().optional() }).nullish(),
});

type ParsedAnswer = Omit<Extract<SubgraphAnswer, { outcome: 'answered' }>, 'outcome'> & {
  readonly handlings: unknown;
  readonly told: ToldWithheld;
};

function parseAnswer(answer: unknown): ParsedAnswer {
  const plain = plainAnswer(answer);
  if (plain !== null) return plain;
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) throw new InternalError('SUBGRAPH_UNREACHABLE', 'a subgraph answered in an unknown form');
  const { data, errors, extensions } = parsed.data;
  return { data, errors: errors ?? [], handlings: extensions?.handlings, told: extensions ?? {} };
}

const OF_PLAIN: ReadonlySet<string> = new Set(['data', 'extensions']);
const NOTHING_TOLD: ToldWithheld = {};

/** Most answers have data and handlings and nothing to be checked; null for any other. */
function plainAnswer(answer: unknown): ParsedAnswer | null {
  if (!isPlain(answer, OF_PLAIN)) return null;
  const { data, extensions } = answer;
  if (extensions !== undefined && !isPlain(extensions, OF_HANDLINGS)) return null;
  return { data, errors: [], handlings: extensions?.handlings, told: NOTHING_TOLD };
}

const OF_HANDLINGS: ReadonlySet<string> = new Set(['handlings']);

/** Whether it is an object with no members of its own but these. */
function isPlain(value: unknown, members: ReadonlySet<string>): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.keys(value).every((name) => members.has(name));
}
