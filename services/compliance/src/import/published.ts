/** The handling of what is published: it belongs to everybody. */
export const PUBLISHED = 'l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=CHANCERY.register;t=public';
