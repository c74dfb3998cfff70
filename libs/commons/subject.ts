import type { GraphqlContext, Node, Registry } from '@maillage/engine';

/** The thing whose stream it is; null where that has no id of its own, or while the views have not caught up. */
export async function subjectOf(registry: Registry, context: GraphqlContext, stream: string): Promise<Node | null> {
  const [aggregate = '', id = ''] = stream.split('/');
  const find = registry.nodes.get(aggregate.charAt(0).toUpperCase() + aggregate.slice(1));
  return (await find?.(context, id)) ?? null;
}
