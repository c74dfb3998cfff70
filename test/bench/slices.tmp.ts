import { accountability } from '@maillage/accountability';
import { directory } from '@maillage/directory';
import { missionsSlice } from '@maillage/missions';
export const slices = [directory, missionsSlice, accountability];
