import { suggestionList } from 'graphql/jsutils/suggestionList.js';
import { explainCommand } from './command.js';
import type { House } from './house.js';
import { explainType } from './type.js';

/**
 * What a definition becomes, as a text: a command by its name, or a type that is made from a table's rows.
 * @throws {Error} where there is none of that name; it names those that come near.
 */
export function explain(name: string, house: House): string {
  const { registry, parts } = house;
  const decider = registry.deciderOf.get(name);
  if (decider !== undefined) return explainCommand(name, decider, house);
  const types = parts.flatMap(({ made }) => made?.() ?? []);
  const type = types.find((each) => each.name === name);
  if (type !== undefined) return explainType(type, house);
  const names = [...registry.deciderOf.keys(), ...types.map((each) => each.name)];
  const near = suggestionList(name, names).slice(0, 5);
  throw new Error(
    `There is no command and no type made from a table that is called ${name}. ` +
      (near.length > 0 ? `Near it: ${near.join(', ')}.` : `There are: ${names.sort().join(', ')}.`),
  );
}
