// @graphql-hive/gateway with the planner in Rust, which is what its makers put in their own benchmark. De-duplication of
// requests under way is off, going in and going out: with it most of the measured requests would do no work.
import { defineConfig } from '@graphql-hive/gateway';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';

export const gatewayConfig = defineConfig({
  supergraph: process.env.BENCH_SUPERGRAPH,
  unifiedGraphHandler,
  transportEntries: { '*.http': { options: { deduplicateInflightRequests: false } } },
  inboundInflightRequestDeduplication: false,
  logging: false,
  landingPage: false,
  graphiql: false,
});
