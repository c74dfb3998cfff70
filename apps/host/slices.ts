import { commons } from '@maillage/commons';
import { logSlice, type Slice } from '@maillage/engine';
import { evidence } from '@maillage/evidence';

/**
 * Every sub-domain there is, each before those that build on it: a new one is a folder under libs/slices/ and a line here.
 * What is built from all of them follows, and so does the rule that none imports a later one (.dependency-cruiser.cjs).
 */
const modules = await Promise.all([
  import('../../libs/slices/directory/slice.js'),
  import('../../libs/slices/missions/slice.js'),
  import('../../libs/slices/accountability/slice.js'),
  import('../../libs/slices/openness/slice.js'),
]);

const subDomains: readonly Slice[] = [
  logSlice,
  evidence,
  ...modules.flatMap((each): readonly Slice[] => Object.values(each)),
];

export const slices: readonly Slice[] = [...subDomains, commons(subDomains)];
