import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import { agreementHandling, documentFields } from '../agreements/trust/agreement-row.js';
import { readAgreement } from '../agreements/trust/read-agreement.js';
import type { TrustAgreement } from '../agreements/trust/trust-agreement.js';
import type { ExerciseCase } from './exercise-case.js';

/** A public key whose private half was thrown away: by what stands here nobody is let in, whoever approves it. */
const KEY_OF_NOBODY = {
  ...{ kty: 'EC', crv: 'P-256', kid: 'nobody', use: 'sig' },
  x: '9OrS-xaUM9DZf124NkwN5BFSUZMI-EkkkWXuUmYMK3w',
  y: 'fySWc6-hCoB67uVAKDT2Gn1FUkVofChkhcZpOGfRmmQ',
};
const PROPOSED_BY = 'a:0000000000000000';
const DAYS_BETWEEN = 10;

/** What was proposed to the register in a demonstration, and declined or not yet decided on: none of it counts. */
export function trustRows(
  cases: readonly ExerciseCase[],
  known: ReadonlyMap<string, string>,
): ImportedRow<TrustAgreement>[] {
  const states = [...new Map(cases.map((of) => [of.sendingState, of])).values()].slice(0, 4);
  return states.map((of, place) => {
    const { sendingState: party } = of;
    const isDeclined = place % 2 === 1;
    const value = {
      ...{ v: 1, id: `TA-${party}-EXERCISE`, issuer: `https://idp-${place}.exercise.example`, audience: 'chancery' },
      ...{ algorithms: ['ES256'], jwks: { keys: [KEY_OF_NOBODY] }, represents: party },
      agencies: { [`${party}.foreign-ministry`]: 'FOREIGN_MINISTRY' },
      ...{ ceiling: { [party]: 1 + (place % 2) }, compartments: [], purposes: ['PROTOCOL_NOTIFICATION'] },
      ...{ tokenAgeMaxSeconds: 3_600, clockSkewSeconds: 30 },
      ...{ validFrom: of.dayBefore(place * DAYS_BETWEEN), validTo: of.dayBefore(-365 * (place + 1)) },
    };
    const read = readAgreement(JSON.stringify(value));
    const { agreement } = read;
    return {
      handling: agreementHandling({ agency: 'CHANCERY.register', party: null, synthetic: true }).text,
      synthetic: true,
      reference: agreement.id,
      status: isDeclined ? ('DECLINED' as const) : ('PROPOSED' as const),
      version: 1,
      issuer: agreement.issuer,
      represents: party,
      ...documentFields(read),
      knownAgencies: [...agreement.agencies.keys()].flatMap((agency) => known.get(agency) ?? []),
      endsOn: null,
      proposedAt: of.before(place + 1),
      decidedAt: isDeclined ? of.before(place) : null,
      switchedOffAt: null,
      proposer: PROPOSED_BY,
    };
  });
}
