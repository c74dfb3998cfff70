export * from './addresses.js';
export * from './attempts.js';
export type { ClaimedMembers } from './claimed-members.js';
export * from './operator-links.js';
export * from './people.js';
export * from './registrations.js';
export * from './seat-requests.js';
export * from './seats.js';
export { PERSON_LANGUAGES, type PersonLanguage } from './tables.js';
