import { z } from 'zod';

/** In characters. */
export const LONGEST_LINE = 100;

/** What somebody calls herself or something of hers: of one line, as it stands in mails. */
export const oneLine = z
  .string()
  .trim()
  .max(LONGEST_LINE)
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u);
