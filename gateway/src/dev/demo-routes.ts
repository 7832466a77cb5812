import { POLICIES } from '@chancery/policy/policies';
import type { Clock } from '@chancery/shared/clock';
import type { DevelopmentIssuer } from '@chancery/shared/subjects/development-issuer';
import { PERSONAS } from '@chancery/shared/subjects/personas';
import { type GraphQLSchema, introspectionFromSchema } from 'graphql';
import type { Route, RouteResponse } from '../stages/receive/http-server.js';
import { loadExamples } from './load-examples.js';
import { renderPage } from './page.js';
import { createTokenEndpoint } from './token-endpoint.js';

/** What a demonstration serves beside the API: the page, and tokens for its personas. */
export function demoRoutes(issuer: DevelopmentIssuer, clock: Clock, schema: GraphQLSchema): ReadonlyMap<string, Route> {
  // Made when somebody first asks: a start need not wait for it.
  let page: RouteResponse | null = null;
  return new Map<string, Route>([
    [
      'GET /',
      () => {
        page ??= pageOf(schema);
        return page;
      },
    ],
    ['POST /dev/token', createTokenEndpoint(issuer, clock)],
  ]);
}

function pageOf(schema: GraphQLSchema): RouteResponse {
  const { html, contentSecurityPolicy } = renderPage({
    personas: PERSONAS,
    examples: loadExamples(),
    rules: Object.fromEntries(POLICIES.map(({ id, title }) => [id, { title }])),
    schema: introspectionFromSchema(schema),
  });
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': contentSecurityPolicy };
  return { status: 200, headers, body: html };
}
