import { type OutgoingHttpHeaders, request } from 'node:http';
import type { Answer } from '../e2e/answer.js';

/** An answer with its headers. */
export interface RawAnswer extends Answer {
  readonly headers: NodeJS.Dict<string | string[]>;
}

export interface RawRequest {
  readonly method?: string;
  /** Behind the host: path and query. */
  readonly target?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
}

/** Sends what no browser's `fetch` would: an origin, a header twice, a body in the wrong place. */
export function sendRaw(
  url: string,
  { method = 'POST', target = '/graphql', headers, body }: RawRequest,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${url}${target}`, { method, headers: { ...headers } }, async (response) => {
      const text = (await response.toArray()).join('');
      const isJson = /json/.test(response.headers['content-type'] ?? '');
      resolve({
        status: response.statusCode ?? 0,
        text,
        body: isJson && text !== '' ? JSON.parse(text) : {},
        headers: response.headers,
      });
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}
