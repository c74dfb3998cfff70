import { z } from 'zod';
import {
  calendarDate,
  dateOf,
  enumeration,
  privately,
  quantity,
  ref,
  shape,
  text,
  uuid,
  type Provenance,
  type Quantity,
} from '@maillage/kernel';

// What events of promises, of contributions and of reviews share.

export const kind = enumeration('CommitmentKind', 'What is promised or given.', {
  MONEY: 'Counted in a currency.',
  TIME: 'Hours or days of somebody’s work.',
  DATA: 'Data sets, records, figures.',
  EXPERTISE: 'Knowledge of a subject or a trade.',
  INFRASTRUCTURE: 'Rooms, land, tools, vehicles, networks.',
  VOLUNTEERS: 'People who give their time unpaid.',
  SERVICE: 'Something done for others: repairs, advice, care.',
});
export type Kind = z.output<typeof kind>;
export const KINDS: readonly Kind[] = kind.options;

export const completion = enumeration('Completion', 'What keeps a promise. It follows from what is promised.', {
  QUANTITY: 'So much of something: its share is what counts of what was given.',
  MILESTONES: 'Each of its milestones, once.',
  DECLARED:
    'A contribution that is said to complete it, once an accepted counterparty corroborated it or it was verified.',
  ANY: 'Any contribution that others attested: of promises from before it was asked what completes them.',
});
export type Completion = z.output<typeof completion>;
export const COMPLETIONS: readonly Completion[] = completion.options;

export const reason = text(1000);
/** A reason that is said of another, or may be. */
export const erasableReason = privately(reason);

/** A word beside the evidence: the giver's note, a counterparty's statement, an evaluator's finding. */
export const evidenceNote = text(2000);
export const recordedNote = privately(evidenceNote).optional();

export const milestoneKey = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, {
    error: 'is no key of a milestone; write up to 40 lower-case letters, digits and hyphens, such as permit',
  })
  .describe('The milestone’s key, such as permit');

const milestone = shape(
  'Milestone',
  'What is reached on the way to keeping a promise.',
  z.strictObject({
    key: milestoneKey,
    what: text(300).describe('What is reached with it, in words'),
    dueOn: calendarDate.optional().describe('By when, if before the promise is due'),
  }),
);
export type Milestone = z.output<typeof milestone>;

export const milestones = z
  .array(milestone)
  .min(1, { error: 'are none; name at least one milestone, or leave the list out' })
  .max(12, { error: 'are too many; at most 12 milestones are accepted' })
  .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, {
    error: 'name a key twice; give each milestone a key of its own',
  });

/** A promise may be unquantified (published data, a seat at the table); it is then kept or not, without a share. */
export const terms = {
  kind: kind.describe('What is promised'),
  quantity: quantity.optional().describe('How much; none for a promise that is kept or not, without a share'),
  description: text(2000).describe('What is promised, in words'),
  dueOn: calendarDate.optional().describe('By when it is to be kept'),
  milestones: milestones.optional().describe('What is reached on the way, where nothing is counted'),
};

export const commitmentTerms = z
  .strictObject(terms)
  .refine(({ quantity: amount, milestones: stages }) => amount === undefined || stages === undefined, {
    error: 'stand beside a quantity, which is what keeps the promise; give the quantity, or the milestones',
    path: ['milestones'],
  })
  .refine(({ milestones: stages = [], dueOn }) => stages.every((each) => !isLater(each.dueOn, dueOn)), {
    error: 'are due after the promise is; name days up to `dueOn`',
    path: ['milestones'],
  });

function isLater(day: string | undefined, than: string | undefined): boolean {
  return day !== undefined && than !== undefined && day > than;
}

/** As the log holds them. What completes the promise is said there, so that nobody need know by which rule it follows. */
export const recordedTerms = { ...terms, completion };
export type CommitmentTerms = z.output<z.ZodObject<typeof recordedTerms>>;

/** The organisations on one side of a commitment. */
export const parties = z
  .array(ref('Organisation'))
  .max(20, { error: 'are too many; at most 20 organisations are accepted' })
  .refine((ids) => new Set(ids).size === ids.length, { error: 'names an organisation twice; name each once' });
export const promisors = parties.min(1, { error: 'must name at least one organisation' });

/** Those on both sides, or some of them. */
export const organisations = z.array(ref('Organisation')).max(60);

export const on = calendarDate.describe('The day it was done on, in UTC');
export const termsVersion = z
  .int()
  .min(1)
  .describe('Which version of the terms: 1 as they were made; a number is never used twice');

export const ofMission = { missionId: ref('Mission') };
export const ofContribution = { ...ofMission, contributionId: uuid };

/** Before entries said on which day something was done, it was done on the day it was recorded. */
export const dated = <Data extends object>(data: Data, { recordedAt }: Provenance) => ({
  ...data,
  on: dateOf(recordedAt),
});

/** What kept a promise from before that was said: so much of something, or anything that others attested. */
export const completed = <Data extends object>(data: Data & { readonly quantity?: Quantity }) => ({
  ...data,
  completion: data.quantity === undefined ? ('ANY' as const) : ('QUANTITY' as const),
});
