import {
  Args,
  ArgsType,
  Context,
  Field,
  ID,
  Info,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import type { Type } from '@nestjs/common';
import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import {
  AfterArgs,
  ConnectionArgs,
  DeskGuards,
  localId,
  notSignedIn,
  type DeskList,
  type GraphqlContext,
} from '@maillage/engine';
import { Organisation, organisationOf } from '@maillage/directory';

@ObjectType({ description: 'What awaits an organisation today, in UTC. Each list has the oldest first.' })
export class Desk {
  @Field({ description: 'Whose desk it is.' })
  organisation!: Organisation;

  /** Of the organisation, as views hold it. */
  organisationId!: string;
}

@ArgsType()
class DeskArgs extends AfterArgs {
  @Field(() => ID, { description: 'The organisation you act for.' })
  organisationId!: string;
}

@Resolver(() => Desk)
export class DeskResolver {
  @Query(() => Desk, {
    description:
      'What awaits the organisation you act for; another’s is refused with the error code FORBIDDEN, and without a key, token ' +
      'or session with UNAUTHENTICATED.',
  })
  async desk(@Args() args: DeskArgs, @Context() context: GraphqlContext): Promise<Desk> {
    const organisationId = ownId(args.organisationId, context);
    const organisation = await organisationOf(context, organisationId);
    if (organisation === null) {
      throw new GraphQLError('organisationId: the organisation you act for is not registered; register it first.', {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
    return Object.assign(new Desk(), { organisation, organisationId });
  }
}

/** A resolver with a field of `Desk` for each list, as if it had been written by hand. */
export function deskResolver(lists: readonly DeskList[]): Type<unknown> {
  @Resolver(() => Desk)
  class DeskLists {
    constructor(readonly guards: DeskGuards) {}
  }
  for (const list of lists) addField(DeskLists.prototype, list);
  return DeskLists;
}

type Asked = readonly [Desk, GraphqlContext, GraphQLResolveInfo, ConnectionArgs?];

function addField(prototype: object, { name, says, of, ...list }: DeskList): void {
  function resolve(
    this: { readonly guards: DeskGuards },
    ...[{ organisationId }, context, info, args = new ConnectionArgs()]: Asked
  ) {
    const mayDo = this.guards.of(organisationId, context);
    return list.load({ organisationId, args, context, info, mayDo });
  }
  const method: PropertyDescriptor = { value: resolve, configurable: true, writable: true };
  Object.defineProperty(prototype, name, method);
  const type = 'connection' in of ? () => of.connection : () => [of.entries];
  ResolveField(name, type, { description: says })(prototype, name, method);
  Parent()(prototype, name, 0);
  Context()(prototype, name, 1);
  Info()(prototype, name, 2);
  if (!('connection' in of)) return;
  // Where the compiler would have noted the type of a parameter written by hand.
  Reflect.defineMetadata('design:paramtypes', [Desk, Object, Object, ConnectionArgs], prototype, name);
  Args()(prototype, name, 3);
}

/** The organisation named, if whoever asks acts for it and may read. @throws {GraphQLError} otherwise. @throws {IdError} */
function ownId(globalId: string, context: GraphqlContext): string {
  const { principal } = context;
  if (principal === undefined) {
    // In the body alone: browsers report a status of 401 as a fault of the page, which has only been left open too long.
    const { message, extensions } = notSignedIn(
      context,
      "A desk is shown to its organisation: sign in, or send the organisation's access key or token.",
    );
    throw new GraphQLError(message, { extensions: { code: extensions['code'] } });
  }
  const organisationId = localId('Organisation', globalId, ['organisationId']);
  if (principal.organisation !== organisationId) {
    throw forbidden('organisationId: this is the desk of another organisation; ask for that of the one you act for.');
  }
  if (!principal.scopes.includes('read')) {
    throw forbidden('This access key may not read; a desk needs one with the scope "read".');
  }
  return organisationId;
}

function forbidden(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'FORBIDDEN' } });
}
