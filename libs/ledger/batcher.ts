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
  private readonly underWay = new Set<readonly Waiting<Request, Answer>[]>();
  private scheduled = false;

  /**
   * @param send takes requests, answers each at its index.
   * @param most requests per call.
   * @param compatible makes a predicate that says whether a request may join those it accepted before; requests under
   * way in another call count as accepted.
   * @param lanes calls under way at once. With two, this process works on the answers of one while the database works on
   * the other; what there is to do is shared out evenly between them.
   */
  constructor(
    private readonly send: (requests: readonly Request[]) => Promise<readonly (Answer | Failure)[]>,
    private readonly most: number,
    private readonly compatible: () => (request: Request) => boolean = () => () => true,
    private readonly lanes = 1,
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
    if (this.scheduled || this.waiting.length === 0 || this.underWay.size >= this.lanes) return;
    this.scheduled = true;
    // Everything submitted in this turn of the event loop goes along.
    setImmediate(() => {
      this.scheduled = false;
      while (this.underWay.size < this.lanes) {
        const batch = this.take();
        // What is left does not fit with what is under way; the next answer lets it go.
        if (batch.length === 0) return;
        this.underWay.add(batch);
        void this.run(batch);
      }
    });
  }

  private async run(batch: readonly Waiting<Request, Answer>[]): Promise<void> {
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
      this.underWay.delete(batch);
      this.pump();
    }
  }

  /** In order of arrival; one that does not fit with those before it, or with those under way, waits. */
  private take(): readonly Waiting<Request, Answer>[] {
    const fits = this.compatible();
    let busy = 0;
    for (const { request } of [...this.underWay].flat()) {
      fits(request);
      busy += 1;
    }
    const share = Math.min(this.most, Math.ceil((this.waiting.length + busy) / this.lanes));
    const taken: Waiting<Request, Answer>[] = [];
    const left: Waiting<Request, Answer>[] = [];
    for (const each of this.waiting) {
      if (taken.length < share && fits(each.request)) taken.push(each);
      else left.push(each);
    }
    this.waiting = left;
    return taken;
  }
}
