import { Link } from '@chancery/shared/subgraph/record/decorators';
import type { Category } from '@chancery/shared/vocabulary';
import { Incident } from './incident.js';

/** The link of a record to the incident that it is a part of; from there it is followed by `field`. */
export function OfIncident(field: string, is: Category, says: string): PropertyDecorator {
  return Link(() => Incident, {
    is,
    says: 'The incident.',
    filter: true,
    // That an incident has some is decided on each of them: an inverse connection reads the link of every candidate.
    inverse: { field, is: 'EXISTENCE', says },
  }) as PropertyDecorator;
}
