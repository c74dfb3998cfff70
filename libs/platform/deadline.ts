/**
 * A time after which nobody waits any more, or less where another signal is aborted. Whoever waits holds it: signals that
 * AbortSignal.any makes, and those that fetch makes of ours, may be collected as garbage before they speak, and what waits
 * for them then waits for ever.
 */
export class Deadline {
  private readonly controller = new AbortController();
  private until: number;
  private timer: NodeJS.Timeout | undefined;
  private hasPassed = false;

  constructor(
    ms: number,
    private readonly interrupted?: AbortSignal,
  ) {
    this.until = performance.now() + ms;
    if (interrupted?.aborted === true) this.interrupt();
    else interrupted?.addEventListener('abort', this.interrupt);
    this.wait();
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Whether it was the time, rather than the other signal. */
  get passed(): boolean {
    return this.hasPassed;
  }

  /** What becomes of this, or the reason to wait for it no longer: also where it does not heed the signal. */
  within<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const { signal } = this;
      const abort = () => {
        reject(signal.reason as Error);
      };
      if (signal.aborted) abort();
      else signal.addEventListener('abort', abort, { once: true });
      void work.then(resolve, reject).finally(() => {
        signal.removeEventListener('abort', abort);
      });
    });
  }

  /** Gives so much more time. */
  extend(ms: number): void {
    this.until += ms;
  }

  /** To be called when nothing waits any more. */
  end(): void {
    clearTimeout(this.timer);
    this.interrupted?.removeEventListener('abort', this.interrupt);
  }

  private readonly interrupt = (): void => {
    this.controller.abort(this.interrupted?.reason);
  };

  private wait(): void {
    const left = this.until - performance.now();
    if (left > 0) {
      this.timer = setTimeout(() => {
        this.wait();
      }, left);
      return;
    }
    this.hasPassed = true;
    this.controller.abort(new DOMException('It takes too long.', 'TimeoutError'));
  }
}
