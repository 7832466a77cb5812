import { readFileSync } from 'node:fs';
import type { Circumstances } from '@chancery/policy/replay/decide-again';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { demoLaw } from '@chancery/shared/subgraph/testkit/demo-law';
import { NOW, profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { judgingBy } from '../audit/judge-access.js';
import type { Telling } from '../audit/projection.js';

const SUPERGRAPH = new URL('../../../../supergraph.graphql', import.meta.url);

/** The rules of this checkout, and its schema. */
export const judging = judgingBy(() => readFileSync(SUPERGRAPH, 'utf8'));

/** A persona who asks under the law of the demonstration. */
export function circumstancesOf(persona: string): Circumstances {
  const { facts, acts } = demoLaw();
  // One by the name that the entries of the testkit cite.
  const cited = acts.slice(0, 1).map((act) => ({ ...act, id: 'act_41d0' }));
  return {
    profile: profileOf(persona),
    snapshot: sealSnapshot({ number: 1, facts, acts: [...acts, ...cited] }),
    now: NOW,
  };
}

/** Entries as if one persona had asked in all of them. */
export function tellingOf(persona: string): Telling {
  const circumstances = circumstancesOf(persona);
  return { judging: judging(), circumstances: { know: async () => undefined, of: async () => circumstances } };
}
