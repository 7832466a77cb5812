import { buildIncidentsSchema } from './schema.js';

const { sdl } = await buildIncidentsSchema();
process.stdout.write(sdl);
