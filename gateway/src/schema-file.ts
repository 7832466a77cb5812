import { type Gateway, handleRequest } from './handle-request.js';
import { printServed } from './schema/print-served.js';
import { type GatewayRequest, type GatewayResponse, textOf } from './stages/receive/request.js';

/** What `GET /schema.graphql` asks for in the place of its caller; its name stands in the entry. */
const DOCUMENT = 'query SchemaFile { __schema { queryType { name } } }';
const SEARCH = new URLSearchParams({ query: DOCUMENT }).toString();

/** The schema as this caller is served it, for tools that take no introspection; asked for, admitted and recorded like one. */
export async function handleSchemaFile(request: GatewayRequest, gateway: Gateway): Promise<GatewayResponse> {
  const response = await handleRequest({ ...request, search: SEARCH }, gateway);
  const { errors, extensions } = JSON.parse(textOf(response));
  if (errors !== undefined) return response;
  const headers = {
    ...response.headers,
    'content-type': 'text/plain; charset=utf-8',
    'chancery-receipt': String(extensions.audit.receipt),
  };
  return { ...response, headers, body: printServed(gateway.validator.schema) };
}
