import { buildIntelSchema } from './schema.js';

const { sdl } = await buildIntelSchema();
process.stdout.write(sdl);
