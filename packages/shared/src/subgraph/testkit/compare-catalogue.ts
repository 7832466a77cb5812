import { type GraphQLSchema, getNamedType, isEnumType, isObjectType } from 'graphql';
import { type ClassType, getMetadataStorage } from 'type-graphql';
import { getMetadataArgsStorage, type MigrationInterface } from 'typeorm';
import { withConnection } from '../../postgres/connect.js';
import { migrate } from '../../postgres/migrate.js';
import { createTestDatabase } from '../../postgres/test-database.js';

/** Names of column types in an entity, and in the catalogue of the database. */
const CATALOGUE_TYPES = new Map<unknown, string>([
  ['text', 'text'],
  ['varchar', 'character varying'],
  ['integer', 'integer'],
  ['boolean', 'boolean'],
  ['date', 'date'],
  ['timestamptz', 'timestamp with time zone'],
  ['double precision', 'double precision'],
]);

/** Column types that hold every value of a scalar. */
const HOLDING = new Map<string, readonly string[]>([
  ['ID', ['text']],
  ['String', ['text', 'character varying']],
  ['StateCode', ['text', 'character varying']],
  ['Int', ['integer']],
  ['Float', ['double precision']],
  ['Boolean', ['boolean']],
  ['LocalDate', ['date']],
  ['DateTime', ['timestamp with time zone']],
  ['Handling', ['integer']],
]);

interface CatalogueColumn {
  readonly type: string;
  readonly isList: boolean;
  readonly isNullable: boolean;
  readonly length: number | null;
}

/** Migrates an empty database and compares it with what the entities declare; returns every difference. */
export async function compareCatalogue(
  schema: GraphQLSchema,
  entities: readonly ClassType<object>[],
  migrations: readonly (new () => MigrationInterface)[],
): Promise<string[]> {
  const database = await createTestDatabase('catalogue');
  try {
    await migrate(database.ownerUrl, migrations);
    const catalogue = await readCatalogue(database.ownerUrl);
    return entities.flatMap((entity) => differencesOf(entity, schema, catalogue));
  } finally {
    await database.drop();
  }
}

async function readCatalogue(ownerUrl: string): Promise<ReadonlyMap<string, CatalogueColumn>> {
  const { rows } = await withConnection(ownerUrl, (owner) =>
    owner.query<CatalogueColumn & { name: string }>(
      `select c.relname || '.' || a.attname as name, a.attndims > 0 as "isList", not a.attnotnull as "isNullable",
         format_type(coalesce(nullif(t.typelem, 0), t.oid), null) as type,
         case when t.typname = 'varchar' then a.atttypmod - 4 end as length
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
    ),
  );
  return new Map(rows.map(({ name, ...column }) => [name, column]));
}

function differencesOf(
  entity: ClassType<object>,
  schema: GraphQLSchema,
  catalogue: ReadonlyMap<string, CatalogueColumn>,
): string[] {
  const table = getMetadataArgsStorage().tables.find(({ target }) => target === entity)?.name ?? entity.name;
  const declared = getMetadataArgsStorage().columns.filter(({ target }) => target === entity);
  return declared.flatMap(({ propertyName, options }) => {
    const name = `${table}.${options.name ?? propertyName}`;
    const found = catalogue.get(name);
    if (found === undefined) return [`${entity.name}.${propertyName}: no migration makes ${name}`];
    const wanted: CatalogueColumn = {
      type: CATALOGUE_TYPES.get(options.type) ?? `unknown ${String(options.type)}`,
      isList: options.array === true,
      isNullable: options.nullable === true,
      length: options.length === undefined ? null : Number(options.length),
    };
    const differing = (['type', 'isList', 'isNullable', 'length'] as const)
      .filter((aspect) => wanted[aspect] !== found[aspect])
      .map((aspect) => `${name}: ${aspect} is ${found[aspect]}, declared is ${wanted[aspect]}`);
    return [...differing, ...scalarProblem(entity, propertyName, schema, found)];
  });
}

/** A column that cannot hold what the field admits would fail at the first such value, not at the start. */
function scalarProblem(
  entity: ClassType<object>,
  property: string,
  schema: GraphQLSchema,
  { type, isList }: CatalogueColumn,
): string[] {
  const name = getMetadataStorage().objectTypes.find(({ target }) => target === entity)?.name ?? entity.name;
  const object = schema.getType(name);
  const field = isObjectType(object) ? object.getFields()[property] : undefined;
  if (field === undefined) return [];
  const scalar = getNamedType(field.type);
  const holding = isEnumType(scalar) ? ['text'] : (HOLDING.get(scalar.name) ?? []);
  const listed = String(field.type).startsWith('[');
  return holding.includes(type) && listed === isList
    ? []
    : [`${name}.${property}: ${field.type} is not what ${type} holds`];
}
