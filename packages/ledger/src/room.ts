import { InternalError } from '@chancery/shared/errors';
import type { LedgerWriter } from './ledger-writer.js';

/**
 * A writer that takes no entry while the disk has no room for one. Refused before it is queued, it is not written later either; the
 * lease is still renewed, which takes next to no room.
 */
export function writeWhileThereIsRoom(writer: LedgerWriter, hasRoom: () => boolean): LedgerWriter {
  return {
    append: (entry) =>
      // What a command has done is told whatever the room: it was begun while there was some, and there still is for this.
      hasRoom() || entry.kind === 'OUTCOME'
        ? writer.append(entry)
        : Promise.reject(new InternalError('AUDIT_UNAVAILABLE', 'the disk has no room for an entry')),
    registerSnapshot: (snapshot) => writer.registerSnapshot(snapshot),
    waiting: () => writer.waiting(),
    healthy: () => hasRoom() && writer.healthy(),
    answering: () => writer.answering(),
    close: () => writer.close(),
  };
}
