import { Inject } from '@nestjs/common';
import { Args, Context, Field, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Organisation, organisationOf } from '@maillage/directory';
import { DateTimeScalar, LanguageEnum, type Language } from '@maillage/engine';
import { Database, personas, type Persona } from '@maillage/platform';
import type { ApiContext } from '../graphql/context.js';
import type { OfferedPersonas } from './offered-personas.js';

/** In which ways people may sign in here. */
export interface SignInWays {
  readonly oidc: boolean;
  readonly offered: Pick<OfferedPersonas, 'open'>;
}

export const SIGN_IN_WAYS = Symbol('SIGN_IN_WAYS');

@ObjectType('Viewer', { description: 'Whom a request acts for.' })
class ViewerObject {
  @Field(() => Organisation, {
    nullable: true,
    description: "Null for an operator's key whose organisation is not registered.",
  })
  organisation!: Organisation | null;
  @Field({ description: 'Whether the key, token or session allows recording.' })
  canWrite!: boolean;
  @Field({ description: 'Whether it is the operator’s, which registers, confirms and accredits others.' })
  operates!: boolean;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the session ends; null for a request with a key or token of its own.',
  })
  expiresAt!: string | null;
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
    const { principal, sessionEnds } = context;
    if (principal === undefined) return null;
    return Object.assign(new ViewerObject(), {
      organisation: await organisationOf(context, principal.organisation),
      canWrite: principal.scopes.includes('write'),
      operates: principal.scopes.includes('admin'),
      expiresAt: sessionEnds ?? null,
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
    return Object.assign(new SignInOptions(), { oidc: this.ways.oidc, personas: known.flat() });
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
