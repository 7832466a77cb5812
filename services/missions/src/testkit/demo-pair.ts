import { type RunningMissions, runMissions } from './running-missions.js';
import { smallRegister } from './small-register.js';

export const NOW = Date.parse('2026-09-21T12:00:00Z');
export const EMBASSY = 'Q875787';
export const CONSULATE = 'Q470042';

const factOf = (m: string, regime: 'VCDR' | 'VCCR') => ({
  m,
  sending: 'USA',
  receiving: 'DEU',
  regime,
  legalStatus: 'ESTABLISHED' as const,
  protectingPower: null,
  from: '2022-11-16',
  until: null,
});

/** The service over the embassy and the consulate general of the demonstration alone, under the law. */
export async function runDemoPair(): Promise<RunningMissions> {
  using register = smallRegister([EMBASSY, CONSULATE]);
  const facts = [factOf(EMBASSY, 'VCDR'), factOf(CONSULATE, 'VCCR')];
  return await runMissions({ clock: () => NOW, dataFolder: register.folder, facts });
}
