import { describe, expect, it } from '@jest/globals';
import { isOfMail, saysNoMailbox } from './bounces.js';

const said = (response: string) => ({ response, responseCode: Number(response.slice(0, 3)) });
const atRecipient = { code: 'EENVELOPE', command: 'RCPT TO' };
const atMessage = { code: 'EMESSAGE', command: 'DATA' };

describe('A mail server', () => {
  it.each([
    [atRecipient, '550 5.1.1 <marie@example.org>: User unknown'],
    [atRecipient, '550-5.1.1 The account does not exist'],
    [atRecipient, '550 5.1.2 No such host'],
    [atRecipient, '501 5.1.3 Bad recipient address syntax'],
    [atRecipient, '551 5.1.6 Mailbox has moved'],
    [atRecipient, '556 5.1.10 The domain takes no mail'],
    [atRecipient, '550 5.2.1 The account is disabled'],
    [atMessage, '550 5.1.1 User unknown'],
    [atMessage, '554 5.2.1 Mailbox disabled'],
    [atRecipient, '550 <marie@example.org>: User unknown'],
    [atRecipient, '550 No such user here'],
    [atRecipient, '550 Unrouteable address'],
    [atRecipient, '551 marie@example.org does not exist'],
    [atRecipient, '553 sorry, no mailbox here by that name'],
  ])('says by %j and %s that a mailbox is none', (where, response) => {
    expect(saysNoMailbox({ ...where, ...said(response) })).toBe(true);
  });

  it.each([
    [atRecipient, '450 4.1.1 Unknown for now'],
    [atRecipient, '550 5.7.1 Your address is on a list'],
    [atRecipient, '550 5.7.1 User unknown'],
    [atRecipient, '554 5.7.1 Relay access denied'],
    [atRecipient, '552 5.2.2 Mailbox full'],
    [atRecipient, '550 5.1.0 Address rejected'],
    [atRecipient, '550 5.1.4 Ambiguous'],
    [atRecipient, '550 5.1.7 Bad sender’s mailbox'],
    [atRecipient, '550 5.1.8 The sender’s domain does not exist'],
    [atRecipient, '550 5.1.9 Relayed to a mailer that is none'],
    [atRecipient, '550 5.4.1 Recipient address rejected: Access denied'],
    [atRecipient, '554 refused'],
    [atRecipient, '554 No such user here'],
    [atRecipient, '550 Requested action not taken: mailbox unavailable'],
    [atRecipient, '550 relay not permitted'],
    [atRecipient, '550 unknown.user@example.org refused'],
    [atRecipient, '550 Unknown user or sender blocked by our policy'],
    [atRecipient, '553 sorry, that domain isn’t in my list of allowed rcpthosts'],
    [{ code: 'EENVELOPE', command: 'MAIL FROM' }, '550 5.1.0 Sender refused'],
    [{ code: 'EENVELOPE', command: 'MAIL FROM' }, '550 5.1.1 User unknown'],
    [{ code: 'EENVELOPE', command: 'MAIL FROM' }, '550 No such user here'],
    [{ code: 'EAUTH', command: 'AUTH PLAIN' }, '535 5.7.8 Wrong password'],
    [atMessage, '550 No such user here'],
    [atMessage, '550 looks like spam'],
    [atMessage, '554 5.7.1 looks like spam'],
  ])('does not by %j and %s', (where, response) => {
    expect(saysNoMailbox({ ...where, ...said(response) })).toBe(false);
  });

  it.each([
    [atRecipient, true],
    [atMessage, true],
    [{ code: 'EENVELOPE', command: 'MAIL FROM' }, false],
    [{ code: 'EAUTH', command: 'AUTH PLAIN' }, false],
    [{ code: 'ECONNECTION' }, false],
  ])('refuses by %j one mail, or all of them: %s', (error, isOne) => {
    expect(isOfMail(error)).toBe(isOne);
  });
});
