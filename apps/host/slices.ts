import { accountability } from '@maillage/accountability';
import { commons } from '@maillage/commons';
import { directory } from '@maillage/directory';
import { logSlice, type Slice } from '@maillage/engine';
import { evidence } from '@maillage/evidence';
import { missionsSlice } from '@maillage/missions';
import { openness } from '@maillage/openness';

/**
 * Every sub-domain there is, each before those that build on it. A new one is a folder under libs/slices/ and its name
 * here; what is built from all of them follows.
 */
const subDomains: readonly Slice[] = [logSlice, evidence, directory, missionsSlice, accountability, openness];

export const slices: readonly Slice[] = [...subDomains, commons(subDomains)];
