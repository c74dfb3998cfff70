export { commitmentDecider } from './commitment/decider.js';
export * from './commitment/events.js';
export { beginReputation } from './parameters/first.js';
export { REPUTATION } from './parameters/decider.js';
export { parametersAt } from './parameters/queries.js';
export { shareAMember } from './ports.js';
export { receivingDecider } from './receiving/decider.js';
