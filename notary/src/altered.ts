/** What stored entries do not give what was claimed or signed of them: a person must look. */
export class AlteredLog extends Error {}
