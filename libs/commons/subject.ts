import type { GraphqlContext, Node, Registry } from '@maillage/engine';
import { idOf, ownerOf } from '@maillage/kernel';

/** The thing whose stream it is; null where that has no id of its own, or while the views have not caught up. */
export async function subjectOf(registry: Registry, context: GraphqlContext, stream: string): Promise<Node | null> {
  const owner = ownerOf(stream);
  const find = registry.nodes.get(owner.charAt(0).toUpperCase() + owner.slice(1));
  return (await find?.(context, idOf(stream))) ?? null;
}
