import { actingHeaders } from './acting-for.js';
import { saidIn } from './answer.js';
import type { Said } from '../i18n/refusal-text.js';

/** A file as the ledger keeps it: by the hash of its content. */
export interface UploadedFile {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  /** Whether place, device or names were taken out of a picture before it was kept. */
  readonly metadataRemoved?: boolean;
}

export type Upload = { readonly file: UploadedFile } | Said | 'lost' | 'signedOut';

/**
 * What the server takes, for the file chooser; it looks at the content itself. Pictures by their types, for which phones offer
 * their camera as well, and by their endings, as not every machine knows all of the types.
 */
export const ACCEPTED =
  'image/jpeg,image/png,image/webp,image/heic,image/heif,.pdf,.png,.jpg,.jpeg,.webp,.heic,.heif,.csv,.txt,.ods,.odt,.xlsx,.docx';
export const LARGEST_FILE = 10 * 1024 * 1024;

export async function upload(file: File): Promise<Upload> {
  const body = new FormData();
  body.append('file', file);
  try {
    const answer = await fetch('/evidence', { method: 'POST', headers: actingHeaders(), body });
    if (answer.status === 401) return 'signedOut';
    const content: unknown = await answer.json();
    return answer.ok ? { file: content as UploadedFile } : saidIn(content, answer.status);
  } catch {
    return 'lost';
  }
}
