/** What nodemailer tells of a mail that was not taken. */
export interface SmtpError {
  readonly code?: unknown;
  readonly command?: unknown;
  readonly responseCode?: unknown;
  /** As the server said it, with whom it was for. */
  readonly response?: unknown;
}

/** RFC 2034: what a server says more exactly, behind its three digits. */
const ENHANCED = /^5\d\d[ -](\d\.\d{1,3}\.\d{1,3})\b/;
/**
 * RFC 3463, and RFC 7505 for the last but one: no such mailbox, host or name, moved away, no mail taken for the domain, closed. Not the
 * rest of 5.1: what is of the sender, of no class (5.1.0), ambiguous, or of a relay on the way.
 */
const NO_MAILBOX: ReadonlySet<string> = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1']);
/** RFC 5321: not there, elsewhere, or not allowed as a name; and, with many servers, whatever they do not like about us. */
const REFUSED_RECIPIENTS: ReadonlySet<unknown> = new Set([550, 551, 553]);
const OF_RECIPIENT =
  /\b(?:no such|unknown|invalid|non-?existent) (?:user|mailbox|recipient|account|address)\b|\b(?:user|mailbox|recipient|account|address) (?:is )?(?:unknown|not found|does ?n[o’']t exist)|\bunrouteable address\b|\bno mailbox here\b/i;
/** Of whoever sends, or of what a server lets through: then the rest may be said of anybody. */
const OF_POLICY =
  /\b(?:relay\w*|polic(?:y|ies)|spam\w*|block\w*|(?:black|deny|grey)-?list\w*|reputation|denied|allowed|permitted|authenticat\w+|senders?|spf|dkim|dmarc|dns\w*|rbl)\b/i;
const ADDRESSES = /<?[^\s<>]+@[^\s<>]+>?/g;

/** Whether it was this mail that was not taken: not who sends it, which is refused for all mails alike, nor the server itself. */
export function isOfMail({ code, command }: SmtpError): boolean {
  return code === 'EMESSAGE' || (code === 'EENVELOPE' && command !== 'MAIL FROM');
}

/**
 * Whether the server said for good that the mailbox is none, and not merely that it takes no mail of ours, or not now. By an
 * enhanced code, as it is given the address or has read the mail; without one only as it is given the address, in words that are of
 * a mailbox and of nothing else: a relay that refuses us would otherwise silence everybody.
 */
export function saysNoMailbox({ code, command, responseCode, response }: SmtpError): boolean {
  const isAtRecipient = command === 'RCPT TO';
  if ((!isAtRecipient && code !== 'EMESSAGE') || typeof response !== 'string') return false;
  const [, enhanced] = ENHANCED.exec(response) ?? [];
  if (enhanced !== undefined) return NO_MAILBOX.has(enhanced);
  return isAtRecipient && REFUSED_RECIPIENTS.has(responseCode) && isOfMailbox(response);
}

function isOfMailbox(response: string): boolean {
  const words = response.replace(ADDRESSES, 'address');
  return OF_RECIPIENT.test(words) && !OF_POLICY.test(words);
}
