/** The marking of an answer, in the colours that its system gives to each level. */

/** The gravest first; each is the beginning of a mark, without what says whose it is. */
const COLOURS = [
  ['top', /^(COSMIC )?(TOP SECRET|TR[EÈ]S SECRET|STRENG GEHEIM)/],
  ['secret', /^(SECRET|GEHEIM|STRICTLY CONFIDENTIAL)/],
  ['confidential', /^(CONFIDENTIAL|CONFIDENTIEL|VS-VERTRAULICH)/],
  ['restricted', /^(RESTRICTED|RESTREINT|VS-N[Ff]D|VS-NUR|OFFICIAL-SENSITIVE|DIFFUSION RESTREINTE)/],
  ['controlled', /^(CUI|CONTROLLED)/],
  ['tlp-red', /^TLP:RED/],
  ['tlp-amber', /^TLP:AMBER/],
  ['tlp-green', /^TLP:GREEN/],
  ['tlp-clear', /^TLP:CLEAR/],
  ['unclassified', /^(UNCLASSIFIED|OFFICIAL\b)/],
];

const OWNER = /^(\/\/(JOINT|[A-Z]{3,4}) |NATO |UK |UN )/;

/** Marks of several owners stand side by side, and each is to be obeyed: the gravest gives the colour. */
function colourOf(text) {
  const marks = text.split(' | ').map((mark) => mark.replace(OWNER, ''));
  return COLOURS.find(([, words]) => marks.some((mark) => words.test(mark)))?.[0] ?? 'unmarked';
}

const EXERCISE = /^EXERCISE\/\//;

page.showBanner = (banner) => {
  const strip = document.getElementById('banner');
  const text = banner?.text ?? '';
  strip.className = `banner ${colourOf(text.replace(EXERCISE, ''))}${banner?.exercise ? ' exercise' : ''}`;
  strip.replaceChildren();
  // A long marking breaks after its slashes and between owners, never inside a word.
  for (const part of text.split(/(?<=\/)(?!\/)/)) strip.append(part, document.createElement('wbr'));
};
