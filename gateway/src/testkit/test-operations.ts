import fc from 'fast-check';
import {
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** A selection in plain words: a field of the schema, perhaps with arguments, and what is selected below it. */
export interface TestSelection {
  readonly field: string;
  readonly typeName: string;
  readonly args: string;
  /** Null for a leaf. */
  readonly below: readonly TestSelection[] | null;
}

/** Arguments to choose from, by field name. */
export type TestArguments = Readonly<Record<string, readonly string[]>>;

/** Random valid queries of some depth. */
export function testOperations(
  schema: GraphQLSchema,
  args: TestArguments,
  depth: number,
): fc.Arbitrary<readonly TestSelection[]> {
  const queryType = schema.getQueryType();
  if (!queryType) throw new Error('no query type');
  return selectionsOf(queryType, args, depth).filter((all) => all.every(isWhole));
}

function selectionsOf(
  type: GraphQLObjectType,
  args: TestArguments,
  depth: number,
): fc.Arbitrary<readonly TestSelection[]> {
  // Interfaces and unions have tests of their own.
  const fields = Object.values(type.getFields()).filter(({ name, type: of, args: taken }) => {
    const named = getNamedType(of);
    const isAskable = args[name] !== undefined || !taken.some(isRequiredArgument);
    return isAskable && !isAbstractType(named) && (depth > 0 || !isObjectType(named));
  });
  if (fields.length === 0) return fc.constant([]);
  const one = fc.constantFrom(...fields).chain((field) => {
    const named = getNamedType(field.type);
    return fc.record({
      field: fc.constant(field.name),
      typeName: fc.constant(type.name),
      args: fc.constantFrom(...((field.args.length > 0 && args[field.name]) || [''])),
      below: isObjectType(named) ? selectionsOf(named, args, depth - 1) : fc.constant(null),
    });
  });
  return fc.uniqueArray(one, { minLength: 1, maxLength: 4, selector: ({ field }) => field });
}

const isWhole = ({ below }: TestSelection): boolean => below === null || (below.length > 0 && below.every(isWhole));

/** The selections as they are. */
export const writePlainly = (all: readonly TestSelection[]): string =>
  all.map(({ field, args, below }) => `${field}${args}${below ? ` { ${writePlainly(below)} }` : ''}`).join(' ');

const HOSTILE_ALIASES = ['handling', 'id', '__typename', '__proto__', 'constructor', '_0_mission', 'a0', 'node', 'zq'];

/** The same selections in other words: aliased, doubled, in fragments, under conditions that hold. */
export function writeStrangely(all: readonly TestSelection[], choices: readonly number[]): string {
  const rewriter = new Rewriter(choices);
  const body = rewriter.rewrite(all);
  return `query zqName($yes: Boolean = true, $no: Boolean = false) {
    zqUse: __typename @include(if: $yes) @skip(if: $no)
    ${body}
  } ${rewriter.fragments.join(' ')}`;
}

class Rewriter {
  readonly fragments: string[] = [];
  readonly #next: () => number;

  constructor(choices: readonly number[]) {
    let position = 0;
    this.#next = () => choices[position++ % choices.length] ?? 0;
  }

  rewrite(all: readonly TestSelection[]): string {
    const used = new Set<string>();
    const written = all.map((selection) => this.#wrap(selection, this.#field(selection, used)));
    const again = all.filter(() => this.#next() % 4 === 0).map((selection) => this.#field(selection, used));
    return [...written, ...again].join(' ');
  }

  #field({ field, args, below }: TestSelection, used: Set<string>): string {
    const wanted = HOSTILE_ALIASES[this.#next() % HOSTILE_ALIASES.length] ?? 'zq';
    const alias = used.has(wanted) ? `zq${used.size}` : wanted;
    used.add(alias);
    const condition = ['', '@include(if: $yes)', '@skip(if: $no)', '@include(if: true)'][this.#next() % 4];
    return `${alias}: ${field}${args} ${condition}${below ? ` { ${this.rewrite(below)} }` : ''}`;
  }

  #wrap({ typeName }: TestSelection, written: string): string {
    switch (this.#next() % 5) {
      case 0:
        return `... on ${typeName} { ${written} }`;
      case 1:
        return `gone${this.#next() % 7}: __typename @skip(if: $yes) ... @include(if: $yes) { ${written} }`;
      case 2: {
        const name = `F${this.fragments.length}`;
        this.fragments.push(`fragment ${name} on ${typeName} { ${written} }`);
        return `...${name} ...${name} @include(if: $no)`;
      }
      default:
        return written;
    }
  }
}
