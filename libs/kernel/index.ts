export * from './decider.js';
export * from './events.js';
export * from './private.js';
export * from './quantity.js';
export * from './refusal.js';
export * from './text.js';
export * from './time.js';
export * from './view.js';
