import { z } from 'zod';

/** Said in one paragraph: names, addresses, numbers. */
const paragraph = z.string().min(1).max(2_000).optional();

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** What the pages of a public service have to say of whoever runs it. */
export const publicationVariables = {
  PUBLISHER: paragraph,
  PUBLICATION_DIRECTOR: paragraph,
  HOSTING_PROVIDER: paragraph,
  DATA_CONTROLLER: paragraph,
  CONTACT: z
    .string()
    .refine((text) => z.email().safeParse(text).success || z.url({ protocol: /^https?$/ }).safeParse(text).success, {
      error: 'is neither an e-mail address nor an http(s) address',
    })
    .optional(),
  BACKUP_DAYS: z.coerce.number().int().min(0).max(36_500).optional(),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, { error: 'is no time zone by its IANA name, as in Europe/Paris' })
    .optional(),
  ACCESSIBILITY_AUDITED_ON: z.iso.date({ error: 'is not a day, as in 2027-01-31' }).optional(),
  ACCESSIBILITY_AUDITOR: paragraph,
  ACCESSIBILITY_RATE: z.coerce.number().min(0).max(100).optional(),
  ACCESSIBILITY_REPORT: z.url({ protocol: /^https?$/ }).optional(),
  NOTICES_DIR: z.string().min(1).optional(),
};

type Variables = z.output<z.ZodObject<typeof publicationVariables>>;

export interface AccessibilityAudit {
  /** A day. */
  readonly on: string;
  readonly auditor: string;
  /** Of the criteria of RGAA 4.1 that apply, how many in a hundred are met. */
  readonly rate: number;
  /** Where its report is. */
  readonly report: string | undefined;
}

/** Who answers for this server, and what else its pages have to say of it; `undefined` is what nobody has said. */
export interface PublicationConfig {
  readonly publisher: string | undefined;
  readonly director: string | undefined;
  readonly hostingProvider: string | undefined;
  readonly dataController: string | undefined;
  /** An e-mail address, or where a form is. */
  readonly contact: string | undefined;
  /** How long backups are kept, so that what was erased is in none of them any more. */
  readonly backupDays: number | undefined;
  /** In which pages tell the time of day, by its IANA name; else each reader’s own. */
  readonly timeZone: string | undefined;
  readonly audit: AccessibilityAudit | undefined;
  /** A folder with texts of the operator's own, `<page>.<language>.txt`. */
  readonly noticesDir: string | undefined;
}

export function publicationOf(e: Variables): PublicationConfig {
  const { ACCESSIBILITY_AUDITED_ON: on, ACCESSIBILITY_AUDITOR: auditor, ACCESSIBILITY_RATE: rate } = e;
  const whole = on !== undefined && auditor !== undefined && rate !== undefined;
  return {
    publisher: e.PUBLISHER,
    director: e.PUBLICATION_DIRECTOR,
    hostingProvider: e.HOSTING_PROVIDER,
    dataController: e.DATA_CONTROLLER,
    contact: e.CONTACT,
    backupDays: e.BACKUP_DAYS,
    timeZone: e.TIME_ZONE,
    audit: whole ? { on, auditor, rate, report: e.ACCESSIBILITY_REPORT } : undefined,
    noticesDir: e.NOTICES_DIR,
  };
}

/** An audit is of a day, by somebody, with a result: half of one is none, and would be passed over in silence. */
export function publicationFaults(e: Variables): readonly string[] {
  const parts = ['ACCESSIBILITY_AUDITED_ON', 'ACCESSIBILITY_AUDITOR', 'ACCESSIBILITY_RATE'] as const;
  const missing = parts.filter((name) => e[name] === undefined);
  const isSaid = missing.length < parts.length || e.ACCESSIBILITY_REPORT !== undefined;
  if (!isSaid) return [];
  return missing.map((name) => `${name}: is missing; an audit is told whole: ${parts.join(', ')}`);
}
