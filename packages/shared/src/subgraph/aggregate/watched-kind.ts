import { InternalError } from '../../errors.js';
import type { ConnectionSpec } from '../paging/connection-spec.js';
import { type RecordDeclaration, recordOf } from '../record/record.js';
import type { Aggregate, Listed } from './aggregate.js';
import type { TermField, TermFields } from './filter-of-terms.js';
import { listedRows } from './listed-rows.js';

/** A kind of record that can meet a standing question, under the name that it has in a match, and that of the connection of all. */
export interface WatchedKind extends TermFields {
  readonly aggregate: Pick<Aggregate, 'record' | 'declared' | 'watched'> & { readonly listed: Listed<object> };
  readonly one: string;
  readonly many: string;
}

/** The kinds among some aggregates that are watched. */
export function watchedKinds(aggregates: readonly Aggregate[]): readonly WatchedKind[] {
  return aggregates.flatMap((aggregate) => {
    const { watched, declared } = aggregate;
    if (watched === null) return [];
    const { posts, actors, types = [], as } = watched;
    const { one, many } = as ?? { one: watched.one, many: `matching${capital(watched.many)}` };
    return [
      {
        aggregate,
        one,
        many,
        posts: posts === undefined ? null : fieldAt(declared, posts),
        actors: actors === undefined ? null : fieldAt(declared, actors),
        types: types.map((type) => ({ ...fieldAt(declared, type), words: new Set(wordsAt(declared, type)) })),
      },
    ];
  });
}

function fieldAt(declared: RecordDeclaration, path: string): TermField {
  const [field = '', ...before] = path.split('.').reverse();
  let at = declared;
  const links: { readonly field: string; readonly to: ConnectionSpec<object> }[] = [];
  for (const link of before.reverse()) {
    const to = targetOf(at, link);
    links.push({ field: link, to: listedRows(to) });
    at = recordOf(to) ?? refuse(at, link);
  }
  return { links, field };
}

function wordsAt(declared: RecordDeclaration, path: string): readonly string[] {
  const [first = '', ...rest] = path.split('.');
  if (rest.length > 0) return wordsAt(recordOf(targetOf(declared, first)) ?? refuse(declared, first), rest.join('.'));
  const line = declared.lines.find(({ property }) => property === first);
  return (line?.what === 'value' ? line.kind.words : null) ?? refuse(declared, first);
}

function targetOf(declared: RecordDeclaration, field: string): object {
  const line = declared.lines.find(({ property }) => property === field);
  return line?.what === 'link' ? line.to() : refuse(declared, field);
}

function refuse({ name }: RecordDeclaration, field: string): never {
  throw new InternalError('INTERNAL', `\`${name}.${field}\` is nothing that terms are looked for in`);
}

const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
