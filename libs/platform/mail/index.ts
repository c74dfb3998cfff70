export { checkDkim, checkDmarc, checkSpf, type MailFinding, type TxtResolver } from './domain-check.js';
export * from './mailer.js';
export { Outbox } from './outbox.js';
export { waitingMails } from './queue.js';
export * from './smtp.js';
