/** Who asks, for what, and with which document, in the address: a link shows what its sender saw, once the reader sends it. */

page.readAddress = () => {
  const words = new URLSearchParams(location.hash.slice(1));
  return { as: words.get('as'), purpose: words.get('for'), document: words.get('document') };
};

page.writeAddress = ({ as, purpose, document: name }) => {
  const words = new URLSearchParams({ as, for: purpose, ...(name ? { document: name } : {}) });
  history.replaceState(null, '', `#${words}`);
};
