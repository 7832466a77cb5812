import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asksOf } from '../labels/control-asks.js';
import { internLabel } from '../labels/intern.js';
import type { Label, Permissive } from '../labels/label.js';
import { isCompartmentPath } from '../labels/marks/compartment-path.js';
import { labelOfMarks } from '../labels/marks/label-of-mark.js';
import type { Mark } from '../labels/marks/mark.js';
import { parseMark } from '../labels/marks/parse-mark.js';
import { controlNamed } from '../labels/marks/tables/control-marks.js';
import { protectedRank } from '../labels/marks/tables/levels.js';
import { expandEyes, isCountry } from '../labels/marks/tables/recipients.js';
import { parseLabel } from '../labels/parse-handling.js';
import { NOW } from '../labels/testkit/arbitrary-labels.js';
import type { Subject } from '../subjects/subject.js';
import { bannerOf } from './banner.js';
import { assessDominance } from './dominance.js';
import { markedLabel, READERS, VIEWERS } from './testkit/arbitrary-marked.js';

const RUNS = { numRuns: 1500 };
const viewer = fc.constantFrom(...VIEWERS);
const maker = fc.constantFrom(null, 'USA', 'GBR', 'CHANCERY');
const labels = fc.array(markedLabel, { minLength: 1, maxLength: 3 });

const textOf = (all: readonly Label[], who: Subject, by: string | null, exercise = false): string =>
  bannerOf(
    all.map((label) => ({ label, maker: by })),
    who,
    exercise,
  ).text;

/** Failures of a reader that a mark speaks of. */
function isAdmitted(reader: Subject, label: Label): boolean {
  const { failures } = assessDominance({ subject: reader, purpose: 'TRANSIT', caseId: null }, label, NOW);
  return !failures.has('RELEASE') && !failures.has('NATIONALITY') && !failures.has('COMPARTMENT');
}

const isReadable = (who: Subject, label: Label): boolean => isAdmitted(who, label);

/** Owners of a label, and the members of those that are organisations: nobody keeps it from them. */
function isOwner({ represents, groups }: Subject, { ranks, compartments }: Label, by: string | null): boolean {
  const ofControls = [...compartments].some((word) => word.startsWith('CUI')) ? ['USA'] : [];
  return [...ofControls, ...ranks.keys(), ...(by === null ? [] : [by])].some(
    (owner) => owner === represents || groups.includes(owner),
  );
}

describe('the law of the banner', () => {
  it('every banner is a mark that the parser reads, for an exercise too', () => {
    fc.assert(
      fc.property(labels, viewer, maker, fc.boolean(), (all, who, by, exercise) => {
        const text = textOf(all, who, by, exercise);
        expect(parseMark(text).isExercise).toBe(exercise);
      }),
      RUNS,
    );
  });

  it('no mark says what the register forbids beside it', () => {
    fc.assert(
      fc.property(labels, viewer, maker, (all, who, by) => {
        for (const mark of textOf(all, who, by).split(' | ')) {
          if (/NOFORN|\bNF\b/.test(mark))
            expect(mark).not.toMatch(/REL TO|RELIDO|DISPLAY ONLY|EYES ONLY|RELEASABLE TO/);
          expect(mark).not.toMatch(/REL TO USA(?:$|\/)/);
          expect(mark).not.toMatch(/DISSEM-|NONIC-|AEA-|ZZZ|XYZ SECRET|UMBRA/);
          const [, list] = /REL TO ([A-Z, ]+)/.exec(mark) ?? [];
          if (list === undefined) continue;
          const [first, ...rest] = list.split(', ');
          const place = (code: string): string => `${isCountry(code) ? 1 : 2}${code}`;
          expect(first).toBe('USA');
          expect(rest.map(place)).toEqual([...rest.map(place)].sort());
        }
      }),
      RUNS,
    );
  });

  it('whoever may read what the banner says may read every value under it', () => {
    let reached = 0;
    fc.assert(
      fc.property(labels, viewer, maker, (all, who, by) => {
        const returned = all.filter((label) => isReadable(who, label) && isSayable(label, who));
        if (returned.length === 0) return;
        const text = textOf(returned, who, by);
        const banner = parseLabel(labelOfMarks(parseMark(text).marks));
        for (const reader of READERS) {
          if (!isAdmitted(reader, banner)) continue;
          for (const label of returned) {
            reached += 1;
            if (!isAdmitted(reader, label) && !isOwner(reader, label, by)) {
              throw new Error(`${reader.represents} may read ${text} and not ${label.text} (viewer ${who.represents})`);
            }
          }
        }
      }),
      RUNS,
    );
    expect(reached).toBeGreaterThan(1000);
  });

  it('is at least as high as every value under it', () => {
    fc.assert(
      fc.property(labels, viewer, maker, (all, who, by) => {
        const { marks } = parseMark(textOf(all, who, by));
        const highest = Math.max(...marks.map(({ rank }) => protectedRank(rank)));
        for (const { ranks } of all) {
          for (const rank of ranks.values())
            expect(highest).toBeGreaterThanOrEqual(protectedRank(rank) === 2 && rank === 1 ? 1 : rank);
        }
      }),
      RUNS,
    );
  });

  it('names to a partner no recipient, source or owner but the owners of what it got, and itself', () => {
    fc.assert(
      fc.property(labels, viewer, (all, who) => {
        // What nobody ranked is taken to be of the United States where they may read it.
        const owners = new Set(all.flatMap(ownersOf));
        const own = new Set([...owners, 'USA', who.represents, ...who.groups]);
        for (const mark of parseMark(textOf(all, who, null)).marks) {
          if (mark.owners.some((owner) => owner === who.represents || who.groups.includes(owner))) continue;
          expect([...namedBy(mark)].filter((code) => !own.has(code))).toEqual([]);
          if (!owners.has('USA') && who.represents !== 'USA') expect(mark.relTo ?? []).not.toContain('USA');
        }
      }),
      RUNS,
    );
  });

  it('is the same for two worlds that differ in who else is served', () => {
    const strangers = fc.subarray(['NZL', 'URY', 'JPN', 'UNCK'], { minLength: 1 });
    let compared = 0;
    fc.assert(
      fc.property(labels, viewer, strangers, (all, who, more) => {
        const isPartners = all.every((label) => !isOwner(who, label, null) && label.ranks.size > 0);
        if (!isPartners || more.includes(who.represents)) return;
        compared += 1;
        const widened = all.map((label) => internLabel({ ...label, ...widenedBy(label, more) }));
        expect(textOf(widened, who, null)).toBe(textOf(all, who, null));
      }),
      RUNS,
    );
    expect(compared).toBeGreaterThan(200);
  });

  it('shows whoever marked it the whole list that is common', () => {
    const states = ['AUS', 'CAN', 'DEU', 'FRA', 'GBR', 'NZL', 'NATO', 'FVEY'];
    const lists = fc.array(fc.subarray(states, { minLength: 1 }), { minLength: 1, maxLength: 3 });
    const american = VIEWERS.filter(({ represents }) => represents === 'USA');
    fc.assert(
      fc.property(lists, fc.constantFrom(...american), (some, who) => {
        const all = some.map((list) => parseLabel(`l=USA:3;rel=${[...list, 'USA'].sort().join('+')};nat=*;pur=*`));
        const expanded = some.map((list) => expandEyes(list));
        const common = new Set([...(expanded[0] ?? [])].filter((entry) => expanded.every((list) => list.has(entry))));
        const [mark] = parseMark(textOf(all, who, null)).marks;
        common.delete('USA');
        if (common.size === 0) expect(mark.controls).toContain('NOFORN');
        else expect(expandEyes(mark.relTo ?? [])).toEqual(new Set([...common, 'USA']));
      }),
    );
  });
});

function ownersOf({ ranks, compartments }: Label): string[] {
  const policies = [...ranks.keys()].filter((policy) => policy !== 'XYZ');
  const isTheirs = policies.length === 0 || [...compartments].some((word) => word.startsWith('CUI'));
  return isTheirs ? [...policies, 'USA'] : policies;
}

/** Labels of which a mark can say every condition: read-ins by words of a register, owners that have marks. */
function isSayable(label: Label, { represents }: Subject): boolean {
  const { compartments, ranks, foreignSources } = label;
  // The United Nations have no level 4 to protect another's at.
  if (represents === 'UN' && [...ranks.values()].includes(4)) return false;
  const isNato = isMarkedByNato(label) || (foreignSources.has('NATO') && foreignSources.size === 1 && ranks.has('USA'));
  if (!isNato && ['ATOMAL', 'BALK', 'BOHEMIA'].some((addition) => compartments.has(addition))) return false;
  // The United States mark these NOFORN, and no other State has them.
  const isAmerican = ranks.size === 0 || ranks.has('USA');
  if (!isAmerican && [...compartments].some((word) => /^(?:HCS|TK-|F?RD|EXDIS|NODIS)/.test(word))) return false;
  const readIns = [...compartments].filter((word) => asksOf(word) === 'READ_IN');
  const isKnown = readIns.every(
    (path) => path !== 'HCS' && (isCompartmentPath(path) || controlNamed(path) !== undefined),
  );
  return isKnown && !ranks.has('XYZ') && (readIns.length === 0 || bearsReadIns(label));
}

/** NATO marks what it may read itself. */
function isMarkedByNato({ ranks, releasableTo, nationals }: Label): boolean {
  return ranks.has('NATO') && nationals === 'ANY' && (releasableTo === 'ANY' || releasableTo.has('NATO'));
}

/** Of organisations NATO alone has read-ins on its marks; what nobody ranked is marked by whoever may read it. */
function bearsReadIns(label: Label): boolean {
  const { ranks, releasableTo, nationals } = label;
  if (ranks.size > 0) return isMarkedByNato(label) || [...ranks.keys()].some(isCountry);
  return [releasableTo, nationals].every((set) => set === 'ANY' || expandEyes(set).has('USA'));
}

function namedBy({ relTo, displayOnly, releasableTo, eyesOnly, sources, owners }: Mark): Set<string> {
  return new Set([relTo, displayOnly, releasableTo, eyesOnly, sources, owners].flatMap((list) => list ?? []));
}

function widenedBy(
  label: Label,
  more: readonly string[],
): { readonly releasableTo: Permissive; readonly displayOnly: Label['displayOnly'] } {
  const { releasableTo, displayOnly } = label;
  if (releasableTo === 'ANY') return { releasableTo, displayOnly };
  const wide = new Set([...releasableTo, ...more]);
  const left = [...(displayOnly ?? [])].filter((entry) => !wide.has(entry));
  return { releasableTo: wide, displayOnly: left.length === 0 ? null : new Set(left) };
}
