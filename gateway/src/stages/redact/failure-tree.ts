import type { Failure, FailureNode } from '../execute/fetched.js';

/** The failure at this place, or the first one below it: values below a null are not visible, their failures end here. */
export function firstFailure(node: FailureNode | null): Failure | null {
  if (node === null) return null;
  if (node.code !== null) return { code: node.code, message: node.message, ...detailsOf(node) };
  for (const child of node.children.values()) {
    const failure = firstFailure(child);
    if (failure !== null) return failure;
  }
  return null;
}

const detailsOf = ({ argument, rules }: FailureNode): Pick<Failure, 'argument' | 'rules'> => ({
  ...(argument === undefined ? {} : { argument }),
  ...(rules === undefined ? {} : { rules }),
});

/** The failures below one field. */
export const failuresOfField = (node: FailureNode | null, canonicalKey: string): FailureNode | null =>
  node?.children.get(canonicalKey) ?? null;

/** The failures below one list item: its own, and those of a fetch that failed for every item alike. */
export function failuresOfItem(node: FailureNode | null, index: number): FailureNode | null {
  if (node === null) return null;
  const own = node.children.get(index) ?? null;
  const shared = [...node.children].filter(([key]) => typeof key === 'string');
  if (shared.length === 0) return own;
  if (own === null) return { code: null, message: null, children: new Map(shared) };
  return { ...own, children: new Map([...shared, ...own.children]) };
}
