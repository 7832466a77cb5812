import { z } from 'zod';

/** The answers of the Authorization API 1.0: what clients may rely on (sections 5.5, 7.2, 8.2.2, 8.3 and 9.1). */
const page = z.object({ next_token: z.string(), count: z.int().nonnegative() });
const context = z.looseObject({ evaluation_id: z.string() });

/** One decision. */
export const DECISION = z.strictObject({ decision: z.boolean(), context });
/** Several, in the order asked. */
export const DECISIONS = z.strictObject({ evaluations: z.array(DECISION) });
/** Subjects or resources that were found. */
export const ENTITIES = z.strictObject({
  results: z.array(z.strictObject({ type: z.string(), id: z.string() })),
  page,
  context,
});
/** Actions that were found. */
export const ACTIONS = z.strictObject({
  results: z.array(z.strictObject({ name: z.string(), properties: z.strictObject({ field: z.string() }).optional() })),
  page,
  context,
});
/** What the API says of itself. */
export const METADATA = z.strictObject({
  policy_decision_point: z.url(),
  access_evaluation_endpoint: z.url(),
  access_evaluations_endpoint: z.url(),
  search_subject_endpoint: z.url(),
  search_resource_endpoint: z.url(),
  search_action_endpoint: z.url(),
  access_request_endpoint: z.url().optional(),
  capabilities: z.array(z.string()).optional(),
});
