import { incidents } from './service.js';

const { sdl } = await incidents.schema();
process.stdout.write(sdl);
