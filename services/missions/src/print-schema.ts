import { buildMissionsSchema } from './schema.js';

const { sdl } = await buildMissionsSchema();
process.stdout.write(sdl);
