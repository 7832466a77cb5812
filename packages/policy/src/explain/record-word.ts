import { ClientError } from '@chancery/shared/errors';

/** Types whose rows have a handling of their own, by the prefix of their ids. */
export const RECORD_TYPES: Readonly<Record<string, RecordType>> = {
  mis: 'Mission',
  prm: 'Premises',
  inc: 'Incident',
  wrn: 'Warning',
};

export type RecordType = 'Mission' | 'Premises' | 'Incident' | 'Warning';

/** A stored record as it is named on a command line: by its id, or a post by its register key. */
export type RecordWord = { readonly type: RecordType; readonly id: string } | { readonly post: string };

/** A stored record whose handling is to be found. */
export type StoredRecord =
  | { readonly type: RecordType; readonly id: string }
  | { readonly type: 'Mission' | 'Premises'; readonly post: string };

/** The record that holds a coordinate; refuses one that another type of record holds, whose handling is another. */
export function storedRecordOf(word: RecordWord, coordinate: string): StoredRecord {
  const holder = Object.values(RECORD_TYPES).find((type) => coordinate.startsWith(`${type}.`));
  if ('post' in word) {
    if (holder === 'Incident' || holder === 'Warning') {
      return refuse(`\`--post\`: a post has many, name one by \`--record\` for ${coordinate}`);
    }
    return { type: holder ?? 'Mission', post: word.post };
  }
  if (holder !== undefined && holder !== word.type) {
    return refuse(`\`--record\`: ${word.id} is of type ${word.type}, and ${coordinate} is not of it`);
  }
  return word;
}

function refuse(message: string): never {
  throw new ClientError('INPUT_INVALID', message, 'record');
}
