/** The marking of an answer, in the colours that its system gives to each level. */

/** First that fits; the words are those of the banner, without what stands before them. */
const COLOURS = [
  ['top', /^(\/\/\w{3} )?(TOP SECRET|COSMIC TOP SECRET|TR[EÈ]S SECRET|STRENG GEHEIM|\/\/JOINT TOP SECRET)/],
  ['secret', /^(\/\/\w{3} |\/\/JOINT )?(NATO |UK )?(SECRET|GEHEIM)/],
  ['confidential', /^(\/\/\w{3} |\/\/JOINT )?(NATO |UN )?(CONFIDENTIAL|CONFIDENTIEL|VS-VERTRAULICH)/],
  ['restricted', /^(\/\/\w{3} )?(NATO )?(RESTRICTED|RESTREINT|VS-NFD|OFFICIAL-SENSITIVE|DIFFUSION RESTREINTE)/],
  ['controlled', /^(CUI|CONTROLLED)/],
  ['tlp-red', /^TLP:RED/],
  ['tlp-amber', /^TLP:AMBER/],
  ['tlp-green', /^TLP:GREEN/],
  ['tlp-clear', /^TLP:CLEAR/],
  ['unclassified', /^(NATO )?(UNCLASSIFIED|OFFICIAL\b)/],
];

const EXERCISE = /^EXERCISE\/\//;

page.showBanner = (banner) => {
  const strip = document.getElementById('banner');
  const text = banner?.text ?? '';
  const marked = text.replace(EXERCISE, '');
  const level = COLOURS.find(([, words]) => words.test(marked))?.[0] ?? 'unmarked';
  strip.className = `banner ${level}${banner?.exercise ? ' exercise' : ''}`;
  strip.replaceChildren();
  // A long marking breaks after its slashes, never inside a word.
  for (const part of text.split(/(?<=\/)(?!\/)/)) strip.append(part, document.createElement('wbr'));
};
