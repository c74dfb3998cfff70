import { id } from './given.js';

// One mission and the organisations around it, for every spec that needs some.
export const MISSION = id(1);
export const OTHER_MISSION = id(2);
export const COMMITMENT = id(3);
export const GIFT = id(4);
export const REVIEW = id(5);

/** Runs the mission. */
export const BACKBONE = id(10);
/** Promises things; SISTER is in its control group. */
export const CITY = id(11);
export const SISTER = id(12);
/** Another member, which may promise along with the city. */
export const BUILDER = id(13);
export const NEIGHBOUR = id(14);
export const EVALUATOR = id(15);
/** An evaluator in the city's control group. */
export const INSIDER = id(16);
/** Registered, but no member of the mission. */
export const TENANTS = id(17);
export const STRANGER = id(18);
/** Registered, no member, in the tenants' control group. */
export const TENANTS_BRANCH = id(19);
export const UNREGISTERED = id(20);
