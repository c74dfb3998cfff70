import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { Registry } from '../slice.js';
import type { GraphqlContext } from './context.js';
import { shortened } from '@maillage/kernel';
import { IdError, Node, readGlobalId } from './node.js';

@Resolver(() => Node)
export class NodeResolver {
  constructor(private readonly registry: Registry) {}

  // No position to wait for, as other root fields take: Relay's compiler pages whatever is a node by a field of that name
  // which takes an id and nothing else. The header does as well.
  @Query(() => Node, { nullable: true, description: 'Whatever has this id; null when nothing has.' })
  async node(
    @Args('id', { type: () => ID, description: 'As any field `id` gives it.' }) globalId: string,
    @Context() context: GraphqlContext,
  ): Promise<Node | null> {
    const read = readGlobalId(globalId);
    const find = read && this.registry.nodes.get(read.type);
    if (read === undefined || find === undefined) {
      throw new IdError(`id: "${shortened(globalId)}" is not an id of this ledger; take it from a field \`id\`.`, [
        'id',
      ]);
    }
    return find(context, read.id);
  }
}
