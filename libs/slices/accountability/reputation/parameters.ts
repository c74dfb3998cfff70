import type { Evidence } from '../commitment/events.js';
import type { Constants, Form } from '../parameters/events.js';

interface Shared extends Omit<Constants, 'volumeHalf'> {
  readonly evidence: Readonly<Record<Evidence, number>>;
}
export interface FirstForm extends Shared {
  readonly version: 1;
}
export interface SecondForm extends Shared {
  readonly version: 2;
  readonly volumeHalf: number;
}
export type Parameters = FirstForm | SecondForm;

/** @throws {Error} where the constants are not those of that form. */
export function parametersOf(version: Form, { volumeHalf, ...shared }: Constants): Parameters {
  if (version === 1 && volumeHalf === undefined) return { version, ...shared };
  if (version === 2 && volumeHalf !== undefined) return { version, ...shared, volumeHalf };
  throw new Error(`Version ${version} ${version === 1 ? 'has no' : 'needs a'} volumeHalf.`);
}

/** What was published with version 1, and holds for every moment before another was adopted. */
export const VERSION_1: FirstForm = {
  version: 1,
  priorWeight: 2,
  priorMean: 0.5,
  halfLifeDays: 365,
  anchorHalf: 2,
  calibrationWeight: 4,
  calibrationMean: 0.5,
  saturation: 2,
  factWeight: 2,
  praiseAbove: 0.5,
  evidence: { NONE: 0, DECLARED: 0.3, CORROBORATED: 0.6, VERIFIED: 1 },
  lowerDeviations: 1.645,
  leastGroups: 3,
  leastMass: 3,
};

export const VERSION_2: SecondForm = { ...VERSION_1, version: 2, saturation: 4, volumeHalf: 0.25 };
