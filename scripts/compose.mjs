// Composes services/*/schema.graphql and gateway/schema.graphql into supergraph.graphql; run after a build.
import { fileURLToPath } from 'node:url';
import { writeSupergraph } from '../test/dist/composition/write-supergraph.js';

writeSupergraph(fileURLToPath(new URL('..', import.meta.url)));
