import { POLICIES } from '@chancery/policy/policies';
import type { Clock } from '@chancery/shared/clock';
import type { DevelopmentIssuer } from '@chancery/shared/subjects/development-issuer';
import { PERSONAS } from '@chancery/shared/subjects/personas';
import { type GraphQLSchema, introspectionFromSchema } from 'graphql';
import type { Route } from '../stages/receive/http-server.js';
import { loadExamples } from './load-examples.js';
import { renderPage } from './page.js';
import { createTokenEndpoint } from './token-endpoint.js';

/** What a demonstration serves beside the API: the page, and tokens for its personas. */
export function demoRoutes(issuer: DevelopmentIssuer, clock: Clock, schema: GraphQLSchema): ReadonlyMap<string, Route> {
  const { html, contentSecurityPolicy } = renderPage({
    personas: PERSONAS,
    examples: loadExamples(),
    rules: Object.fromEntries(POLICIES.map(({ id, title }) => [id, { title }])),
    schema: introspectionFromSchema(schema),
  });
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': contentSecurityPolicy };
  return new Map<string, Route>([
    ['GET /', () => ({ status: 200, headers, body: html })],
    ['POST /dev/token', createTokenEndpoint(issuer, clock)],
  ]);
}
