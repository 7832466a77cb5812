import { incidents } from '@chancery/incidents/service';
import type { Service } from '@chancery/shared/subgraph/serving/service';
import { openServiceDatabase } from '@chancery/shared/subgraph/serving/service-database';
import { profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { testContext, viewerAs } from '@chancery/shared/subgraph/testkit/test-context';
import { graphql } from 'graphql';
import type { BenchViewer } from './viewer.js';

/** A statement as it was sent to the database. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Asks the service as its own server would, and keeps the statements. */
export interface Asking {
  ask(
    viewer: BenchViewer,
    document: string,
    variables: object,
  ): Promise<{ readonly data: Record<string, unknown>; readonly statements: readonly Statement[] }>;
  close(): Promise<void>;
}

const NOW = Date.parse('2026-11-29T12:00:00Z');
/** What opens, closes or narrows a transaction, and reads no row. */
const NO_READING =
  /^\s*(?:start transaction|rollback|savepoint|select set_config|select version|select \* from current_schema)/i;

export async function openAsking(serviceUrl: string, service: Service = incidents): Promise<Asking> {
  const source = await openServiceDatabase(serviceUrl, service.entities);
  const { schema } = await service.schema();
  let statements: Statement[] = [];
  const nothing = (): void => undefined;
  source.setOptions({
    logging: ['query'],
    logger: {
      logQuery: (text, values) => {
        if (!NO_READING.test(text)) statements.push({ text, values: Array.isArray(values) ? values : [] });
      },
      logQueryError: (error) => {
        throw new RangeError(String(error));
      },
      logQuerySlow: nothing,
      logSchemaBuild: nothing,
      logMigration: nothing,
      log: nothing,
    },
  });
  const key = new Uint8Array(32);
  return {
    async ask({ masks, share }, document, variables) {
      statements = [];
      const profile = { ...profileOf('usa.diplomatic-security'), caseId: null };
      const viewer = { ...viewerAs(profile, NOW), digest: `share ${share}` };
      const { context, rows } = testContext(source, viewer, masks, { key });
      const answer = await graphql({
        schema,
        source: document,
        contextValue: context,
        variableValues: { ...variables },
      });
      await rows.release();
      if (!answer.data || answer.errors) throw new RangeError(`not answered: ${String(answer.errors?.[0]?.message)}`);
      return { data: answer.data, statements };
    },
    close: () => source.destroy(),
  };
}
