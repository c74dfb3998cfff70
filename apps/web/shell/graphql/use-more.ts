import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

/** A page of a connection, as far as the pages ask for it. */
export interface Slice<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface More<Node> {
  /** The first page and those asked for since. */
  readonly nodes: readonly Node[];
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly failed: boolean;
  showMore(): void;
}

/**
 * A connection whose first page came with the page's own request, and whose rest is asked for on demand. When the first
 * page is asked for anew, so is what was shown beyond it: a figure must not be newer than the list beside it.
 * @param keyOf tells nodes apart, so that one that moved between two requests is shown once. A function that stays the same.
 */
export function useMore<Node>(
  first: Slice<Node>,
  keyOf: (node: Node) => string,
  next: (after: string | null) => Promise<Slice<Node> | undefined>,
): More<Node> {
  const [pages, setPages] = useState<readonly Slice<Node>[]>([]);
  const [loading, setLoading] = useState(false);
  const [failed, setFailed] = useState(false);
  const known = useRef({ first, next, count: 0 });
  useEffect(() => {
    known.current.next = next;
    known.current.count = pages.length;
  });

  useEffect(() => {
    if (known.current.first === first) return undefined;
    known.current.first = first;
    let current = true;
    const again = async () => {
      const found: Slice<Node>[] = [];
      for (let n = 0; n < known.current.count; n += 1) {
        const page = await known.current.next((found.at(-1) ?? first).pageInfo.endCursor);
        if (page === undefined) return;
        found.push(page);
        if (!page.pageInfo.hasNextPage) break;
      }
      if (current && found.length > 0) setPages(found);
    };
    // What was shown stays where it could not be asked for again.
    again().catch(() => undefined);
    return () => {
      current = false;
    };
  }, [first]);

  const last = pages.at(-1) ?? first;
  const { endCursor } = last.pageInfo;
  const showMore = useCallback(() => {
    setLoading(true);
    setFailed(false);
    known.current
      .next(endCursor)
      .then((page) => {
        if (page !== undefined) setPages((shown) => [...shown, page]);
      })
      .catch(() => {
        setFailed(true);
      })
      .finally(() => {
        setLoading(false);
      });
  }, [endCursor]);

  const nodes = useMemo(() => {
    const byKey = new Map<string, Node>();
    for (const page of [first, ...pages]) for (const node of page.nodes) byKey.set(keyOf(node), node);
    return [...byKey.values()];
  }, [first, pages, keyOf]);
  return { nodes, hasMore: last.pageInfo.hasNextPage, loading, failed, showMore };
}

/** The usual key of a node. */
export function idOf({ id }: { readonly id: string }): string {
  return id;
}

/** What a list holds that was asked for one thing, and has no more than that. */
export function only<Node>(list: { readonly nodes: readonly Node[] } | undefined): Node | undefined {
  return list?.nodes[0];
}

/** A page of a list in the order of days, asked for from its end: what is latest comes first, and its rest is earlier. */
export function latestFirst<Node>({
  nodes,
  pageInfo: { hasPreviousPage, startCursor },
}: {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null };
}): Slice<Node> {
  return { nodes: nodes.toReversed(), pageInfo: { hasNextPage: hasPreviousPage, endCursor: startCursor } };
}
