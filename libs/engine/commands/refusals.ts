/** Refusals any command may meet, whichever slice it belongs to: each code with its meaning. */
export const ENGINE_REFUSALS = {
  INVALID_INPUT: 'Something in the input is not acceptable; the message says what would be.',
  EVENT_TOO_LARGE: 'It is too long for one entry of the log.',
  COMMAND_ID_REUSED: 'Another command has this id already.',
  TOO_MANY_CONFLICTS: 'Others were recording on the same subject all the while; send it again.',
  SCOPE_MISSING: 'The key or token presented may only read.',
  NOT_ADMIN: 'The person who sent it has no seat as ADMIN in the organisation, which the command takes.',
} as const;

export type EngineRefusal = keyof typeof ENGINE_REFUSALS;
