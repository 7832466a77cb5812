import { missions } from './service.js';

const { sdl } = await missions.schema();
process.stdout.write(sdl);
