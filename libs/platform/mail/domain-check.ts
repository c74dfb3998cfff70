/** What is looked at: who may send for a domain, by which key mails are signed, what becomes of others, and the server itself. */
type MailCheck = 'SPF' | 'DKIM' | 'DMARC' | 'SMTP';

/** `FAILS` where mails of ours are likely to be refused, or anybody's taken for ours. */
export interface MailFinding {
  readonly check: MailCheck;
  readonly outcome: 'PASSES' | 'WARNS' | 'FAILS' | 'SKIPPED';
  /** In a sentence. */
  readonly said: string;
}

/** As of `node:dns/promises`. */
export interface TxtResolver {
  resolveTxt(name: string): Promise<string[][]>;
}

type Judged = Omit<MailFinding, 'check'>;

const passes = (said: string): Judged => ({ outcome: 'PASSES', said });
const warns = (said: string): Judged => ({ outcome: 'WARNS', said });
const fails = (said: string): Judged => ({ outcome: 'FAILS', said });

/** Who may send for the domain (RFC 7208). Whether that names our mail server is for whoever runs that to say. */
export async function checkSpf(resolver: TxtResolver, domain: string): Promise<MailFinding> {
  return { check: 'SPF', ...(await judged(resolver, domain, /^v=spf1(?: |$)/i, judgeSpf)) };
}

function judgeSpf(records: readonly string[], domain: string): Judged {
  const [record] = records;
  if (record === undefined) return fails(`${domain} does not say who may send for it; add a TXT record with v=spf1.`);
  if (records.length > 1)
    return fails(`${domain} has ${records.length} records with v=spf1: receivers take none of them.`);
  const all = / ([-~?+]?)all\b/i.exec(record)?.[1];
  if (all === undefined && !/ redirect=/i.test(record)) return warns(`It ends without a word on all others: ${record}`);
  if (all === '' || all === '+') return fails(`It lets anybody send for ${domain}: ${record}`);
  return all === '?' ? warns(`It says nothing against others: ${record}`) : passes(record);
}

/** By which key mails are signed (RFC 6376). @param selector its name, as whoever runs the mail server gives it. */
export async function checkDkim(
  resolver: TxtResolver,
  domain: string,
  selector: string | undefined,
): Promise<MailFinding> {
  if (selector === undefined) {
    const said = 'Not looked at: give the selector of the mail server’s key by --selector or DKIM_SELECTOR.';
    return { check: 'DKIM', outcome: 'SKIPPED', said };
  }
  return {
    check: 'DKIM',
    ...(await judged(resolver, `${selector}._domainkey.${domain}`, /(?:^|;)\s*p\s*=/, judgeDkim)),
  };
}

function judgeDkim(records: readonly string[], name: string): Judged {
  const [record] = records;
  if (record === undefined)
    return fails(`There is no key at ${name}: mails that are signed with it count as unsigned.`);
  if (records.length > 1)
    return fails(`There are ${records.length} keys at ${name}: which one counts is anybody’s guess.`);
  return tagOf(record, 'p') === '' ? fails(`The key at ${name} was revoked.`) : passes(`There is a key at ${name}.`);
}

/** What receivers do with mails that only claim to be from the domain (RFC 7489), by its own word or else that of one above it. */
export async function checkDmarc(resolver: TxtResolver, domain: string): Promise<MailFinding> {
  const labels = domain.split('.');
  for (let from = 0; from <= labels.length - 2; from += 1) {
    const name = `_dmarc.${labels.slice(from).join('.')}`;
    const found = await judged(resolver, name, /^v=DMARC1\s*(?:;|$)/, (records) => judgeDmarc(records, name, from > 0));
    if (found !== NONE) return { check: 'DMARC', ...found };
  }
  const said = `${domain} does not say what becomes of mails that only claim to be from it; add a TXT record at _dmarc.${domain}.`;
  return { check: 'DMARC', outcome: 'FAILS', said };
}

const NONE = fails('');

function judgeDmarc(records: readonly string[], name: string, isAbove: boolean): Judged {
  const [record] = records;
  if (record === undefined) return NONE;
  if (records.length > 1)
    return fails(`${name} has ${records.length} records with v=DMARC1: receivers take none of them.`);
  const policy = (isAbove ? tagOf(record, 'sp') : undefined) ?? tagOf(record, 'p');
  if (policy === 'quarantine' || policy === 'reject') return passes(`${name}: ${record}`);
  return policy === 'none'
    ? warns(`${name} has receivers do nothing but report: ${record}`)
    : fails(`${name} has no policy that receivers know: ${record}`);
}

function tagOf(record: string, tag: string): string | undefined {
  const tags = record.split(';').map((each) => each.trim().split(/\s*=\s*/, 2));
  return tags.find(([name]) => name === tag)?.[1]?.trim();
}

/** @param judge is told those records at the name that are of the kind. */
async function judged(
  resolver: TxtResolver,
  name: string,
  kind: RegExp,
  judge: (records: readonly string[], name: string) => Judged,
): Promise<Judged> {
  try {
    const texts = (await resolver.resolveTxt(name)).map((pieces) => pieces.join(''));
    return judge(
      texts.filter((text) => kind.test(text)),
      name,
    );
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    if (code === 'ENOTFOUND' || code === 'ENODATA') return judge([], name);
    return fails(`The names’ server does not answer for ${name} (${String(code)}).`);
  }
}
