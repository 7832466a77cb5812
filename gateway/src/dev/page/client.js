/** Runs in the browser: GraphiQL, a switch between personas, and beside the answer an account of what the law made of it. */

const { React, ReactDOM, GraphiQL } = window;
/** @type {{ personas: { id: string, title: string, purposes: string[] }[], examples: { name: string, document: string }[] }} */
const options = JSON.parse(document.getElementById('options').textContent);

const TOKEN_REUSED_MS = 30 * 60_000;

const personaSelect = document.getElementById('persona');
const purposeSelect = document.getElementById('purpose');
const status = document.getElementById('status');
const account = document.getElementById('account');

/** @type {Map<string, { token: Promise<string>, askedAt: number }>} */
const tokens = new Map();

const asking = () => ({ as: personaSelect.value, purpose: purposeSelect.value });

function tokenOf(as) {
  const known = tokens.get(as);
  if (known && Date.now() - known.askedAt < TOKEN_REUSED_MS) return known.token;
  const token = mint(as);
  tokens.set(as, { token, askedAt: Date.now() });
  token.catch(() => tokens.delete(as));
  return token;
}

async function mint(as) {
  const response = await fetch('/dev/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.errors[0].message);
  return answer.token;
}

/** Asks as one persona; the headers typed into GraphiQL come last, so that they can name a case or a reason. */
const fetcherFor = ({ as, purpose }) =>
  async function ask(params, { headers } = {}) {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        accept: 'application/graphql-response+json',
        'content-type': 'application/json',
        authorization: `Bearer ${await tokenOf(as)}`,
        'chancery-purpose': purpose,
        ...headers,
      },
      body: JSON.stringify(params),
    });
    const answer = await response.json();
    if (params.operationName !== 'IntrospectionQuery') showAccount(answer, { as, purpose });
    return answer;
  };

/** Text goes in as text, never as markup: answers hold what others have written. */
function element(name, { text, kind } = {}, ...children) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (kind !== undefined) made.className = kind;
  made.append(...children);
  return made;
}

const section = (title, ...children) => [element('h2', { text: title }), ...children];
const quiet = (text) => element('p', { text, kind: 'quiet' });

function showAccount({ errors = [], extensions = {} }, { as, purpose }) {
  const { banner, withheld = [], obligations = [], audit } = extensions;
  const bannerText = banner?.text
    ? element('p', { text: banner.text, kind: banner.exercise ? 'banner exercise' : 'banner' })
    : quiet('none');
  account.replaceChildren(
    ...section('Answered for', element('p', {}, element('code', { text: as })), quiet(purpose)),
    ...section('Banner', bannerText),
    ...section(
      `Withheld (${withheld.length})`,
      ...(withheld.length ? withheld.map(withheldItem) : [quiet('nothing that may be named')]),
    ),
    ...(errors.length ? section(`Errors (${errors.length})`, ...errors.map(errorItem)) : []),
    ...(obligations.length ? section('Obligations', ...obligations.map(obligationItem)) : []),
    ...section(
      'Recorded before it left',
      audit ? element('p', {}, element('code', { text: audit.receipt })) : quiet('no receipt'),
    ),
  );
}

function withheldItem({ coordinate, code, citations, liftedBy, count, paths, pathsTruncated }) {
  const places = paths.map((path) => element('p', {}, element('code', { text: path.join('.') })));
  if (pathsTruncated) places.push(quiet('and more'));
  return element(
    'div',
    { kind: 'item' },
    element('header', {}, element('code', { text: coordinate }), element('span', { text: code, kind: 'chip' })),
    ...citations.map(({ rule, instrument, article }) =>
      element('p', { text: `${instrument}, ${article} ` }, element('span', { text: rule, kind: 'quiet' })),
    ),
    ...(liftedBy.length ? [quiet(`lifted by ${liftedBy.join(', ')}`)] : []),
    element('details', {}, element('summary', { text: count === 1 ? '1 place' : `${count} places` }), ...places),
  );
}

function errorItem({ message, path, extensions }) {
  return element(
    'div',
    { kind: 'item error' },
    element(
      'header',
      {},
      element('code', { text: path?.join('.') ?? 'request' }),
      element('span', { text: extensions?.code, kind: 'chip' }),
    ),
    element('p', { text: message }),
  );
}

const obligationItem = ({ kind, dueAt }) => element('p', { text: `${kind} by ${dueAt}` });

/** Forgets with the page: what one persona was shown must not wait in the browser for the next. */
function storageInMemory() {
  const items = new Map();
  return {
    get length() {
      return items.size;
    },
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => items.set(key, value),
    removeItem: (key) => items.delete(key),
    clear: () => items.clear(),
  };
}

const storage = storageInMemory();
const defaultTabs = options.examples.map(({ document: query }) => ({ query }));
const root = ReactDOM.createRoot(document.getElementById('graphiql'));

/** A new fetcher makes GraphiQL read the schema again: what a persona may know of it can differ. */
function render() {
  const fetcher = fetcherFor(asking());
  root.render(
    React.createElement(GraphiQL, { fetcher, storage, defaultTabs, forcedTheme: 'light', shouldPersistHeaders: false }),
  );
}

function fill(select, choices) {
  select.replaceChildren(...choices.map(({ value, text }) => Object.assign(element('option', { text }), { value })));
}

async function switchPersona() {
  const persona = options.personas.find(({ id }) => id === personaSelect.value);
  fill(
    purposeSelect,
    persona.purposes.map((value) => ({ value, text: value })),
  );
  status.textContent = persona.title;
  await switchPurpose();
}

/** Asks the same document again, so that the two answers can be compared. */
async function switchPurpose() {
  const answered = account.childElementCount > 1;
  render();
  try {
    await tokenOf(personaSelect.value);
  } catch (error) {
    status.textContent = error.message;
    return;
  }
  if (answered) document.querySelector('.graphiql-execute-button')?.click();
}

fill(
  personaSelect,
  options.personas.map(({ id }) => ({ value: id, text: id })),
);
personaSelect.addEventListener('change', switchPersona);
purposeSelect.addEventListener('change', switchPurpose);
switchPersona();
