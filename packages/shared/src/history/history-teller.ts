import { SignedTeller } from '../law/signed-exchange.js';
import { HISTORY, type HistoryPage, type HistoryQuestion, historyQuestionShape } from './history-wire.js';

/** Tells gateways which entries of the ledger read a record. */
export const tellHistory = (
  read: (question: HistoryQuestion) => Promise<HistoryPage>,
  key: Uint8Array,
): SignedTeller<HistoryQuestion> =>
  new SignedTeller({
    of: HISTORY,
    key,
    shape: historyQuestionShape,
    textFor: async (question) => JSON.stringify(await read(question)),
  });
