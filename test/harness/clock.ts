import { DAY_MS, type Clock, type Instant } from '@maillage/kernel';

/** A clock that stands still until it is moved: what a test says happens in 2029 happens in 2029. */
export class TestClock implements Clock {
  constructor(private at: Instant) {}

  now(): Instant {
    return this.at;
  }

  /** @param at RFC 3339 in UTC, with milliseconds. */
  moveTo(at: Instant): void {
    this.at = new Date(at).toISOString();
  }
}

/** The machine's own, so many days ahead: where people and browsers go on meanwhile. */
export class AheadClock implements Clock {
  private days = 0;

  now(): Instant {
    return new Date(Date.now() + this.days * DAY_MS).toISOString();
  }

  pass(days: number): void {
    this.days += days;
  }
}
