const WAITED_MS = 15_000;

/** A subscription over server-sent events as its bytes. */
export class EventBytes {
  readonly #abort: AbortController;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  #text = '';

  private constructor(abort: AbortController, reader: ReadableStreamDefaultReader<Uint8Array>) {
    this.#abort = abort;
    this.#reader = reader;
  }

  static async open(gatewayUrl: string, token: string, document: string): Promise<EventBytes> {
    const abort = new AbortController();
    const response = await fetch(`${gatewayUrl}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify({ query: document }),
      signal: AbortSignal.any([abort.signal, AbortSignal.timeout(WAITED_MS)]),
    });
    if (!response.ok || response.body === null) throw new Error(`status ${response.status}`);
    return new EventBytes(abort, response.body.getReader());
  }

  /** Reads until a text has come. */
  async until(text: string): Promise<void> {
    while (!this.#text.includes(text)) await this.#readOn();
  }

  /** Reads until so many events have come, whole. */
  async events(count: number): Promise<void> {
    while ((this.#text.match(/^data: .*\n\n/gm) ?? []).length < count) await this.#readOn();
  }

  async #readOn(): Promise<void> {
    const { done, value } = await this.#reader.read();
    if (done) throw new Error(`the stream ended: ${this.#text}`);
    this.#text += this.#decoder.decode(value, { stream: true });
  }

  /** What has come, without `audit`, which alone may differ between equal streams; its tokens are as long, whatever they hold. */
  close(): string {
    this.#abort.abort();
    return (
      this.#text
        .replace(/"receipt":"[A-Za-z0-9_-]+"/g, '"receipt":""')
        // A duty is due by the clock, which two streams do not share.
        .replace(/"dueAt":"[^"]+"/g, '"dueAt":""')
        .replace(/(?<="resume":"|^id: )[A-Za-z0-9_-]+/gm, (token) => `${token.length} characters`)
    );
  }
}
