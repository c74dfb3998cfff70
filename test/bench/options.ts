import { parseArgs } from 'node:util';

export const SECTIONS = [
  'appends',
  'rebuild',
  'lag',
  'http',
  'seal',
  'reputation',
  'pages',
  'attack',
  'journey',
] as const;
export type Section = (typeof SECTIONS)[number];

export interface Options {
  readonly sections: readonly Section[];
  /** In the log that is rebuilt from. */
  readonly events: number;
  /** How long each measurement lasts. */
  readonly seconds: number;
  /** How often each is repeated; medians are printed. */
  readonly rounds: number;
  /** Commands per second while lag is measured. */
  readonly rate: number;
  /** Over HTTP. */
  readonly connections: number;
  readonly json: string | undefined;
  /** Where rebuilds and the API leave CPU profiles. */
  readonly profile: string | undefined;
  /** A part of the name of each attack that is tried; all are, unless it is given. */
  readonly attack: string | undefined;
}

export const HELP = `npm run bench -- [${SECTIONS.join('|')}]… [options]

  --events <n>       events in the log that is rebuilt from (200000); half as many are verified,
                     and reputation is asked for among a hundredth, a tenth and all of them
  --seconds <n>      length of each measurement (5)
  --rounds <n>       repetitions of each; medians are printed (3)
  --rate <n>         commands per second while lag is measured (500)
  --connections <n>  HTTP connections (32)
  --json <file>      also writes the figures as JSON
  --profile <dir>    also writes CPU profiles of the rebuilds and of the API
  --attack <text>    only the attacks that have it in their name
  --help             prints this
`;

/** A flag or section that does not exist or is out of bounds; the message says what would be accepted. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @returns `undefined` when only help was asked for. */
export function readOptions(args: readonly string[]): Options | undefined {
  const { values, positionals } = parsed(args);
  if (values.help) return undefined;
  const sections = positionals.map((name) => {
    const section = SECTIONS.find((each) => each === name);
    if (section === undefined) throw new UsageError(`There is no section ${name}; choose from ${SECTIONS.join(', ')}.`);
    return section;
  });
  return {
    sections: sections.length === 0 ? SECTIONS : SECTIONS.filter((each) => sections.includes(each)),
    events: number('events', values.events, 1_000, 5_000_000),
    seconds: number('seconds', values.seconds, 0.2, 120),
    rounds: Math.trunc(number('rounds', values.rounds, 1, 25)),
    rate: number('rate', values.rate, 1, 20_000),
    connections: Math.trunc(number('connections', values.connections, 1, 1_000)),
    json: values.json,
    profile: values.profile,
    attack: values.attack,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        events: { type: 'string', default: '200000' },
        seconds: { type: 'string', default: '5' },
        rounds: { type: 'string', default: '3' },
        rate: { type: 'string', default: '500' },
        connections: { type: 'string', default: '32' },
        json: { type: 'string' },
        profile: { type: 'string' },
        attack: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function number(flag: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most) return value;
  throw new UsageError(`--${flag} is ${text}; a number from ${least} to ${most} is accepted.`);
}
