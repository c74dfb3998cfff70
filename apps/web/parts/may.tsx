import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { MayFragment } from '../generated/graphql/parts/may.js';
import { SaidByServer } from '../i18n/refusal-text.js';
import { Reveal } from './reveal.js';

/** What the ledger said of the commands about a thing, whatever the reader may think up to put into them. */
export type May = readonly MayFragment[];

/** @param about where a command is about one of several: which. */
export function isAllowed(may: May, command: MayFragment['command'], about: string | null = null): boolean {
  return may.some((each) => each.command === command && each.about === about && each.allowed);
}

/** Of these commands, those that would be taken, in the ledger's order. */
export function allowedOf<Name extends MayFragment['command']>(
  may: May,
  commands: Readonly<Record<Name, unknown>>,
): readonly Name[] {
  return may.flatMap(({ command, allowed }) => (allowed && command in commands ? [command as Name] : []));
}

/** Of these commands, those that would not be taken. */
export function refusedOf(may: May, commands: readonly MayFragment['command'][]): May {
  return may.filter(({ command, allowed }) => !allowed && commands.includes(command));
}

/** Why something is not offered: what is refused for one reason stands before it. Nothing where nothing is refused. */
export function WhyNot({
  refused,
  label,
  level = 3,
}: {
  readonly refused: May;
  readonly label: (permission: MayFragment) => ReactNode;
  readonly level?: 3 | 4;
}) {
  if (refused.length === 0) return null;
  const reasons = new Map<string, MayFragment[]>();
  for (const each of refused) reasons.set(each.message ?? '', [...(reasons.get(each.message ?? '') ?? []), each]);
  return (
    <Reveal level={level} label={<FormattedMessage id="may.not" />}>
      <dl className="facts">
        {[...reasons.values()].map(([first, ...others]) =>
          first === undefined ? null : (
            <div key={`${first.command} ${first.about ?? ''}`} className="pair">
              <dt>
                {[first, ...others].map((each, index) => (
                  <span key={`${each.command} ${each.about ?? ''}`}>
                    {index > 0 && ' · '}
                    {label(each)}
                  </span>
                ))}
              </dt>
              <dd>
                <SaidByServer code={first.code ?? undefined} message={first.message ?? ''} />
              </dd>
            </div>
          ),
        )}
      </dl>
    </Reveal>
  );
}
