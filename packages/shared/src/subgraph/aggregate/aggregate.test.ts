import { describe, expect, it } from '@jest/globals';
import type { ClassType } from 'type-graphql';
import { defineEnum } from '../../schema/define-enum.js';
import { reference } from '../links/reference.js';
import { Links, Made, Text, Texts, Word } from '../record/decorators.js';
import { Labelled } from '../record/record.js';
import { Recorded } from '../record/recorded.js';
import { aggregateOf } from './aggregate.js';

const Mission = reference('Mission', 'mission_ref');
const Shape = defineEnum('FolderShape', 'Shape of a folder.', ['FLAT', 'ROUND'], 'a shape');
const Unnamed = defineEnum('FolderUnnamed', 'What nothing is found by.', ['ONE', 'TWO']);

@Recorded({ name: 'Folder', prefix: 'fol', says: 'A folder.' })
class Folder extends Labelled {
  @Text({ is: 'ARCHIVE', says: 'Title.', length: 80, filter: true, order: true })
  title!: string;

  @Word(Shape, { is: 'PUBLIC_FACT', floor: 2, says: 'Shape.', filter: true })
  shape!: keyof typeof Shape;

  @Text({ is: 'INTEL_SOURCE', says: 'Source.', nullable: true, optional: true })
  sourceRef!: string | null;

  @Links(() => Mission, {
    is: 'THREAT',
    says: 'Posts.',
    inverse: { field: 'folders', is: 'THREAT', says: 'Folders of this post.' },
  })
  missions?: object[];

  @Links(() => Mission, { is: 'THREAT', says: 'Posts that it was sent to.', through: 'folder_recipient' })
  recipients?: object[];
}
const folders = aggregateOf(Folder, { one: 'folder', many: 'folders' });

/** Makes an aggregate of a class of one line. */
function of(line: (target: never, property: never) => void, name: string, prefix = 'she'): () => unknown {
  class Sheet extends Labelled {}
  return () => {
    line(Sheet.prototype as never, 'body' as never);
    Recorded({ name, prefix, says: 'A sheet.' })(Sheet as ClassType<Labelled>);
    return aggregateOf(Sheet, { one: 'sheet', many: 'sheets' });
  };
}

describe('an aggregate', () => {
  it('guards each of its columns by the field of its own declaration, in every connection, the links too', () => {
    expect(folders.connections.map(({ name }) => name)).toEqual(['Query.folders', 'Mission.folders']);
    for (const connection of folders.connections) {
      expect(Object.fromEntries(connection.fields.map((field) => [field, connection.columnOf(field).guard]))).toEqual({
        id: 'EXISTENCE',
        synthetic: 'Folder.synthetic',
        title: 'Folder.title',
        shape: 'Folder.shape',
        missions: 'Folder.missions',
        recipients: 'Folder.recipients',
      });
      expect(() => connection.columnOf('sourceRef')).toThrow('no column');
    }
  });

  it('has the table that its lines say, and pairs for each link to many', () => {
    expect(folders.table).toMatchObject({
      name: 'folder',
      isCounted: true,
      pairs: [
        { name: 'folder_mission', holder: 'folder_id', target: 'mission_id' },
        { name: 'folder_recipient', holder: 'folder_id', target: 'mission_id' },
      ],
    });
    expect(
      folders.table.columns.map(({ name, type, isNullable }) => `${name} ${type}${isNullable ? '' : ' not null'}`),
    ).toEqual([
      'id text not null',
      'handling_id integer not null',
      'synthetic boolean not null',
      'title varchar not null',
      'shape text not null',
      'source_ref text',
    ]);
  });

  it('is not made of a line that could not be served, and says which', () => {
    const says = { is: 'THREAT', says: 'Something.' } as const;
    expect(of(Text({ ...says, order: true }), 'Ordered')).toThrow(
      '`Sheet.body` has no length, and a cursor would hold it',
    );
    expect(of(Word(Unnamed, { ...says, filter: true }), 'Worded')).toThrow('no noun');
    expect(
      of(
        Made(() => String, { ...says, from: ['nothing'] }),
        'MadeOfNothing',
      ),
    ).toThrow('is made of no line `nothing`');
    expect(of(Texts(says), 'Warning', 'war')).toThrow('ids of `Warning` begin with `wrn`, not `war`');
    expect(() => aggregateOf(Mission as unknown as ClassType<Labelled>)).toThrow('is no record');
  });
});
