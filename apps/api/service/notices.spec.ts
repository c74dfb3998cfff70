import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Notices } from './notices.js';

describe('The texts of an operator', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'maillage-notices-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are read by page and language, paragraph by paragraph', async () => {
    await writeFile(
      join(folder, 'privacy.fr.txt'),
      '\uFEFFUn délégué répond.\nÀ cette adresse.\r\n \r\nEt ceci.\n\n\n',
    );
    await writeFile(join(folder, '.hidden'), 'of a file system');
    const notices = await Notices.in(folder);
    expect(notices.of('PRIVACY', 'FR')).toEqual(['Un délégué répond.\nÀ cette adresse.', 'Et ceci.']);
    expect(notices.of('PRIVACY', 'EN')).toEqual([]);
    expect(notices.of('CONTACT', 'FR')).toEqual([]);
  });

  it('of a page that there is not are refused by name', async () => {
    await writeFile(join(folder, 'imprint.fr.txt'), 'x');
    await expect(Notices.in(folder)).rejects.toThrow(
      /^NOTICES_DIR: imprint\.fr\.txt is the text of no page; .*legal\.fr\.txt/,
    );
  });

  it('in a folder that is not there are refused', async () => {
    await expect(Notices.in(join(folder, 'none'))).rejects.toThrow(/^NOTICES_DIR: .*none cannot be read: ENOENT/);
  });
});
