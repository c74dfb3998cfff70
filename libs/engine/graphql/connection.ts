import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { MOST_PER_PAGE, USUAL_PER_PAGE, writeCursor, type Page } from '../queries/page.js';
import { ComputedAt } from './computed.js';
import { PositionScalar } from './scalars.js';

@ObjectType()
export class PageInfo {
  @Field()
  hasNextPage!: boolean;
  @Field(() => String, { nullable: true })
  endCursor!: string | undefined;
}

@ArgsType()
export class ConnectionArgs {
  @Field(() => Int, { defaultValue: USUAL_PER_PAGE, description: `How many, 1 to ${MOST_PER_PAGE}.` })
  first!: number;
  @Field(() => String, { nullable: true, description: 'Begin behind this cursor.' })
  after?: string;
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
  readonly computedAt: string;
}

/** Relay's connection and edge types for a node type. */
export function connectionType<Node>(node: Type<Node>, name = node.name): Type<Connection<Node>> {
  @ObjectType(`${name}Edge`)
  class EdgeObject {
    @Field(() => node)
    node!: Node;
    @Field()
    cursor!: string;
  }
  @ObjectType(`${name}Connection`)
  class ConnectionObject {
    @Field(() => [EdgeObject])
    edges!: EdgeObject[];
    @Field(() => [node], { description: 'The edges’ nodes, for clients that need no cursors.' })
    nodes!: Node[];
    @Field(() => PageInfo)
    pageInfo!: PageInfo;
    @ComputedAt()
    computedAt!: string;
  }
  return ConnectionObject;
}

/** @param key the sort key of a row, as the page's query orders by it. */
export function toConnection<Row, Node>(
  page: Page<Row>,
  toNode: (row: Row) => Node,
  key: (row: Row) => readonly string[],
): Connection<Node> {
  const edges = page.rows.map((row) => ({ node: toNode(row), cursor: writeCursor(key(row)) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: Object.assign(new PageInfo(), { hasNextPage: page.hasNextPage, endCursor: edges.at(-1)?.cursor }),
    computedAt: page.computedAt,
  };
}
