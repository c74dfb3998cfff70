import { refuse, type Command, type CommandType, type Refusal, type Scope } from '@maillage/kernel';
import type { Principal } from '@maillage/platform';

/** Whoever may only read records nothing, whatever it is. */
export function refuseReading(scopes: readonly Scope[]): Refusal<'SCOPE_MISSING'> | undefined {
  return scopes.includes('write')
    ? undefined
    : refuse('SCOPE_MISSING', 'This access key may only read; recording needs one with the scope "write".');
}

/** Whether such a command is taken from whoever sends it at all; asked before its decider is. */
export function refuseSender(
  { scopes, seat }: Pick<Command, 'scopes' | 'seat'>,
  command: Pick<CommandType, 'seat'>,
): Refusal<'SCOPE_MISSING' | 'NOT_ADMIN'> | undefined {
  const readOnly = refuseReading(scopes);
  if (readOnly !== undefined) return readOnly;
  if (seat === undefined || seat === 'ADMIN' || seat === command.seat) return undefined;
  const message = `This takes the seat ADMIN in the organisation, and yours is ${seat}: ask one of its administrators.`;
  return refuse('NOT_ADMIN', message);
}

/** Who sends it, as commands and intents say it: a person who may act as the operator has its scope for this one alone. */
export function senderOf({
  organisation,
  member,
  scopes,
  seat,
  operating,
}: Principal): Pick<Command, 'actor' | 'scopes' | 'seat'> {
  const actor = member === undefined ? { organisation } : { organisation, member };
  return { actor, scopes: operating === 'NOW' ? [...scopes, 'operator'] : scopes, seat };
}
