import { registerEnumType } from '@nestjs/graphql';
import type { CommandTypes } from '@maillage/kernel';
import { asSentence } from './definitions/types.js';

/** Filled as mutations are made and as nodes are asked what may be done to them, until the schema is made. */
export const CommandNameEnum: Record<string, string> = {};
const descriptions: Record<string, { readonly description: string }> = {};
registerEnumType(CommandNameEnum, {
  name: 'CommandName',
  description: 'A command, by its name; the mutation that sends it is called alike.',
  valuesMap: descriptions,
});

/** Has the API know commands by their names. */
export function nameCommands(commands: CommandTypes): void {
  for (const [name, command] of Object.entries(commands)) {
    CommandNameEnum[name] = name;
    descriptions[name] = { description: asSentence(command.for) };
  }
}
