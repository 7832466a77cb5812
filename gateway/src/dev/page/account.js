/** Beside the answer: what the law made of it. */

const account = document.getElementById('account');

/** Text goes in as text, never as markup: answers hold what others have written. */
function element(name, { text, kind } = {}, ...children) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (kind !== undefined) made.className = kind;
  made.append(...children);
  return made;
}
page.element = element;

const section = (title, ...children) => [element('h2', { text: title }), ...children];
const quiet = (text) => element('p', { text, kind: 'quiet' });

page.showAccount = (answer, { as, purpose }, curl) => {
  const { errors = [], extensions = {} } = answer;
  const { banner, withheld = [], obligations = [], audit } = extensions;
  page.showBanner(banner);
  account.replaceChildren(
    ...section('Answered for', element('p', {}, element('code', { text: as })), quiet(purpose), copyButton(curl)),
    ...section(
      `Withheld (${withheld.length})`,
      ...(withheld.length
        ? byRule(withheld).map((group) => withheldGroup(group, answer))
        : [quiet('Nothing that may be named.')]),
    ),
    ...(errors.length ? section(`Errors (${errors.length})`, ...errors.map(errorItem)) : []),
    ...(obligations.length ? section(`Obligations (${obligations.length})`, ...obligations.map(obligationItem)) : []),
    ...section(
      'Recorded before it left',
      audit ? element('p', {}, element('code', { text: audit.receipt })) : quiet('No receipt.'),
    ),
  );
};

/** Withheld items with the same code and citations stand under one heading. */
function byRule(withheld) {
  const groups = new Map();
  for (const item of withheld) {
    const key = JSON.stringify([item.code, item.citations]);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

function withheldGroup(items, answer) {
  const [{ code, citations, liftedBy }] = items;
  return element(
    'div',
    { kind: 'item' },
    element('p', { text: code, kind: 'chip' }),
    ...citations.map(citationLine),
    ...(liftedBy.length ? [quiet(`lifted by ${liftedBy.join(', ')}`)] : []),
    ...items.map((item) => placesOf(item, answer)),
  );
}

function citationLine({ rule, instrument, article }) {
  const { title } = page.options.rules[rule] ?? {};
  return element(
    'p',
    {},
    element('strong', { text: title ?? `${instrument}, ${article}` }),
    element('br'),
    element('span', { text: title ? `${instrument}, article ${article} (${rule})` : rule, kind: 'quiet' }),
  );
}

function placesOf({ coordinate, count, paths }, answer) {
  const places = paths.map((path) => {
    const button = element('button', { text: path.join('.'), kind: 'place' });
    button.type = 'button';
    button.addEventListener('click', () => page.pointAt(answer, path));
    return element('li', {}, button);
  });
  return element(
    'details',
    {},
    element('summary', {}, element('code', { text: coordinate }), ` ${count === 1 ? '1 place' : `${count} places`}`),
    element('ul', {}, ...places),
  );
}

function errorItem({ message, path, extensions }) {
  return element(
    'div',
    { kind: 'item error' },
    element('p', { text: extensions?.code, kind: 'chip' }),
    element('p', { text: message }),
    element('code', { text: path?.join('.') ?? 'the request as a whole' }),
  );
}

function obligationItem({ kind, dueAt, by, rule, coordinate }) {
  const who = by ? `${by}: ` : '';
  const why = [rule, coordinate].filter(Boolean).join(', ');
  return element('p', { text: `${who}${kind} until ${dueAt}` }, ...(why ? [quiet(why)] : []));
}

function copyButton(curl) {
  const button = element('button', { text: 'Copy as curl' });
  button.type = 'button';
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(curl);
    button.textContent = 'Copied';
  });
  return button;
}
