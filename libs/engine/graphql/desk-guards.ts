import { Inject, Injectable } from '@nestjs/common';
import { today } from '@maillage/kernel';
import { Guards } from '../commands/guards.js';
import type { GraphqlContext } from './context.js';
import type { DeskAsked } from './desk.js';
import { foldingIn } from './definitions/may.js';

/** What `may` answers, as the lists of a desk ask it. */
@Injectable()
export class DeskGuards {
  constructor(@Inject(Guards) private readonly guards: Guards) {}

  /** Of an organisation, by whichever of its keys may write: what awaits it awaits it all the same of one that only reads. */
  of(organisation: string, context: GraphqlContext): DeskAsked['mayDo'] {
    const fold = foldingIn(context, this.guards);
    return async (type, id, about) => {
      const intent = { type, id, about, actor: { organisation }, scopes: ['write'] as const, on: today(context.clock) };
      return (await this.guards.refusalOf(intent, fold)) === undefined;
    };
  }
}
