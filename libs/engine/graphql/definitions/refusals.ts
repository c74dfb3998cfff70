import type { Type } from '@nestjs/common';
import { Field, InterfaceType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { explainedRefusals, explainRefusals, type Refusal } from '@maillage/kernel';
import { ENGINE_REFUSALS } from '../../commands/refusals.js';
import { newType } from './names.js';
import { asSentence, closedList, DefinitionError } from './types.js';

explainRefusals(ENGINE_REFUSALS);

/** Filled as slices explain their codes, until the schema is made: GraphQL demands one type of an interface's field. */
export const RefusalCodeEnum: Record<string, string> = {};
const descriptions: Record<string, { readonly description: string }> = {};
registerEnumType(RefusalCodeEnum, {
  name: 'RefusalCode',
  description: 'Why something was refused: the codes of all commands.',
  valuesMap: descriptions,
});

/** What every mutation may answer instead of what was recorded, whichever it is. */
@InterfaceType('Refusal', { description: 'An expected no: nothing was recorded.' })
export abstract class RefusalInterface {
  @Field(() => RefusalCodeEnum, { description: 'Why, of all the codes there are; `code` has those of this mutation.' })
  reason!: string;
  @Field({ description: 'For people: what is wrong, and what would be accepted.' })
  message!: string;
  @Field(() => [String], { description: 'Where in the input the fault lies, outermost first.' })
  path!: readonly string[];
}

/** A refusal on its way out: each mutation shows it as its own type. */
export class RefusalObject extends RefusalInterface {
  code!: string;

  static of({ code, message, path }: Refusal): RefusalObject {
    return Object.assign(new RefusalObject(), { reason: code, code, message, path: path.map(String) });
  }
}

/**
 * Has the API know codes that may be answered, the engine's own among them.
 * @returns what each means.
 * @throws {DefinitionError} for a code that nobody explained.
 */
export function nameRefusals(name: string, codes: readonly string[]): Readonly<Record<string, string>> {
  const meanings = explainedRefusals();
  return Object.fromEntries(
    [...new Set([...Object.keys(ENGINE_REFUSALS), ...codes])].map((code) => {
      const meaning = meanings.get(code);
      if (meaning === undefined)
        throw new DefinitionError(`${name}: the code ${code} is not explained by any commands().`);
      RefusalCodeEnum[code] = code;
      descriptions[code] = { description: asSentence(meaning) };
      return [code, meaning];
    }),
  );
}

/**
 * The object type of what one command may be refused with.
 * @throws {DefinitionError} for a code that nobody explained.
 */
export function refusalType(name: string, says: string, codes: readonly string[]): Type<unknown> {
  const values = nameRefusals(name, codes);
  const list = closedList(`${name}Refusal`, `Why ${says} was refused.`, values);
  const type = newType(`${name}Refused`, RefusalInterface as unknown as Type<object>);
  ObjectType(`${name}Refused`, {
    description: `That ${says} was refused: nothing was recorded.`,
    implements: () => [RefusalInterface],
  })(type);
  Field(() => list, { description: 'Why, of the codes this mutation may answer with.' })(
    type.prototype as object,
    'code',
  );
  return type;
}
