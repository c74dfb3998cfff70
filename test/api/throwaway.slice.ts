import { setTimeout as sleep } from 'node:timers/promises';
import { Args, Field, Int, ObjectType, Query, Resolver, Subscription } from '@nestjs/graphql';
import type { Slice } from '@maillage/engine';

// Described, as it is in the schemas of later suites too: all types of a process are in one list of @nestjs/graphql’s.
@ObjectType({ description: 'What holds another of its kind.' })
class Nested {
  @Field({ description: 'What it is called.' })
  name!: string;
  @Field(() => Nested, { description: 'What it holds.' })
  nested!: Nested;
}

/** Fields that misbehave on purpose, to see what clients are told. */
@Resolver()
class ThrowawayResolver {
  private underWay = 0;

  @Query(() => Boolean)
  busy(@Args('ms', { type: () => Int }) ms: number): boolean {
    const until = performance.now() + ms;
    while (performance.now() < until);
    return true;
  }

  @Query(() => Int, { complexity: 60 })
  async atATime(@Args('ms', { type: () => Int }) ms: number): Promise<number> {
    this.underWay += 1;
    const now = this.underWay;
    await sleep(ms);
    this.underWay -= 1;
    return now;
  }

  @Query(() => String)
  broken(): string {
    throw new Error('relation "secret_table" does not exist: select password from secret_table');
  }

  @Query(() => String)
  disconnected(): string {
    throw Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:5432'), { code: 'ECONNREFUSED' });
  }

  @Query(() => Nested)
  nested(): object {
    return { name: 'a', nested: () => ({ name: 'b' }) };
  }

  @Subscription(() => Int, { resolve: (value: number) => value })
  async *counting(@Args('to', { type: () => Int }) to: number): AsyncGenerator<number> {
    for (let value = 1; value <= to; value += 1) {
      await sleep(5);
      yield value;
    }
  }

  @Subscription(() => Int, {
    resolve: () => {
      throw new Error('select password from secret_table');
    },
  })
  async *failing(): AsyncGenerator<number> {
    yield 1;
  }
}

export const throwaway: Slice = {
  name: 'throwaway',
  deciders: [],
  views: [],
  queries: [],
  resolvers: [ThrowawayResolver],
};
