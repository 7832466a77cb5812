import { intel } from './service.js';

const { sdl } = await intel.schema();
process.stdout.write(sdl);
