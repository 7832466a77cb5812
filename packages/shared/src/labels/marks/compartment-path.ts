import { CONTROL_SYSTEMS, unpublishedSystem } from './tables/control-systems.js';
import { isRecipient } from './tables/recipients.js';

const PROGRAMME = /^(?:[A-Z0-9]{2,3}|[A-Z]{4,}(?:_[A-Z]{2,}){0,3})$/;
const BELOW = /^[A-Z0-9]{1,6}$/;

/** Whether a compartment of a label is one that a mark of the register can say. */
export function isCompartmentPath(path: string): boolean {
  const [head = '', ...below] = path.split('-');
  return head === 'SAR' ? isProgramme(below) : isSystem(head, below);
}

function isProgramme([programme = '', ...below]: readonly string[]): boolean {
  return PROGRAMME.test(programme) && below.length <= 2 && below.every((word) => BELOW.test(word));
}

function isSystem(name: string, [compartment, sub, ...more]: readonly string[]): boolean {
  const system = CONTROL_SYSTEMS.find((each) => each.name === name) ?? unpublishedSystem(name, isRecipient);
  if (system === null || more.length > 0) return false;
  if (compartment === undefined) return !system.needsCompartment;
  if (!system.compartment.test(compartment)) return false;
  return sub === undefined || system.subCompartment(compartment)?.test(sub) === true;
}
