import Big from 'big.js';

/** Exact decimals that take text alone: a constructor of its own, as strictness is a setting of it. */
export const Decimal = Big();
Decimal.strict = true;
