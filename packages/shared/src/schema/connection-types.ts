import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { Category, Handled, Inaccessible } from './decorators.js';
import type { Group } from './group.js';
import { PageInfo } from './page-info.js';
import type { CellSize } from './place-conditions.js';
import { HandlingNumber } from './scalars.js';

/** One row of a page. */
export interface Edge<T> {
  readonly node: T;
  readonly cursor: string;
}

/** A page of a connection; each part is fetched only when it is asked for. */
export interface Page<T> {
  readonly edges: readonly Edge<T>[] | Promise<readonly Edge<T>[]>;
  readonly pageInfo: PageInfo;
  readonly totalCount: number | Promise<number>;
  readonly isExact: boolean | Promise<boolean>;
  /** Handlings of the rows counted, one of each kind. */
  readonly handlings: readonly number[] | Promise<readonly number[]>;
}

/** By what rows are counted: the values of a field or, of a place, the cells of a map that it is in. */
export interface GroupedBy {
  readonly field: string;
  readonly cells: CellSize | null;
}

/** A page whose rows are counted by what they have in common, on whatever page they are. */
export interface GroupedPage<T> extends Page<T> {
  groups(by: GroupedBy, first: number | null | undefined): Promise<readonly Group[]>;
}

/** Names and descriptions of the two types of a connection. */
export interface ConnectionTexts {
  /** Name of the node type, `Mission`. */
  readonly node: string;
  /** `A page of posts.` */
  readonly page: string;
  /** `A post in a page.` */
  readonly edge: string;
  /** `The post.` */
  readonly element: string;
  /** `Posts that match and that this caller sees.` */
  readonly total: string;
}

/** Makes `<Node>Connection` and `<Node>Edge`; the class returned stands for the connection in resolvers. */
export function createConnectionType<T extends object>(
  nodeType: () => ClassType<T>,
  texts: ConnectionTexts,
): ClassType<Page<T>> {
  @ObjectType(`${texts.node}Edge`, { description: texts.edge })
  @Handled('PARENT')
  class ConnectionEdge implements Edge<T> {
    @Field(nodeType, { nullable: true, description: texts.element })
    node!: T;

    @Field(() => String, { description: 'Opaque; valid for this caller, filter and order.' })
    cursor!: string;
  }

  @ObjectType(`${texts.node}Connection`, { description: texts.page })
  @Handled('PARENT')
  class Connection implements Page<T> {
    @Field(() => [ConnectionEdge], { description: 'The page.' })
    edges!: readonly Edge<T>[];

    @Field(() => PageInfo, { description: 'Where the page stands.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { nullable: true, description: texts.total })
    @Category('EXISTENCE')
    totalCount!: number;

    @Field(() => Boolean, { nullable: true, description: 'False when counting stopped at totalCount.' })
    @Category('EXISTENCE')
    isExact!: boolean | Promise<boolean>;

    @Field(() => [HandlingNumber])
    @Inaccessible()
    handlings!: readonly number[];
  }
  return Connection;
}
