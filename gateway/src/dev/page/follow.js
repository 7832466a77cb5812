/** Events of a subscription as they come over server-sent events (HTML, section 9.2), one answer after the other. */

const fieldsOf = (block) =>
  block.split('\n').flatMap((line) => {
    const at = line.indexOf(':');
    // A line that begins with a colon says that the stream is there, and nothing else.
    return at > 0 ? [[line.slice(0, at), line.slice(at + 1).trimStart()]] : [];
  });

page.eventsOf = async function* eventsOf(body) {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of body) {
    text += decoder.decode(bytes, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop();
    for (const block of blocks) {
      const fields = Object.fromEntries(fieldsOf(block));
      if (fields.event === 'complete') return;
      if (fields.event === 'next') yield JSON.parse(fields.data);
    }
  }
};

/** Whether the operation that is to be run is a subscription. */
page.isSubscription = ({ operationName }, documentAST) =>
  (documentAST?.definitions ?? []).some(
    ({ operation, name }) => operation === 'subscription' && (!operationName || name?.value === operationName),
  );
