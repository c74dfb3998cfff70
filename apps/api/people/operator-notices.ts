import type { OperatorNotice, OperatorNotices } from '@maillage/platform';
import type { NamedOrganisation } from './mails.js';
import { newsMail } from './news.mails.js';
import type { PeopleRoutesOptions } from './options.js';

/** That something waits for the operator, without a word of who asked; nothing where no mail is sent, or nobody operates the ledger. */
export function noticeToOperator(
  { outbox, publicUrl, registration: { operator } }: PeopleRoutesOptions,
  of: 'TO_REGISTER' | 'TO_RENAME' | 'MORE_WAITS',
  organisation?: NamedOrganisation,
): OperatorNotice | undefined {
  if (outbox === undefined || operator === undefined) return undefined;
  const link = `${publicUrl()}/operator`;
  return { operator, write: ({ address, language }) => newsMail(address, language, { of, organisation, link }) };
}

/** Mails operators of what came after they were told of something else, once their hour is over. */
export async function tellOperatorOfMore(options: PeopleRoutesOptions, notices: OperatorNotices): Promise<void> {
  const notice = noticeToOperator(options, 'MORE_WAITS');
  if (notice !== undefined && (await notices.tellOfMore(notice))) options.outbox?.wake();
}
