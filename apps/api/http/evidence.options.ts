import type { EvidenceFiles, Logger } from '@maillage/platform';
import type { Doorkeeper } from './admission.js';
import type { PlaceLimits } from './log/places.js';

export const EVIDENCE_PATH = '/evidence';

export interface EvidenceOptions {
  readonly files: EvidenceFiles;
  readonly doorkeeper: Doorkeeper;
  readonly logger: Logger;
  /** Of a file that a record names privately: whether an organisation, or the public, may have it. */
  readonly mayHave: (sha256: string, organisationId: string | undefined) => Promise<boolean>;
  /** Bytes an organisation uploaded that no event refers to yet. */
  readonly unreferencedBytes: (organisationId: string) => Promise<number>;
  /** For downloads. */
  readonly places?: PlaceLimits;
}
