export * from './mailer.js';
export { Outbox } from './outbox.js';
export * from './smtp.js';
