import { type ExchangeParty, openExchange } from '../law/open-exchange.js';
import { HISTORY, type HistoryPage, type HistoryQuestion, historyAnswerShape } from './history-wire.js';

/** Asks which entries of the ledger read a record. */
export type AskHistory = (question: HistoryQuestion) => Promise<HistoryPage>;

/** Asks compliance, at its address. */
export function openHistory(party: ExchangeParty): { readonly ask: AskHistory } & AsyncDisposable {
  const exchange = openExchange(HISTORY, party);
  return {
    ask: async (question) => historyAnswerShape.parse(await exchange.ask(question)),
    [Symbol.asyncDispose]: () => exchange[Symbol.asyncDispose](),
  };
}
