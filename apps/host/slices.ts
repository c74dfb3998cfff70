import { accountability } from '@maillage/accountability';
import { directory } from '@maillage/directory';
import { logSlice, type Slice } from '@maillage/engine';
import { evidence } from '@maillage/evidence';
import { missionsSlice } from '@maillage/missions';
import { openness } from '@maillage/openness';

/** Every sub-domain there is. A new one is a folder under libs/slices/ and a line here. */
export const slices: readonly Slice[] = [logSlice, evidence, directory, missionsSlice, openness, accountability];
