import type { Coordinate } from '../../vocabulary.js';
import { typeNameOf } from '../record/names-of.js';
import { type LinkLine, type RecordDeclaration, recordOf } from '../record/record.js';
import type { ReferredRows } from '../writing/find-handlings.js';

const POST = 'Mission';

/** Rows of a record that an input refers to, with the fields that tell of which posts one is. */
export const referredRowsOf = (declared: RecordDeclaration): ReferredRows => ({
  prefix: declared.prefix,
  table: declared.table,
  handlingColumn: 'handling_id',
  postsBy: postsBy(declared),
});

/** Its link to a post; of one that has none, that to what it is about, and how that tells of its own. */
function postsBy(declared: RecordDeclaration): readonly Coordinate[] {
  const { name, lines } = declared;
  const links = lines.filter((line): line is LinkLine => line.what === 'link');
  const toPost = links.find(({ to }) => typeNameOf(to()) === POST);
  if (toPost !== undefined) return [`${name}.${toPost.property}`];
  const about = links.find(({ isMany, to }) => !isMany && ![undefined, declared].includes(recordOf(to())));
  const further = about === undefined ? undefined : recordOf(about.to());
  return about === undefined || further === undefined ? [] : [`${name}.${about.property}`, ...postsBy(further)];
}
