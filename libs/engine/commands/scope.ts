import { refuse, type CommandType, type Refusal, type Scope, type SeatRole } from '@maillage/kernel';

/** Whoever may only read records nothing, whatever it is. */
export function refuseReading(scopes: readonly Scope[]): Refusal<'SCOPE_MISSING'> | undefined {
  return scopes.includes('write')
    ? undefined
    : refuse('SCOPE_MISSING', 'This access key may only read; recording needs one with the scope "write".');
}

interface Sender {
  readonly scopes: readonly Scope[];
  readonly seat?: SeatRole | undefined;
}

/** Whether such a command is taken from whoever sends it at all; asked before its decider is. */
export function refuseSender(
  { scopes, seat }: Sender,
  command: Pick<CommandType, 'seat'> | undefined,
): Refusal<'SCOPE_MISSING' | 'NOT_ADMIN'> | undefined {
  const readOnly = refuseReading(scopes);
  if (readOnly !== undefined) return readOnly;
  if (seat === undefined || seat === 'ADMIN' || seat === command?.seat) return undefined;
  const message = `This takes the seat ADMIN in the organisation, and yours is ${seat}: ask one of its administrators.`;
  return refuse('NOT_ADMIN', message);
}
