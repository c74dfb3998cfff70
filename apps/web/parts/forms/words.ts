import { useIntl } from 'react-intl';
import type { Messages } from '../../generated/messages/en.js';
import type { Command } from './command.js';

/** A form's words, from the messages of the command or, where it has none of its own, of the field whatever the command. */
export interface FormWords {
  readonly title: string;
  readonly send: string;
  label(name: string): string;
  help(name: string): string | undefined;
  /** Said beside a field that was left blank and must not be. */
  readonly missing: string;
  /** Said in place of the server's sentence where a field is not written as it must be; for most there is none. */
  invalid(name: string): string | undefined;
  choice(name: string, value: string): string;
}

export function useFormWords({ name: command }: Command): FormWords {
  const intl = useIntl();
  const find = (...ids: readonly string[]) => ids.find((id) => Object.hasOwn(intl.messages, id));
  const say = (id: string) => intl.formatMessage({ id: id as keyof Messages });
  const of = (name: string, suffix = '') => find(`command.${command}.${name}${suffix}`, `field.${name}${suffix}`);
  const saidOf = (name: string, suffix: string) => {
    const id = of(name, suffix);
    return id === undefined ? undefined : say(id);
  };
  return {
    title: say(`command.${command}`),
    send: say(find(`command.${command}.send`) ?? 'form.send'),
    // Without a message, the id itself is shown and complained about in the console.
    label: (name) => say(of(name) ?? `command.${command}.${name}`),
    help: (name) => saidOf(name, '.help'),
    invalid: (name) => saidOf(name, '.invalid'),
    missing: say('form.missing'),
    choice: (name, value) => say(`${name.slice(name.lastIndexOf('.') + 1)}.${value}`),
  };
}
