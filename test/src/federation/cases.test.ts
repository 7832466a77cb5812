import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FederationCase, type RunningCase, readCases, startCase } from './federation-case.js';

const cases = await readCases();

describe.each(cases.map((federationCase): [string, FederationCase] => [federationCase.name, federationCase]))(
  'federation: %s',
  (_, federationCase) => {
    let running: RunningCase;

    beforeAll(async () => {
      running = await startCase(federationCase);
    });

    afterAll(async () => {
      await running[Symbol.asyncDispose]();
    });

    for (const asked of federationCase.asks) {
      it(asked.says, async () => {
        const { data, errors, requests } = await running.ask(asked);

        expect(data).toEqual(asked.data);
        expect(errors).toEqual(asked.errors ?? []);
        expect([...requests].sort()).toEqual([...(federationCase.requests[asked.says] ?? ['not written down'])].sort());
      });
    }
  },
);
