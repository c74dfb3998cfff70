import { Inject } from '@nestjs/common';
import { Args, Context, Field, ID, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Organisation, organisationOf } from '@maillage/directory';
import { DateTimeScalar, LanguageEnum, refuseSender, type Language } from '@maillage/engine';
import { Database, personas, type Persona } from '@maillage/platform';
import type { ApiContext } from '../graphql/context.js';
import type { OfferedPersonas } from './offered-personas.js';

/** In which ways people may sign in here. */
export interface SignInWays {
  readonly oidc: boolean;
  readonly mail: boolean;
  readonly passkeys: boolean;
  readonly offered: Pick<OfferedPersonas, 'open'>;
}

export const SIGN_IN_WAYS = Symbol('SIGN_IN_WAYS');

@ObjectType('Person', { description: 'Whoever signed in as herself. Nobody sees it but herself.' })
class PersonObject {
  @Field(() => ID, { description: 'By which a page tells what she keeps in a browser from what others do.' })
  id!: string;
  @Field({ description: 'As she says it; empty until she does.' })
  name!: string;
}

@ObjectType('Viewer', { description: 'Whom a request acts for.' })
class ViewerObject {
  @Field(() => Organisation, {
    nullable: true,
    description:
      "Null for an operator's key whose organisation is not registered, and for a session that was said to act for none that it may.",
  })
  organisation!: Organisation | null;
  @Field({ description: 'Whether the key, token or session allows recording.' })
  canWrite!: boolean;
  @Field({
    description: 'Whether it may send what takes the seat ADMIN: a key that allows recording, or a person who has it.',
  })
  administers!: boolean;
  @Field({ description: 'Whether it is the operator’s, which registers, confirms and accredits others.' })
  operates!: boolean;
  @Field({
    description:
      'Whether a person who administers the operator’s organisation signs in anew before she acts as the operator: she does so within ten minutes, by a passkey where `mustUsePasskey` says so.',
  })
  mustSignInAgain!: boolean;
  @Field({
    description:
      'Whether it takes signing in by a passkey, and she did not: wherever one can be had, and in production always.',
  })
  mustUsePasskey!: boolean;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the session ends; null for a request with a key or token of its own.',
  })
  expiresAt!: string | null;
  @Field(() => PersonObject, {
    nullable: true,
    description: 'Null for a key, a token, and a session that was opened with one or as a persona.',
  })
  person!: PersonObject | null;
}

@ObjectType('Persona', { description: 'A fictional organisation anybody may act for, to try things out.' })
class PersonaObject {
  @Field(() => Organisation, { description: 'Whom one acts for.' })
  organisation!: Organisation;

  text!: Persona['description'];
}

@ObjectType({ description: 'In which ways people may sign in here, beside an access key.' })
class SignInOptions {
  @Field({ description: 'At the OIDC issuer: /session/oidc leads there.' })
  oidc!: boolean;
  @Field({ description: 'By a link or a code sent to a mail address.' })
  mail!: boolean;
  @Field({
    description:
      'By a passkey (WebAuthn), below /session/passkey. Browsers know none at a bare IP address, nor without https but at localhost.',
  })
  passkeys!: boolean;
  @Field(() => [PersonaObject], {
    description: 'Only where the fictional sample was loaded, and this server offers them.',
  })
  personas!: readonly PersonaObject[];
}

@Resolver(() => PersonaObject)
export class SignInResolver {
  constructor(
    private readonly database: Database,
    @Inject(SIGN_IN_WAYS) private readonly ways: SignInWays,
  ) {}

  @Query(() => ViewerObject, { nullable: true, description: 'Whom you act for; null for the public.' })
  async viewer(@Context() context: ApiContext): Promise<ViewerObject | null> {
    const { principal, sessionEnds, person } = context;
    if (principal === undefined && sessionEnds === undefined) return null;
    return Object.assign(new ViewerObject(), {
      organisation: principal === undefined ? null : await organisationOf(context, principal.organisation),
      canWrite: principal?.scopes.includes('write') ?? false,
      administers: principal !== undefined && refuseSender(principal, { seat: 'ADMIN' }) === undefined,
      operates: principal !== undefined && (principal.operating !== undefined || principal.scopes.includes('operator')),
      mustSignInAgain: principal?.operating !== undefined && principal.operating !== 'NOW',
      mustUsePasskey: principal?.operating === 'PASSKEY_NEEDED',
      expiresAt: sessionEnds ?? null,
      person: person === undefined ? null : Object.assign(new PersonObject(), { id: person.id, name: person.name }),
    });
  }

  @Query(() => SignInOptions, { description: 'In which ways people may sign in here.' })
  async signInOptions(@Context() context: ApiContext): Promise<SignInOptions> {
    const offered = this.ways.offered.open ? await personas(this.database) : [];
    const known = await Promise.all(
      offered.map(async ({ organisationId, description }) => {
        const organisation = await organisationOf(context, organisationId);
        return organisation === null ? [] : [Object.assign(new PersonaObject(), { organisation, text: description })];
      }),
    );
    const { oidc, mail, passkeys } = this.ways;
    return Object.assign(new SignInOptions(), { oidc, mail, passkeys, personas: known.flat() });
  }

  @ResolveField(() => String, { description: 'What this persona is there to try, in the language asked for.' })
  description(
    @Parent() { text }: PersonaObject,
    @Args('language', {
      type: () => LanguageEnum,
      defaultValue: 'EN',
      description: 'In which language.',
    })
    language: Language,
  ): string {
    switch (language) {
      case 'EN':
        return text.en;
      case 'FR':
        return text.fr;
    }
  }
}
