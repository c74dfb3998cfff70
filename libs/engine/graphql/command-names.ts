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

/**
 * By command: the type of node whose id it is addressed by though it belongs to another aggregate, and which is asked
 * whether it may be sent.
 */
const besides = new Map<string, string>();

/** Has a type of node asked about a command of another aggregate that is addressed by its id. */
export function askBeside(command: string, node: string): void {
  besides.set(command, node);
}

export function isAskedBeside(command: string, node: string): boolean {
  return besides.get(command) === node;
}

/** Has the API know commands by their names. */
export function nameCommands(commands: CommandTypes): void {
  for (const [name, command] of Object.entries(commands)) {
    CommandNameEnum[name] = name;
    descriptions[name] = { description: asSentence(command.for) };
  }
}
