import { accountability } from '@maillage/accountability';
import { directory } from '@maillage/directory';
import type { Slice } from '@maillage/engine';
import { missionsSlice } from '@maillage/missions';

/** Every sub-domain there is. A new one is a folder under libs/ and a line here. */
export const slices: readonly Slice[] = [directory, missionsSlice, accountability];
