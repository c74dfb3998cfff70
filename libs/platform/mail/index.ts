export * from './mailer.js';
export * from './smtp.js';
