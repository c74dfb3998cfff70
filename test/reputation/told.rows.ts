import { idOf, type RecordedEvent } from '@maillage/kernel';
import { delivers } from '../../libs/slices/accountability/reputation/attested.facts.js';
import type { HeldReview } from '../../libs/slices/accountability/reputation/calibration.js';
import { entriesByCommitment } from '../../libs/slices/accountability/reputation/entry.facts.js';
import type { PraiseRow, StandingRows } from '../../libs/slices/accountability/reputation/facts.js';
import type { Membership } from '@maillage/directory';
import {
  earnsVoice,
  promiseOf,
  recordOf,
  type CommitmentRecord,
} from '../../libs/slices/accountability/reputation/record.facts.js';
import type { Accreditation, Background } from '../../libs/slices/accountability/reputation/standing.js';
import { mayPromise, partiesOf, receiversIn } from '../../libs/slices/accountability/reputation/successors.facts.js';
import { dateOfDay, type Told } from './histories.js';

/** What the views would hold of a history by a day, without a database. */
export interface ToldRows {
  readonly day: number;
  readonly records: ReadonlyMap<string, CommitmentRecord>;
  readonly reviews: readonly ToldReview[];
  readonly background: Background;
  readonly held: readonly HeldReview[];
}

interface Version {
  readonly day: number;
  readonly scores: Readonly<Record<'results' | 'reliability' | 'openness' | 'learning', number>>;
}
interface ToldReview {
  readonly id: string;
  readonly commitmentId: string;
  readonly missionId: string;
  readonly reviewerId: string;
  readonly reviewedId: string;
  readonly versions: Version[];
}
type Data = Readonly<Record<string, string>> & Pick<Version, 'scores'>;

export function rowsOfTold(all: readonly Told[], day: number): ToldRows {
  const events = all.filter((event) => event.day <= day);
  const recorded = events.map((event, n) => ({
    ...event,
    position: BigInt(n + 1),
    actor: { organisation: '' },
    recordedAt: `${dateOfDay(event.day)}T12:00:00.000Z`,
  })) as unknown as readonly RecordedEvent[];
  const records = new Map([...entriesByCommitment(recorded)].map(([id, entries]) => [id, recordOf(id, entries)]));
  const reviews = reviewsOf(events);
  const background: Background = {
    on: dateOfDay(day),
    memberships: membershipsOf(events),
    accreditations: accreditationsOf(events),
    payments: paymentsIn(recorded, records),
    verifications: [...records.values()].flatMap((record) =>
      record.given.flatMap((given) =>
        given.verifications
          .filter((found) => earnsVoice(record, given, found))
          .map(({ evaluatorId, on }) => ({ giverId: given.contributorId, evaluatorId, on })),
      ),
    ),
  };
  return { day, records, reviews, background, held: heldReviews(reviews, records) };
}

/** What bears on an organisation in a mission. */
export function standingRowsOf(rows: ToldRows, organisationId: string, missionId: string): StandingRows {
  const { day, records, reviews, background, held } = rows;
  const about = reviews.filter((each) => each.reviewedId === organisationId && each.missionId === missionId);
  const ids = [...new Set(about.map(({ commitmentId }) => commitmentId))];
  return {
    reviews: about.map(({ id, commitmentId, reviewerId, versions }) => {
      const last = versions.at(-1)!;
      const submittedOn = dateOfDay(versions[0]!.day);
      const ageDays = day - last.day;
      return { id: `${commitmentId}/${id}`, commitmentId, reviewerId, submittedOn, ageDays, ...last.scores };
    }),
    reviewed: ids.map((id) => {
      const record = records.get(id)!;
      return { commitmentId: id, parties: partiesOf(record), given: record.given, former: record.former };
    }),
    held,
    promises: [...records.values()]
      .filter((record) => record.missionId === missionId && mayPromise(record).includes(organisationId))
      .map((record) => promiseOf(record, organisationId, background.on)),
    background,
  };
}

/** What everybody said good of everybody. */
export function praiseIn({ reviews, day }: ToldRows): readonly PraiseRow[] {
  return reviews.map(({ reviewerId, reviewedId, versions }) => {
    const last = versions.at(-1)!;
    const points = Object.values(last.scores).reduce((sum, each) => sum + each, 0);
    return { reviewerId, reviewedId, points, ageDays: day - last.day };
  });
}

function reviewsOf(events: readonly Told[]): readonly ToldReview[] {
  const byId = new Map<string, ToldReview>();
  for (const { type, stream, day, data: told } of events) {
    if (type !== 'ReviewSubmitted' && type !== 'ReviewRevised') continue;
    const data = told as unknown as Data;
    const commitmentId = idOf(stream);
    const { reviewId: id = '', missionId = '', reviewerId = '', reviewedId = '', scores } = data;
    const key = `${commitmentId}/${id}`;
    const known = byId.get(key) ?? { id, commitmentId, missionId, reviewerId, reviewedId, versions: [] };
    known.versions.push({ day, scores });
    byId.set(key, known);
  }
  return [...byId.values()];
}

function accreditationsOf(events: readonly Told[]): readonly Accreditation[] {
  const endings = events
    .filter(({ type }) => type === 'AccreditationEnded')
    .map(({ data }) => data as { accreditationIds: readonly string[]; on: string; voidFrom?: string });
  return events
    .filter(({ type }) => type === 'EvaluatorAccredited')
    .map(({ data }) => {
      const {
        accreditationId = '',
        organisationId = '',
        from = '',
        until = '',
      } = data as Readonly<Record<string, string>>;
      const ending = endings.find(({ accreditationIds }) => accreditationIds.includes(accreditationId));
      return { organisationId, from, until, endedOn: ending?.on ?? null, voidFrom: ending?.voidFrom ?? null };
    });
}

function membershipsOf(events: readonly Told[]): readonly Membership[] {
  const moves = events.filter(({ data }) => data['controlGroupId'] !== undefined);
  return moves.map(({ stream, day, data }, n) => {
    const next = moves.slice(n + 1).find((each) => each.stream === stream);
    return {
      organisationId: idOf(stream),
      controlGroupId: data['controlGroupId'] as string,
      from: dateOfDay(day),
      until: next === undefined ? null : dateOfDay(next.day),
    };
  });
}

/** Its giver says so as it records, declares or corrects it. */
function paymentsIn(events: readonly RecordedEvent[], records: ReadonlyMap<string, CommitmentRecord>) {
  const money = new Map<string, { readonly giverId: string; readonly on: string }>();
  return events.flatMap(({ type, stream, data }) => {
    const { contributionId, kind, contributorId, period, declared } = data as {
      readonly contributionId: string;
      readonly kind: string;
      readonly contributorId: string;
      readonly period: { readonly to: string };
      readonly declared: boolean;
    };
    const known = money.get(contributionId);
    if (type === 'ContributionRecorded' && kind === 'MONEY') {
      money.set(contributionId, { giverId: contributorId, on: period.to });
    } else if (type === 'ContributionCorrected' && known !== undefined) {
      money.set(contributionId, { ...known, on: period.to });
    }
    const says = type === 'ContributionRecorded' ? declared : SAYING.includes(type);
    const payment = money.get(contributionId);
    if (!says || payment === undefined) return [];
    return receiversIn(records.get(idOf(stream))!).map((receiverId) => ({ ...payment, receiverId }));
  });
}

const SAYING = ['ContributionDeclared', 'ContributionCorrected'];

/** Reviews with all that was found of what they are about, whoever found it. */
function heldReviews(
  reviews: readonly ToldReview[],
  records: ReadonlyMap<string, CommitmentRecord>,
): readonly HeldReview[] {
  return reviews.map(({ id, reviewerId, commitmentId, versions }) => {
    const record = records.get(commitmentId)!;
    const { amount = null, unit = null } = record.terms.at(-1) ?? {};
    return {
      id: `${commitmentId}/${id}`,
      reviewerId,
      said: versions.map(({ day, scores }) => ({ on: dateOfDay(day), results: scores.results })),
      promised: { amount, unit },
      parties: partiesOf(record),
      findings: record.given.filter(delivers).flatMap(({ id: contributionId, contributorId: giverId, ...given }) =>
        given.verifications.map(({ evaluatorId, on, found }) => ({
          contributionId,
          giverId,
          evaluatorId,
          on,
          amount: found ?? given.amount,
          unit: given.unit,
        })),
      ),
    };
  });
}
