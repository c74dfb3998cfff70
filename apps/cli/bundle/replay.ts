import { createHash } from 'node:crypto';
import { digestViews, viewText, type ViewDigest } from '@maillage/engine';
import type { EventTypes, View } from '@maillage/kernel';
import { verify, type Fault, type Read } from '@maillage/verifier';
import type { PoolClient } from 'pg';
import type { Life } from '../../host/lifetime.js';
import { attestationsIn, standings, type Attestation, type Standing } from './attestations.js';
import { firstDifference, type Difference } from './compare.js';
import { BundleError, DIGESTS_FILE } from './layout.js';
import { entriesOf, folderReader, mustHaveText, publishedDigests, publishedText } from './read.js';
import { Scratch } from './scratch.js';
import { faultOfWords } from './words.js';

export interface ReplayRequest {
  /** The bundle. */
  readonly folder: string;
  /** The vkey the log must be signed with; the bundle's own unless told. */
  readonly logKey?: string;
  /** Fold the log up to here and say what every view comes to; without it, to where each view was published. */
  readonly at?: bigint;
  /** Compare with the last attestation in the log alone, rather than with each. */
  readonly lastAttestation: boolean;
  readonly events: EventTypes;
  readonly views: readonly View[];
  /** That check entries beside the calling one; none unless told. */
  readonly threads?: number;
  readonly life: Life;
  readonly onProgress: (phase: 'verify' | 'replay', done: bigint, of: bigint) => void;
}

/**
 * - `SAME`, `DIFFERENT`: as compared with what is claimed.
 * - `OTHER_VERSION`: claimed of a version of the view that this program does not have, so not to be compared.
 * - `UNKNOWN`: claimed of a view this program does not have.
 * - `UNCLAIMED`: nothing is claimed of it at this position.
 * - `SUPERSEDED`, `BEYOND`: of attestations alone, as `Standing` has it.
 */
export type Finding = 'SAME' | 'DIFFERENT' | 'UNCLAIMED' | Exclude<Standing, 'COMPARABLE'>;

export interface ReplayedView extends ViewDigest {
  readonly finding: Finding;
  /** What the bundle or the log says, where that is another digest or version. */
  readonly claimed?: { readonly version: number; readonly digest: string };
  /** For a published view whose text the bundle holds. */
  readonly difference?: Difference;
}

export interface ReplayedAttestation {
  /** Of the event. */
  readonly position: bigint;
  readonly views: readonly ReplayedView[];
}

export interface Replayed {
  readonly valid: true;
  readonly origin: string;
  readonly size: bigint;
  readonly root: Buffer;
  /** Private values that the log says were erased. */
  readonly erased: bigint;
  readonly views: readonly ReplayedView[];
  readonly attestations: readonly ReplayedAttestation[];
}

/** Of a bundle that is not valid nothing is replayed. */
export type ReplayOutcome = Replayed | { readonly valid: false; readonly fault: Fault };

/**
 * Verifies a bundle, then computes its views anew from its events alone and compares. Touches no network and no database
 * but one of its own.
 * @throws {BundleError} where the bundle cannot be replayed.
 */
export async function replay(request: ReplayRequest): Promise<ReplayOutcome> {
  const { folder, at, life, onProgress } = request;
  const read = folderReader(folder);
  if ((await read('log/checkpoint')) === undefined) {
    throw new BundleError(`${folder} holds no log/checkpoint: it is not a bundle that maillage export has written.`);
  }
  const verdict = await verify(read, {
    threads: request.threads ?? 0,
    signal: life.interrupted,
    ...(request.logKey === undefined ? {} : { logKey: request.logKey }),
    onProgress: (done, of) => {
      onProgress('verify', done, of);
    },
  });
  if (!verdict.valid) return verdict;
  const { origin, size, root, erased } = verdict;
  const fault = await faultOfWords(read, size);
  if (fault !== undefined) return { valid: false, fault };
  if (at !== undefined && at > size) {
    throw new BundleError(`--at ${at} lies behind the checkpoint, which covers positions 1 to ${size}.`);
  }
  const published = await publishedDigests(read);
  const beyond = published.find(({ position }) => position > size);
  if (beyond !== undefined) {
    throw new BundleError(
      `${DIGESTS_FILE} has ${beyond.view} at position ${beyond.position}, which the checkpoint of size ${size} does not cover.`,
    );
  }
  for (const { view } of published) await mustHaveText(folder, view);
  const all = await attestationsIn(read, size);
  const attested = all.filter((each) => at === undefined || latestOf(each) <= at);
  const attestations = {
    compared: request.lastAttestation ? attested.slice(-1) : attested,
    standings: standings(all, new Map(request.views.map(({ name, version }) => [name, version]))),
  };
  const replaying = new Replaying(request, read, size, published, attestations);
  return { valid: true, origin, size, root, erased, ...(await replaying.run()) };
}

/** The last position that what was attested is of; of what had not come, as if it had just come. */
const latestOf = ({ position, views }: Attestation): bigint =>
  views.reduce((most, each) => (each.position > most && each.position < position ? each.position : most), 0n);

interface Attestations {
  readonly compared: readonly Attestation[];
  readonly standings: ReadonlyMap<ViewDigest, Standing>;
}

class Replaying {
  /** By view and position. */
  private readonly digests = new Map<string, ViewDigest>();
  private readonly differences = new Map<string, Difference>();

  constructor(
    private readonly request: ReplayRequest,
    private readonly read: Read,
    private readonly size: bigint,
    private readonly published: readonly ViewDigest[],
    private readonly attestations: Attestations,
  ) {}

  async run(): Promise<Pick<Replayed, 'views' | 'attestations'>> {
    const { at, views, events, life, onProgress } = this.request;
    const attested = this.attestations.compared.flatMap((each) => each.views);
    const known = [
      ...(at === undefined ? this.published : []).filter(({ view, version }) => this.viewOf(view)?.version === version),
      ...attested.filter((claim) => this.attestations.standings.get(claim) === 'COMPARABLE'),
    ];
    // One that is claimed nothing of is still computed, where the others end.
    const end = at ?? this.published.reduce((most, { position }) => (position > most ? position : most), 0n);
    const stops = [...new Set([...known.map(({ position }) => position), end])].sort((a, b) => (a < b ? -1 : 1));
    const scratch = await Scratch.open(life, events, views);
    for (const stop of stops) {
      await scratch.foldTo(
        stop,
        (after) => entriesOf(this.read, after, stop, this.size),
        (done) => {
          onProgress('replay', done, stops.at(-1) ?? 0n);
        },
      );
      const wanted = views.filter(
        ({ name }) => stop === end || known.some((c) => c.view === name && c.position === stop),
      );
      await scratch.withClient(async (client) => {
        for (const each of await digestViews(client, wanted)) this.digests.set(`${each.view} ${each.position}`, each);
        for (const claim of this.published.filter(({ position }) => position === stop)) {
          await this.locate(client, claim);
        }
      });
      life.interrupted.throwIfAborted();
    }
    return {
      views: this.judged(end),
      attestations: this.attestations.compared.map((each) => this.judgedAttestation(each)),
    };
  }

  /** Where the published text of a view parts from what was computed, if it does. */
  private async locate(client: PoolClient, claim: ViewDigest): Promise<void> {
    const view = this.viewOf(claim.view);
    const computed = this.digests.get(`${claim.view} ${claim.position}`);
    if (view === undefined || computed === undefined || view.version !== claim.version) return;
    const { folder } = this.request;
    const hash = createHash('sha256');
    for await (const piece of publishedText(folder, claim.view)) hash.update(piece);
    if (hash.digest('hex') === computed.digest) return;
    await client.query('begin read only');
    try {
      const difference = await firstDifference(view, publishedText(folder, claim.view), viewText(client, view));
      this.differences.set(claim.view, difference ?? { kind: 'BYTES' });
    } finally {
      await client.query('rollback');
    }
  }

  private judged(end: bigint): readonly ReplayedView[] {
    const { views, at } = this.request;
    const unclaimed = views.filter(({ name }) => !this.published.some(({ view }) => view === name));
    if (at !== undefined) {
      return views.map(({ name, version }) => {
        const claim = this.published.find(({ view, position }) => view === name && position === at);
        return this.judge(claim ?? { view: name, version, position: at, digest: '' }, claim !== undefined);
      });
    }
    return [
      ...this.published.map((claim) => this.judge(claim, true)),
      ...unclaimed.map(({ name, version }) => this.judge({ view: name, version, position: end, digest: '' }, false)),
    ];
  }

  private judgedAttestation({ position, views }: Attestation): ReplayedAttestation {
    return {
      position,
      views: views.map((claim) => {
        const standing = this.attestations.standings.get(claim) ?? 'COMPARABLE';
        return standing === 'COMPARABLE' ? this.judge(claim, true, false) : { ...claim, finding: standing };
      }),
    };
  }

  private judge(claim: ViewDigest, isClaimed: boolean, hasText = true): ReplayedView {
    const { view, version, position, digest } = claim;
    const computed = this.digests.get(`${view} ${position}`);
    const ours = this.viewOf(view);
    if (ours === undefined) return { ...claim, finding: 'UNKNOWN' };
    if (ours.version !== version) return { ...claim, finding: 'OTHER_VERSION' };
    if (computed === undefined) throw new Error(`View ${view} was not computed at ${position}.`);
    if (!isClaimed) return { ...computed, finding: 'UNCLAIMED' };
    const difference = hasText ? this.differences.get(view) : undefined;
    if (computed.digest === digest && difference === undefined) return { ...computed, finding: 'SAME' };
    const found = { ...computed, finding: 'DIFFERENT', claimed: { version, digest } } as const;
    return difference === undefined ? found : { ...found, difference };
  }

  private viewOf(name: string): View | undefined {
    return this.request.views.find((view) => view.name === name);
  }
}
