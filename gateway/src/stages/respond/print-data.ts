/** The data of an answer as JSON, byte for byte as `JSON.stringify` writes it; what stands at several places is written once. */
export function printData(data: object | null, repeated: ReadonlySet<object>): string {
  return data === null || repeated.size === 0 ? JSON.stringify(data) : new Printer(repeated).print(data);
}

/** Writes values, each of the objects that stand at several places once. */
class Printer {
  readonly #repeated: ReadonlySet<object>;
  readonly #texts = new Map<object, string>();
  /** Names as they stand before a value. */
  readonly #names = new Map<string, string>();

  constructor(repeated: ReadonlySet<object>) {
    this.#repeated = repeated;
  }

  print(value: object): string {
    const known = this.#texts.get(value);
    if (known !== undefined) return known;
    const pieces: string[] = [];
    this.#write(value, pieces);
    // In one piece: it is copied as often as it stands.
    const text = pieces.join('');
    if (this.#repeated.has(value)) this.#texts.set(value, text);
    return text;
  }

  #write(value: object, pieces: string[]): void {
    if (Array.isArray(value)) this.#writeList(value, pieces);
    else this.#writeMembers(value as Readonly<Record<string, unknown>>, pieces);
  }

  #writeList(items: readonly unknown[], pieces: string[]): void {
    let before = '[';
    for (const item of items) {
      pieces.push(before);
      this.#writeValue(item, pieces);
      before = ',';
    }
    pieces.push(items.length === 0 ? '[]' : ']');
  }

  #writeMembers(object: Readonly<Record<string, unknown>>, pieces: string[]): void {
    let before = '{';
    for (const name of Object.keys(object)) {
      pieces.push(before, this.#nameOf(name));
      this.#writeValue(object[name], pieces);
      before = ',';
    }
    pieces.push(before === '{' ? '{}' : '}');
  }

  #writeValue(value: unknown, pieces: string[]): void {
    if (typeof value !== 'object' || value === null) pieces.push(JSON.stringify(value));
    else if (this.#repeated.has(value)) pieces.push(this.print(value));
    else this.#write(value, pieces);
  }

  #nameOf(name: string): string {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const written = `${JSON.stringify(name)}:`;
    this.#names.set(name, written);
    return written;
  }
}
