import { join } from 'node:path';

/** Folder of the project's data, which setups and tests read. */
export const DATA_FOLDER: string = join(import.meta.dirname, '../../../data');
