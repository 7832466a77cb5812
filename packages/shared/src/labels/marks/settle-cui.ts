/**
 * Controlled unclassified information of several parts, less what another of its words says already. Federal employees are those whom
 * both of the wider limits admit; a category that is specified for one part is specified for the page (32 CFR 2002.20(b)).
 */
export function settleCui(names: Iterable<string>): Set<string> {
  const controls = new Set(names);
  if (controls.has('CUI-FEDCON') && controls.has('CUI-NOCON')) controls.add('CUI-FED-ONLY');
  if (controls.has('CUI-FED-ONLY')) for (const wider of ['CUI-FEDCON', 'CUI-NOCON']) controls.delete(wider);
  for (const name of [...controls]) if (name.startsWith('CUI-SP-')) controls.delete(name.replace('SP-', ''));
  return controls;
}
