import { NOTICES, type NoticeAnswer, type NoticeQuestion, noticeQuestionShape } from './notice-wire.js';
import { SignedTeller } from './signed-exchange.js';

/** What a service has recorded, and how one hears that there is more. */
export interface ToldNotices {
  read(after: number): Promise<NoticeAnswer>;
  changed(waitMs: number, signal: AbortSignal): Promise<void>;
}

/** Tells compliance which facts its service has recorded, as soon as it has. */
export function tellNotices(told: ToldNotices, key: Uint8Array): SignedTeller<NoticeQuestion> {
  async function answerTo({ after, waitMs }: NoticeQuestion, over: AbortSignal): Promise<NoticeAnswer> {
    // Listened for first: what is recorded while it reads is heard too.
    const changed = told.changed(waitMs, over);
    const now = await told.read(after);
    if (now.head !== after) return now;
    await changed;
    return told.read(after);
  }
  const textFor = async (question: NoticeQuestion, over: AbortSignal): Promise<string> =>
    JSON.stringify(await answerTo(question, over));
  return new SignedTeller({ of: NOTICES, key, shape: noticeQuestionShape, textFor });
}
