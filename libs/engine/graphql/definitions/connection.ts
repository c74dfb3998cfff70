import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { MOST_PER_PAGE, USUAL_PER_PAGE, type Page } from '../../queries/page.js';
import { ComputedAt } from '../computed.js';
import { PositionScalar } from '../scalars.js';

@ObjectType({ description: 'Where a page lies in its list.' })
export class PageInfo {
  @Field({ description: 'Whether there are more behind the page.' })
  hasNextPage!: boolean;
  @Field({ description: 'Whether there are more before the page.' })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: 'Of the first on the page; null where it has none.' })
  startCursor!: string | undefined;
  @Field(() => String, { nullable: true, description: 'Of the last on the page; null where it has none.' })
  endCursor!: string | undefined;
}

/** Forward with `first` and `after`, or backward with `last` and `before`. */
@ArgsType()
export class ConnectionArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many from the beginning or behind \`after\`, 1 to ${MOST_PER_PAGE}; ${USUAL_PER_PAGE} if left out.`,
  })
  first?: number;
  @Field(() => String, { nullable: true, description: 'Begin behind this cursor.' })
  after?: string;
  @Field(() => Int, {
    nullable: true,
    description:
      `How many from the end or before \`before\`, in the list’s order, 1 to ${MOST_PER_PAGE}; with \`before\` alone ` +
      `${USUAL_PER_PAGE}. Not together with \`first\` or \`after\`.`,
  })
  last?: number;
  @Field(() => String, { nullable: true, description: 'End before this cursor.' })
  before?: string;
}

/** For root fields: the answer takes account of everything recorded up to a position. */
@ArgsType()
export class AfterArgs {
  @Field(() => PositionScalar, {
    nullable: true,
    description: 'Wait until the views have folded this position, for example that of a receipt.',
  })
  afterPosition?: string;
}

export interface Edge<Node> {
  readonly node: Node;
  readonly cursor: string;
}

export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
  /** Undefined where it was not asked for. */
  readonly totalCount: number | undefined;
  readonly computedAt: string;
}

/** Relay's connection and edge types for a node type. */
export function connectionType<Node>(node: Type<Node>, name = node.name): Type<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: 'One of a list, and its place in it.' })
  class EdgeObject {
    @Field(() => node, { description: 'The thing itself.' })
    node!: Node;
    @Field({ description: 'Its place in the list, for `after` and `before`.' })
    cursor!: string;
  }
  @ObjectType(`${name}Connection`, { description: 'A page of a list.' })
  class ConnectionObject {
    @Field(() => [EdgeObject], { description: 'In the list’s order.' })
    edges!: EdgeObject[];
    @Field(() => [node], { description: 'The edges’ nodes, for clients that need no cursors.' })
    nodes!: Node[];
    @Field(() => PageInfo, { description: 'Where the page lies in its list.' })
    pageInfo!: PageInfo;
    @Field(() => Int, {
      description:
        'How many the whole list has, whatever page of it is asked for. Counted where it is asked for, in the same ' +
        'statement as the page: at `computedAt`.',
    })
    totalCount!: number | undefined;
    @ComputedAt()
    computedAt!: string;
  }
  return ConnectionObject;
}

/** A page as its connection. */
export function toConnection<Row, Node>(page: Page<Row>, toNode: (row: Row) => Node): Connection<Node> {
  const { cursors, hasNextPage, hasPreviousPage, totalCount, computedAt } = page;
  const edges = page.rows.map((row, index) => ({ node: toNode(row), cursor: cursors[index] as string }));
  const [startCursor, endCursor] = [cursors[0], cursors.at(-1)];
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: Object.assign(new PageInfo(), { hasNextPage, hasPreviousPage, startCursor, endCursor }),
    totalCount,
    computedAt,
  };
}
