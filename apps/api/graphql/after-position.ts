import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { GraphQLError, OperationTypeNode, type GraphQLResolveInfo } from 'graphql';
import type { Observable } from 'rxjs';
import { READ_YOUR_WRITES_MS, Registry, ViewPositions, type Loaders } from '@maillage/engine';
import { Ledger } from '@maillage/ledger';
import { AFTER_HEADER, type ApiContext } from './context.js';

const POSITION = /^(0|[1-9][0-9]{0,17})$/;

/** Before a root field of a query is resolved: waits until the views have folded the position the client named. */
@Injectable()
export class AfterPosition implements NestInterceptor {
  /** By operation, which has its loaders to itself: many root fields ask for the same, and wait once. */
  private readonly waits = new WeakMap<Loaders, Map<string, Promise<void>>>();

  constructor(
    private readonly positions: ViewPositions,
    private readonly registry: Registry,
    private readonly ledger: Ledger,
    @Inject(READ_YOUR_WRITES_MS) private readonly waitMs: number,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    if (context.getType<GqlContextType>() !== 'graphql') return next.handle();
    const graphql = GqlExecutionContext.create(context);
    const info = graphql.getInfo<GraphQLResolveInfo | undefined>();
    if (info?.operation.operation !== OperationTypeNode.QUERY || info.path.prev !== undefined) return next.handle();
    const { after, loaders } = graphql.getContext<ApiContext>();
    const { afterPosition } = graphql.getArgs<{ afterPosition?: string | null }>();
    await Promise.all([
      this.waitOnce(loaders, AFTER_HEADER, after),
      this.waitOnce(loaders, 'afterPosition', afterPosition),
    ]);
    return next.handle();
  }

  private async waitOnce(operation: Loaders, name: string, asked: string | null | undefined): Promise<void> {
    if (asked === undefined || asked === null || asked === '') return;
    let waits = this.waits.get(operation);
    if (waits === undefined) {
      waits = new Map<string, Promise<void>>();
      this.waits.set(operation, waits);
    }
    let wait = waits.get(asked);
    if (wait === undefined) waits.set(asked, (wait = this.wait(name, asked)));
    await wait;
  }

  private async wait(name: string, asked: string): Promise<void> {
    if (!POSITION.test(asked)) {
      throw badInput(`${name}: "${asked.slice(0, 40)}" is not a position; send a receipt's, a string of digits.`);
    }
    const position = BigInt(asked);
    const views = [...this.registry.views.keys()];
    if (await this.positions.reached(views, position, 0)) return;
    const head = await this.ledger.head();
    if (position > head) {
      throw badInput(
        `${name}: ${position} lies beyond the end of the log, which is ${head}; send a receipt's position.`,
      );
    }
    if (await this.positions.reached(views, position, this.waitMs)) return;
    throw new GraphQLError(
      `The views have not folded position ${position} within ${this.waitMs / 1000} s; ask again, or without it.`,
      { extensions: { code: 'VIEWS_BEHIND' } },
    );
  }
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
