/** What chance decides: numbers that follow from a seed, so that a failure can be repeated. */
class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to below the limit. */
  below(limit: number): number {
    // Mulberry32.
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  one<T>(of: readonly T[]): T {
    return of[this.below(of.length)] as T;
  }

  /** True in one of so many cases. */
  rarely(times: number): boolean {
    return this.below(times) === 0;
  }
}

/** A type as the random schema writes it, from the outside in. */
interface RandomType {
  readonly isNonNull: boolean;
  /** Null for a name. */
  readonly item: RandomType | null;
  readonly name: string;
}

interface RandomObject {
  readonly name: string;
  readonly interfaces: readonly string[];
  readonly fields: Readonly<Record<string, RandomType>>;
}

const OBJECTS = ['A', 'B', 'C', 'D'];
const LEAVES = ['Int', 'String', 'Boolean', 'Colour'];
const COLOURS = ['RED', 'BLUE'];

/** A schema with interfaces over objects and a union of them, data for it with a null anywhere, and documents about it. */
export class RandomWorld {
  readonly #dice: Dice;
  readonly #interfaces: Readonly<Record<string, Readonly<Record<string, RandomType>>>>;
  readonly #objects: readonly RandomObject[];
  readonly #union: readonly string[];

  constructor(seed: number) {
    this.#dice = new Dice(seed);
    this.#interfaces = { I: this.#fields('i', 2), J: this.#fields('j', 2) };
    this.#objects = OBJECTS.map((name) => {
      const interfaces = ['I', 'J'].filter(() => this.#dice.below(3) > 0);
      const own = this.#fields(name.toLowerCase(), 3);
      const inherited = interfaces.map((each) => this.#interfaces[each] ?? {});
      return { name, interfaces, fields: Object.assign({ same: named('String') }, own, ...inherited) };
    });
    this.#union = OBJECTS.filter((name, index) => index === 0 || this.#dice.below(2) === 0 || name === 'D');
  }

  get sdl(): string {
    const interfaces = Object.entries(this.#interfaces).map(
      ([name, fields]) => `interface ${name} { ${write(fields)} }`,
    );
    const objects = this.#objects.map(({ name, interfaces: of, fields }) => {
      return `type ${name} ${of.length > 0 ? `implements ${of.join(' & ')}` : ''} { ${write(fields)} }`;
    });
    const query = 'type Query { a: A i: I! u: U is: [I] us: [U!]! deep: [[U]!] }';
    return [
      `enum Colour { ${COLOURS.join(' ')} }`,
      query,
      `union U = ${this.#union.join(' | ')}`,
      ...interfaces,
      ...objects,
    ].join('\n');
  }

  /** Every field of the root, down to a depth; below it all is null. */
  data(depth: number): Record<string, unknown> {
    const root: Record<string, RandomType> = {
      a: named('A'),
      i: { ...named('I'), isNonNull: true },
      u: named('U'),
      is: list(named('I')),
      us: { ...list({ ...named('U'), isNonNull: true }), isNonNull: true },
      deep: list({ ...list(named('U')), isNonNull: true }),
    };
    return this.#object(root, depth);
  }

  /** A document that asks the root; fragments, aliases and conditions wherever they may stand. */
  document(depth: number): string {
    const selected = ['a', 'i', 'u', 'is', 'us', 'deep'].filter(() => this.#dice.below(2) === 0);
    const types: Record<string, string> = { a: 'A', i: 'I', u: 'U', is: 'I', us: 'U', deep: 'U' };
    const fields = (selected.length > 0 ? selected : ['us']).map(
      (name) => `${name} { ${this.#selection(types[name] ?? 'A', depth)} }`,
    );
    return `query ($yes: Boolean = true, $no: Boolean = false) { z: __typename @include(if: $yes) @skip(if: $no) ${fields.join(' ')} }`;
  }

  #fields(prefix: string, count: number): Readonly<Record<string, RandomType>> {
    return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, this.#type(2)]));
  }

  #type(lists: number): RandomType {
    const isNonNull = this.#dice.rarely(4);
    if (lists > 0 && this.#dice.rarely(3)) return { ...list(this.#type(lists - 1)), isNonNull };
    return { ...named(this.#dice.one([...LEAVES, ...OBJECTS, 'I', 'J', 'U'])), isNonNull };
  }

  #members(name: string): readonly string[] {
    if (name === 'U') return this.#union;
    if (name in this.#interfaces) {
      return this.#objects.filter(({ interfaces }) => interfaces.includes(name)).map((object) => object.name);
    }
    return [name];
  }

  #value(type: RandomType, depth: number): unknown {
    if (this.#dice.rarely(type.isNonNull ? 40 : 8)) return null;
    if (type.item !== null) {
      const item = type.item;
      return Array.from({ length: this.#dice.below(4) }, () => this.#value(item, depth));
    }
    switch (type.name) {
      case 'Int':
        return this.#dice.below(100);
      case 'String':
        return `text ${this.#dice.below(10)}`;
      case 'Boolean':
        return this.#dice.rarely(2);
      case 'Colour':
        return this.#dice.rarely(20) ? 'NO_COLOUR' : this.#dice.one(COLOURS);
    }
    const members = this.#members(type.name);
    const object = this.#objects.find(({ name }) => name === members[this.#dice.below(Math.max(1, members.length))]);
    if (depth === 0 || !object) return null;
    return { __typename: object.name, ...this.#object(object.fields, depth - 1) };
  }

  #object(fields: Readonly<Record<string, RandomType>>, depth: number): Record<string, unknown> {
    return Object.fromEntries(Object.entries(fields).map(([name, type]) => [name, this.#value(type, depth)]));
  }

  #selection(typeName: string, depth: number): string {
    const fields = this.#interfaces[typeName] ?? this.#objects.find(({ name }) => name === typeName)?.fields ?? {};
    const parts = Object.entries(fields)
      .filter(() => this.#dice.below(3) > 0)
      .map(([name, type]) => this.#field(typeName, name, type, depth));
    if (depth > 0) {
      for (let count = this.#dice.below(3); count > 0; count -= 1) parts.push(this.#fragment(typeName, depth - 1));
    }
    const selected = parts.filter((part) => part !== '');
    if (selected.length === 0 || this.#dice.rarely(4)) selected.push('t: __typename');
    return selected.join(' ');
  }

  #field(typeName: string, name: string, type: RandomType, depth: number): string {
    const leaf = leafOf(type);
    const isLeaf = LEAVES.includes(leaf);
    if (!isLeaf && depth === 0) return '';
    // Of its own for each type and field: validation refuses two meanings of one word.
    const alias = this.#dice.rarely(3) ? `${typeName}_${name}: ` : '';
    const condition = this.#dice.rarely(6)
      ? this.#dice.one(['@include(if: $yes)', '@skip(if: $yes)', '@skip(if: $no)'])
      : '';
    return `${alias}${name} ${condition}${isLeaf ? '' : ` { ${this.#selection(leaf, depth - 1)} }`}`;
  }

  #fragment(typeName: string, depth: number): string {
    const here = this.#members(typeName);
    const choices = [...OBJECTS, 'I', 'J', 'U'].filter((name) =>
      this.#members(name).some((member) => here.includes(member)),
    );
    const on = this.#dice.one([typeName, ...choices]);
    return `... on ${on} { ${this.#selection(on, depth)} }`;
  }
}

const named = (name: string): RandomType => ({ isNonNull: false, item: null, name });
const list = (item: RandomType): RandomType => ({ isNonNull: false, item, name: '' });
const leafOf = (type: RandomType): string => (type.item === null ? type.name : leafOf(type.item));
const typeText = (type: RandomType): string =>
  `${type.item === null ? type.name : `[${typeText(type.item)}]`}${type.isNonNull ? '!' : ''}`;
const write = (fields: Readonly<Record<string, RandomType>>): string =>
  Object.entries(fields)
    .map(([name, type]) => `${name}: ${typeText(type)}`)
    .join(' ');
