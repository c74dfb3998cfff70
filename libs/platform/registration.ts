import { z } from 'zod';

/** How organisations that are not registered yet come in by themselves. */
export const registrationVariables = {
  REGISTRATION: z.enum(['open', 'approval', 'closed']).default('approval'),
  OPERATOR_ORGANISATION: z
    .uuid({ error: 'is not a UUID; make one, as with `uuidgen`, or take that of the organisation' })
    .transform((id) => id.toLowerCase())
    .optional(),
};

type Variables = z.output<z.ZodObject<typeof registrationVariables>>;

export interface RegistrationConfig {
  /** As it is configured. */
  readonly asked: Variables['REGISTRATION'];
  /** The same, but `closed` where somebody would have to approve and nobody can. */
  readonly mode: Variables['REGISTRATION'];
  /** The organisation whose ADMINs are the ledger's operator; where there is none, nobody approves anything. */
  readonly operator: string | undefined;
}

export function registrationOf({
  REGISTRATION: asked,
  OPERATOR_ORGANISATION: operator,
}: Variables): RegistrationConfig {
  return { asked, mode: asked === 'approval' && operator === undefined ? 'closed' : asked, operator };
}

/** The same in a ledger that this organisation operates. */
export function operatedBy({ asked }: RegistrationConfig, operator: string): RegistrationConfig {
  return registrationOf({ REGISTRATION: asked, OPERATOR_ORGANISATION: operator });
}
