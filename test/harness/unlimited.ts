/** What servers are told where one address stands for many visitors. */
export const UNLIMITED = {
  COST_PER_MINUTE: '1000000000',
  COST_IN_FLIGHT: '1000000000',
  PROCESSOR_PERCENT: '100',
};
