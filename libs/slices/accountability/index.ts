export { commitmentDecider } from './commitment/decider.js';
export * from './commitment/events.js';
export { shareAMember } from './ports.js';
