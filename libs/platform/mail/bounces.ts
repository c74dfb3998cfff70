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
/** RFC 3463: of addresses, but for 5.1.7 and 5.1.8, which are of the sender's; and of mailboxes that are closed. */
const NO_MAILBOX = /^5\.(1\.(?![78]$)\d+|2\.1)$/;
/** RFC 5321: not there, elsewhere, or not allowed as a name; the others are of the sender, of a full disk, or of a policy. */
const REFUSED_RECIPIENTS: ReadonlySet<unknown> = new Set([550, 551, 553]);

/** Whether it was this mail that was not taken: not who sends it, which is refused for all mails alike, nor the server itself. */
export function isOfMail({ code, command }: SmtpError): boolean {
  return code === 'EMESSAGE' || (code === 'EENVELOPE' && command !== 'MAIL FROM');
}

/** Whether the server said for good that the mailbox is none, and not merely that it takes no mail of ours, or not now. */
export function saysNoMailbox({ code, command, responseCode, response }: SmtpError): boolean {
  const isOfRecipient = command === 'RCPT TO';
  if (!isOfRecipient && code !== 'EMESSAGE') return false;
  const [, enhanced] = typeof response === 'string' ? (ENHANCED.exec(response) ?? []) : [];
  return enhanced === undefined ? isOfRecipient && REFUSED_RECIPIENTS.has(responseCode) : NO_MAILBOX.test(enhanced);
}
