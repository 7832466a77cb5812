/**
 * The data of an answer as JSON, in pieces that are long where they can be; together they are byte for byte what `JSON.stringify` writes. What
 * stands at several places is written once.
 */
export function printData(data: object | null, repeated: ReadonlySet<object>): readonly string[] {
  return data === null || repeated.size === 0 ? [JSON.stringify(data)] : new Printer(repeated).print(data);
}

/** Writes values, each of the objects that stand at several places once. */
class Printer {
  readonly #repeated: ReadonlySet<object>;
  readonly #texts = new Map<object, string>();
  /** Names as they stand before a value. */
  readonly #names = new Map<string, string>();
  #pieces: string[] = [];
  /** What follows the last piece. */
  #text = '';

  constructor(repeated: ReadonlySet<object>) {
    this.#repeated = repeated;
  }

  print(value: object): string[] {
    const [pieces, text] = [this.#pieces, this.#text];
    [this.#pieces, this.#text] = [[], ''];
    if (Array.isArray(value)) this.#writeList(value);
    else this.#writeMembers(value as Readonly<Record<string, unknown>>);
    const printed = [...this.#pieces, this.#text];
    [this.#pieces, this.#text] = [pieces, text];
    return printed;
  }

  #writeList(items: readonly unknown[]): void {
    let before = '[';
    for (const item of items) {
      this.#text += before;
      this.#writeValue(item);
      before = ',';
    }
    this.#text += items.length === 0 ? '[]' : ']';
  }

  #writeMembers(object: Readonly<Record<string, unknown>>): void {
    let before = '{';
    for (const name of Object.keys(object)) {
      this.#text += before;
      this.#text += this.#nameOf(name);
      this.#writeValue(object[name]);
      before = ',';
    }
    this.#text += before === '{' ? '{}' : '}';
  }

  #writeValue(value: unknown): void {
    if (typeof value !== 'object' || value === null) this.#text += JSON.stringify(value);
    else if (this.#repeated.has(value)) {
      this.#pieces.push(this.#text, this.#textOf(value));
      this.#text = '';
    } else if (Array.isArray(value)) this.#writeList(value);
    else this.#writeMembers(value as Readonly<Record<string, unknown>>);
  }

  #textOf(value: object): string {
    const known = this.#texts.get(value);
    if (known !== undefined) return known;
    // In one piece: it is copied as often as it stands.
    const text = this.print(value).join('');
    this.#texts.set(value, text);
    return text;
  }

  #nameOf(name: string): string {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const written = `${JSON.stringify(name)}:`;
    this.#names.set(name, written);
    return written;
  }
}
