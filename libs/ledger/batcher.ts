interface Waiting<Request, Answer> {
  readonly request: Request;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** Stands for an answer where one request of a call failed and the others did not. */
export class Failure {
  constructor(readonly error: unknown) {}
}

/**
 * Sends what has gathered while the previous call was under way, in one call: with one caller it adds no delay, with
 * many it shares the round trip. Answers come back in the order of the requests.
 */
export class Batcher<Request, Answer> {
  private waiting: Waiting<Request, Answer>[] = [];
  private running = false;

  /**
   * @param send takes requests, answers each at its index.
   * @param most requests per call.
   * @param compatible makes, for each call, a predicate that says whether a request may join those it accepted before.
   */
  constructor(
    private readonly send: (requests: readonly Request[]) => Promise<readonly (Answer | Failure)[]>,
    private readonly most: number,
    private readonly compatible?: () => (request: Request) => boolean,
  ) {}

  submit(request: Request): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      this.waiting.push({ request, resolve, reject });
      this.pump();
    });
  }

  /** Requests that wait for a call. */
  get depth(): number {
    return this.waiting.length;
  }

  private pump(): void {
    if (this.running || this.waiting.length === 0) return;
    this.running = true;
    // Everything submitted in this turn of the event loop goes along.
    setImmediate(() => void this.run());
  }

  private async run(): Promise<void> {
    const batch = this.take();
    try {
      const answers = await this.send(batch.map(({ request }) => request));
      batch.forEach(({ resolve, reject }, index) => {
        const answer = answers[index];
        if (answer instanceof Failure) reject(answer.error);
        else resolve(answer as Answer);
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      this.running = false;
      this.pump();
    }
  }

  /** The first in line always goes; a later one that does not fit with those taken waits for the next call. */
  private take(): readonly Waiting<Request, Answer>[] {
    if (this.compatible === undefined) return this.waiting.splice(0, this.most);
    const fits = this.compatible();
    const taken: Waiting<Request, Answer>[] = [];
    const left: Waiting<Request, Answer>[] = [];
    for (const each of this.waiting) {
      if (taken.length < this.most && fits(each.request)) taken.push(each);
      else left.push(each);
    }
    this.waiting = left;
    return taken;
  }
}
