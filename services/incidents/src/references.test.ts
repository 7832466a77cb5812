import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { NOW, profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { type PublishedPosts, publishPosts } from '@chancery/shared/subgraph/testkit/published-posts';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import { testContext, viewerAs } from '@chancery/shared/subgraph/testkit/test-context';
import { BitString } from '@chancery/shared/subgraph/visibility/bit-string';
import type { Masks } from '@chancery/shared/subgraph/visibility/viewer-masks';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from 'graphql';
import { AbstractLogger, DataSource } from 'typeorm';
import { incidents as service } from './service.js';
import { type ExerciseData, makeExerciseData } from './testkit/exercise-data.js';
import { runIncidents } from './testkit/running-incidents.js';

const POSTS = ['Q875787', 'Q470042', 'Q1803773'];
const EVERY_HANDLING = new BitString(256);
for (let id = 0; id < EVERY_HANDLING.length; id++) EVERY_HANDLING.put(id, true);

class StatementLog extends AbstractLogger {
  readonly statements: string[] = [];

  override logQuery(query: string): void {
    this.statements.push(query);
  }

  protected override writeLog(): void {}
}

describe('references to incidents', () => {
  let posts: PublishedPosts;
  let data: ExerciseData;
  let incidents: RunningService;
  const logger = new StatementLog();
  let source: DataSource;

  beforeAll(async () => {
    posts = await publishPosts(POSTS);
    data = makeExerciseData({ posts: POSTS, exercised: POSTS, studies: [] });
    incidents = await runIncidents({ missionsOwnerUrl: posts.ownerUrl, dataFolder: data.folder });
    const url = incidents.database.serviceUrl;
    source = await new DataSource({ type: 'postgres', url, entities: [...service.entities], logger }).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await incidents[Symbol.asyncDispose]();
    await posts[Symbol.asyncDispose]();
    data[Symbol.dispose]();
  });

  it('are found by one statement for all, and their posts by another', async () => {
    const stored = await inTransaction(incidents.database.ownerUrl, (client) =>
      client.query<{ id: string }>('select id from incident'),
    );
    const masks: Masks = {
      visible: () => EVERY_HANDLING.toString(),
      seen: () => EVERY_HANDLING,
      readable: () => EVERY_HANDLING,
      known: () => EVERY_HANDLING.length,
      heldUntil: () => Number.POSITIVE_INFINITY,
      mayRead: () => true,
    };
    const { context, rows } = testContext(source, viewerAs(profileOf('usa.diplomatic-security'), NOW), masks);
    const { schema } = await service.schema();
    logger.statements.length = 0;

    const answer = await graphql({
      schema,
      source:
        'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Incident { reference mission { id } } } }',
      variableValues: { of: stored.rows.map(({ id }) => ({ __typename: 'Incident', id })) },
      contextValue: context,
    });
    await rows.release();

    const found = answer.data as unknown as { _entities: { reference: string; mission: { id: string } }[] };
    expect(found._entities.filter(({ mission }) => [...posts.ids.values()].includes(mission.id))).toHaveLength(12);
    const reads = logger.statements.filter((statement) => /\bfrom (incident|"incident")/i.test(statement));
    expect(reads).toHaveLength(2);
  });
});
