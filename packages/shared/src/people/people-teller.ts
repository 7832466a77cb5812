import { SignedTeller } from '../law/signed-exchange.js';
import { PEOPLE, type PeopleQuestion, peopleQuestionShape } from './people-wire.js';

/** Tells gateways who of a State has asked. */
export const tellPeople = (
  read: (question: PeopleQuestion) => Promise<readonly (readonly [string, string])[]>,
  key: Uint8Array,
): SignedTeller<PeopleQuestion> =>
  new SignedTeller({
    of: PEOPLE,
    key,
    shape: peopleQuestionShape,
    textFor: async (question) => JSON.stringify(await read(question)),
  });
