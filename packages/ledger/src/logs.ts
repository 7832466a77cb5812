/** The log of questions that were asked of the ledger from a shell; the gateways' own is log 1. */
export const READINGS_LOG = 2;
