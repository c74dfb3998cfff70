export * from './addresses.js';
export * from './attempts.js';
export * from './people.js';
export * from './seats.js';
export { PERSON_LANGUAGES, SEAT_ROLES, type PersonLanguage, type SeatRole } from './tables.js';
