import { dateOfDay, organisation, type Told } from './histories.js';

// The same history told otherwise, where laws say that it comes to the same.

/** These two are of one group from the first day on, and stay in it. */
export const twins = (run: number): readonly [string, string] => [organisation(run, 0), organisation(run, 1)];

export function together(told: readonly Told[], run: number): readonly Told[] {
  const [one, other] = twins(run);
  const grouped: Told = {
    day: 0,
    stream: `organisation/${other}`,
    type: 'OrganisationGrouped',
    data: { controlGroupId: one, on: dateOfDay(0) },
  };
  const moves = (event: Told) =>
    [one, other].some((id) => event.stream === `organisation/${id}`) && event.type !== 'OrganisationRegistered';
  const [registered, rest] = [told.filter(isRegistration), told.filter((event) => !isRegistration(event))];
  return [...registered, grouped, ...rest.filter((event) => !moves(event))];
}

const isRegistration = ({ type }: Told) => type === 'OrganisationRegistered';

/** Whatever one of them did, the other did; who belongs to whom stays. */
export function permuted(told: readonly Told[], run: number): readonly Told[] {
  const [one, other] = twins(run);
  const swapped: Readonly<Record<string, string>> = { [one]: other, [other]: one };
  return told.map((event) =>
    event.stream.startsWith('organisation/')
      ? event
      : (JSON.parse(JSON.stringify(event), (_, value: unknown) =>
          typeof value === 'string' ? (swapped[value] ?? value) : value,
        ) as Told),
  );
}

/** What givers said themselves was mistyped at first, and corrected before anybody else spoke. */
export function mistyped(told: readonly Told[]): readonly Told[] {
  return told.flatMap((event): readonly Told[] => {
    const { type, data } = event;
    if (type === 'ContributionCorrected')
      return [{ ...event, data: { ...data, version: Number(data['version']) + 1 } }];
    if (type !== 'ContributionRecorded' || data['declared'] !== true) return [event];
    const { missionId, contributionId, contributorId, quantity, period, completes, milestone, on } = data;
    const right = { quantity, period, completes, milestone };
    const said = { version: 2, correctedBy: contributorId, keepsEvidence: false, reason: 'Mistyped.', on };
    // Too much of something else, and before anybody was bound.
    const early = { from: '2024-12-01', to: '2024-12-01' };
    const wrong = { period: early, ...(quantity === undefined ? {} : { quantity: { amount: '777', unit: 'litre' } }) };
    return [
      { ...event, data: { ...data, ...wrong } },
      { ...event, type: 'ContributionCorrected', data: { missionId, contributionId, ...said, ...defined(right) } },
    ];
  });
}

function defined(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}
