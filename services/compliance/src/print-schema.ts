import { compliance } from './service.js';

const { sdl } = await compliance.schema();
process.stdout.write(sdl);
