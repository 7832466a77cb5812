import { DataSource } from 'typeorm';
import type { Profile } from '../../subjects/subject.js';
import type { CallContext } from '../reading/call-context.js';
import { buildFederatedSchema } from '../serving/federated-schema.js';
import { HandlingTable } from '../visibility/handling-table.js';
import { Visibility } from '../visibility/visibility.js';
import { Note } from './note.entity.js';
import { changedNotes, notes as connection, NoteResolver } from './note.resolver.js';
import type { RunningNotes } from './running-notes.js';
import { testContext, viewerAs } from './test-context.js';

/** The context of one call, made as the server makes it, and the statements that were run through it. */
export interface WatchedContext extends AsyncDisposable {
  readonly context: CallContext;
  /** Statements on tables of the service. */
  readonly statements: readonly string[];
}

export async function watchContext(notes: RunningNotes, profile: Profile): Promise<WatchedContext> {
  const statements: string[] = [];
  const source = new DataSource({
    type: 'postgres',
    url: notes.database.serviceUrl,
    entities: [Note],
    logging: true,
    logger: {
      logQuery: (query) => void (/\bfrom "?note"?/i.test(query) && statements.push(query)),
      logQueryError() {},
      logQuerySlow() {},
      logSchemaBuild() {},
      logMigration() {},
      log() {},
    },
  });
  await source.initialize();
  const clock = () => notes.time.now;
  const handlings = await HandlingTable.open({ loaderUrl: notes.database.loaderUrl, clock, log: () => {} });
  const { categories } = await buildFederatedSchema({
    resolvers: [NoteResolver],
    references: {},
    connections: [connection, changedNotes],
  });
  const viewer = { ...viewerAs(profile, clock()), view: notes.snapshots.view(clock()) };
  const masks = new Visibility({ decisions: notes.decisions, handlings, categories }).masksFor(viewer);
  const { context, rows } = testContext(source, viewer, masks, { handlings, key: notes.key });
  return {
    context,
    statements,
    async [Symbol.asyncDispose]() {
      await rows.release();
      await Promise.all([source.destroy(), handlings.close()]);
    },
  };
}
