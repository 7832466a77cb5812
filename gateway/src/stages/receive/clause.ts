/** The words of a schema's complaint as the end of a sentence; what they quote keeps its case, for it is to be sent so. */
export const clauseOf = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1);
