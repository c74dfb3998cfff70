import { BACKSLASH, QUOTE } from './scan.js';

/**
 * Patterns of JSON Schema, matched by an automaton that looks at each character once: a pattern comes from the ledger that
 * is audited, and Node's own engine can be made to try for ever.
 */
export interface LinearPattern {
  test(text: string): boolean;
  /**
   * Of a JSON text within bytes, which begins there.
   * @returns where the quotation mark stands that ends it; -1 unless it matches and is printable ASCII without escapes.
   */
  endIn(bytes: Uint8Array, at: number): number;
  /** As it is written: ajv tells patterns apart by it. */
  toString(): string;
}

/** Copies that counted repetitions make included. */
const MOST_STATES = 2_000;
const MOST_DEPTH = 20;
const MOST_REPETITIONS = 1_000;
/** Steps remembered; beyond, what was learned is forgotten, and learned again. */
const MOST_STEPS = 8_000;

type Accepts = (character: string) => boolean;

type Part =
  | { readonly kind: 'one'; readonly accepts: Accepts }
  | { readonly kind: 'sequence'; readonly parts: readonly Part[] }
  | { readonly kind: 'choice'; readonly parts: readonly Part[] }
  | { readonly kind: 'repeated'; readonly part: Part; readonly least: number; readonly most: number };

const ANYTHING: Part = { kind: 'repeated', part: { kind: 'one', accepts: () => true }, least: 0, most: Infinity };

/**
 * Anchors at the ends, groups, choices, classes and greedy repetitions, as ECMAScript reads them with the flag `u`.
 * @throws {SyntaxError} for whatever else a pattern may hold: looking around, looking back, naming groups.
 */
export function linearPattern(source: string): LinearPattern {
  const { part, fromStart, toEnd } = new PatternReading(source).pattern();
  const parts = [...(fromStart ? [] : [ANYTHING]), part, ...(toEnd ? [] : [ANYTHING])];
  const automaton = new Automaton(source, { kind: 'sequence', parts });
  const fixed = fromStart && toEnd ? fixedParts(part) : undefined;
  return fixed === undefined ? automaton : fixedPattern(automaton, fixed);
}

/** What follows a backslash. Half of a surrogate pair is none: two of them would be read as one character. */
const ESCAPE =
  /\\(?:[dDwWsStnrfv]|[pP]\{[A-Za-z_=]+\}|u(?![dD][89a-fA-F])[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{1,6}\}|[\^$\\.*+?()[\]{}|/-])/uy;
const CLASS = /\[\^?(?:[^\]\\]|\\[^])*\]/uy;
const COUNT = /\{([0-9]{1,4})(?:(,)([0-9]{1,4})?)?\}/uy;

class PatternReading {
  private at = 0;
  private depth = 0;

  constructor(private readonly source: string) {}

  pattern(): { readonly part: Part; readonly fromStart: boolean; readonly toEnd: boolean } {
    const fromStart = this.taken('^');
    const part = this.choice();
    const toEnd = this.source.slice(this.at) === '$' && this.taken('$');
    if (this.at < this.source.length) throw this.refused();
    // An anchor would belong to the first or the last of them alone.
    if ((fromStart || toEnd) && part.kind === 'choice') throw new SyntaxError('an anchor stands beside a choice');
    return { part, fromStart, toEnd };
  }

  private choice(): Part {
    const parts = [this.sequence()];
    while (this.taken('|')) parts.push(this.sequence());
    return parts.length === 1 ? (parts[0] as Part) : { kind: 'choice', parts };
  }

  private sequence(): Part {
    const parts: Part[] = [];
    while (this.at < this.source.length && !'|)$'.includes(this.source[this.at] ?? '')) parts.push(this.repeated());
    return { kind: 'sequence', parts };
  }

  private repeated(): Part {
    const part = this.one();
    const [least, most] = this.times();
    if (least === 1 && most === 1) return part;
    if (least > most || least > MOST_REPETITIONS || (most !== Infinity && most > MOST_REPETITIONS)) {
      throw new SyntaxError(`it repeats more than ${MOST_REPETITIONS} times, or in no order`);
    }
    if ('*+?{'.includes(this.source[this.at] ?? ' ')) throw this.refused();
    return { kind: 'repeated', part, least, most };
  }

  private times(): readonly [least: number, most: number] {
    if (this.taken('*')) return [0, Infinity];
    if (this.taken('+')) return [1, Infinity];
    if (this.taken('?')) return [0, 1];
    if (this.source[this.at] !== '{') return [1, 1];
    const count = this.matched(COUNT);
    if (count === undefined) throw this.refused();
    const [, least = '', comma, most] = count;
    return [Number(least), most === undefined ? (comma === undefined ? Number(least) : Infinity) : Number(most)];
  }

  private one(): Part {
    if (this.taken('(')) {
      if (this.source[this.at] === '?' && !this.taken('?:')) throw this.refused();
      this.depth += 1;
      if (this.depth > MOST_DEPTH) throw new SyntaxError(`its groups are more than ${MOST_DEPTH} deep`);
      const part = this.choice();
      if (!this.taken(')')) throw this.refused();
      this.depth -= 1;
      return part;
    }
    const { at } = this;
    const first = this.source[at] ?? '';
    if (first === '[') {
      const text = this.matched(CLASS)?.[0];
      if (text === undefined) throw this.refused();
      this.refuseEscapesIn(text);
      return { kind: 'one', accepts: likeNative(text) };
    }
    if (first === '\\') {
      const text = this.matched(ESCAPE)?.[0];
      if (text === undefined) throw this.refused();
      return { kind: 'one', accepts: likeNative(text) };
    }
    if (first === '.') {
      this.at += 1;
      return { kind: 'one', accepts: likeNative('.') };
    }
    if ('^$*+?{}])'.includes(first)) throw this.refused();
    const literal = String.fromCodePoint(this.source.codePointAt(at) ?? 0);
    this.at += literal.length;
    return { kind: 'one', accepts: (character) => character === literal };
  }

  private refuseEscapesIn(text: string): void {
    for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', ESCAPE.lastIndex)) {
      ESCAPE.lastIndex = at;
      if (!ESCAPE.test(text)) throw this.refused();
    }
  }

  private matched(form: RegExp): RegExpExecArray | undefined {
    form.lastIndex = this.at;
    const match = form.exec(this.source) ?? undefined;
    this.at += match?.[0].length ?? 0;
    return match;
  }

  private taken(text: string): boolean {
    const found = this.source.startsWith(text, this.at);
    if (found) this.at += text.length;
    return found;
  }

  private refused(): SyntaxError {
    return new SyntaxError(`what stands at ${this.at} of it is not read here`);
  }
}

/** Of one character, Node's own engine has nothing to try twice. */
function likeNative(one: string): Accepts {
  const native = new RegExp(`^${one}$`, 'u');
  return (character) => native.test(character);
}

type State =
  | { readonly kind: 'end' }
  | { readonly kind: 'one'; readonly accepts: Accepts; readonly next: number }
  | { readonly kind: 'either'; readonly next: number[] };

/** A set of states, and where each character leads from it, as far as that was found out. */
interface Step {
  readonly states: readonly number[];
  readonly ends: boolean;
  /** From it nothing leads to the end. */
  readonly lost: boolean;
  /** Of ASCII, by its number, and of all else. */
  readonly ascii: (Step | undefined)[];
  readonly next: Map<number, Step>;
}

/** Thompson's: all ways through the pattern at once, one character at a time. */
class Automaton implements LinearPattern {
  private readonly states: State[] = [{ kind: 'end' }];
  private spent = 0;
  private readonly first: number;
  private steps = new Map<string, Step>();
  private learned = 0;
  private start: Step;

  constructor(
    private readonly source: string,
    part: Part,
  ) {
    this.first = this.build(part, 0);
    this.start = this.stepOf([this.first]);
  }

  toString(): string {
    return this.source;
  }

  test(text: string): boolean {
    let step = this.start;
    for (let at = 0; at < text.length;) {
      const point = text.codePointAt(at) ?? 0;
      at += point > 0xffff ? 2 : 1;
      step = (point < 128 ? step.ascii[point] : step.next.get(point)) ?? this.learn(step, point);
      if (step.lost) return false;
    }
    return step.ends;
  }

  endIn(bytes: Uint8Array, at: number): number {
    let step = this.start;
    for (let end = at; ; end += 1) {
      const byte = bytes[end] ?? 0;
      if (byte === QUOTE) return step.ends ? end : -1;
      if (byte < 0x20 || byte > 0x7e || byte === BACKSLASH) return -1;
      step = step.ascii[byte] ?? this.learn(step, byte);
      if (step.lost) return -1;
    }
  }

  /** @returns where to begin for this part and, behind it, `next`. */
  private build(part: Part, next: number): number {
    this.spent += 1;
    if (this.spent > MOST_STATES) throw new SyntaxError(`it comes to more than ${MOST_STATES} states`);
    switch (part.kind) {
      case 'one':
        return this.states.push({ kind: 'one', accepts: part.accepts, next }) - 1;
      case 'sequence':
        return part.parts.reduceRight((behind, each) => this.build(each, behind), next);
      case 'choice':
        return this.states.push({ kind: 'either', next: part.parts.map((each) => this.build(each, next)) }) - 1;
      case 'repeated': {
        let begin = next;
        if (part.most === Infinity) {
          const again: number[] = [next];
          begin = this.states.push({ kind: 'either', next: again }) - 1;
          again.push(this.build(part.part, begin));
        }
        for (let n = part.least; part.most !== Infinity && n < part.most; n += 1) {
          begin = this.states.push({ kind: 'either', next: [next, this.build(part.part, begin)] }) - 1;
        }
        for (let n = 0; n < part.least; n += 1) begin = this.build(part.part, begin);
        return begin;
      }
    }
  }

  private learn({ states, ascii, next }: Step, point: number): Step {
    if (this.learned >= MOST_STEPS) {
      this.learned = 0;
      this.steps = new Map();
      this.start = this.stepOf([this.first]);
    }
    const character = String.fromCodePoint(point);
    const reached: number[] = [];
    for (const index of states) {
      const state = this.states[index];
      if (state?.kind === 'one' && state.accepts(character)) reached.push(state.next);
    }
    const step = this.stepOf(reached);
    this.learned += 1;
    if (point < 128) ascii[point] = step;
    else next.set(point, step);
    return step;
  }

  /** Everything that can be reached from these without a character. */
  private stepOf(from: readonly number[]): Step {
    const seen = new Set<number>();
    const open = [...from];
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      if (seen.has(index)) continue;
      seen.add(index);
      const state = this.states[index];
      if (state?.kind === 'either') open.push(...state.next);
    }
    const states = [...seen].filter((index) => this.states[index]?.kind !== 'either').sort((a, b) => a - b);
    const key = states.join();
    let step = this.steps.get(key);
    if (step === undefined) {
      const ascii = new Array<Step | undefined>(128).fill(undefined);
      step = { states, ends: seen.has(0), lost: states.length === 0, ascii, next: new Map() };
      this.steps.set(key, step);
    }
    return step;
  }
}

/** The characters of a pattern that has always as many, such as a UUID; `undefined` of any other. */
function fixedParts(part: Part): readonly Accepts[] | undefined {
  switch (part.kind) {
    case 'one':
      return [part.accepts];
    case 'sequence': {
      const each = part.parts.map(fixedParts);
      return each.includes(undefined) ? undefined : (each as (readonly Accepts[])[]).flat();
    }
    case 'choice':
      return undefined;
    case 'repeated': {
      const once = fixedParts(part.part);
      return part.least === part.most && once ? Array.from({ length: part.least }, () => once).flat() : undefined;
    }
  }
}

/** As many sets of characters as a positive integer has bits to stand for them. */
const MOST_SETS = 30;

/** Where all that match are of one length, no character need wait for the one before it. */
function fixedPattern(automaton: LinearPattern, parts: readonly Accepts[]): LinearPattern {
  const ascii = Array.from({ length: 0x7f - 0x20 }, (_, n) => 0x20 + n).filter(
    (one) => one !== QUOTE && one !== BACKSLASH,
  );
  const accepted = parts.map((accepts) => ascii.filter((one) => accepts(String.fromCharCode(one))));
  const known = [...new Set(accepted.map((set) => set.join()))];
  if (known.length > MOST_SETS) return automaton;
  /** By its place, the bit of the set that a character must be in; by its number, those of the sets it is in. */
  const wanted = Int32Array.from(accepted, (set) => 1 << known.indexOf(set.join()));
  const sets = new Int32Array(256);
  for (const [place, set] of accepted.entries())
    for (const one of set) sets[one] = (sets[one] as number) | (wanted[place] as number);
  return {
    test: (text) => automaton.test(text),
    toString: () => automaton.toString(),
    endIn: (bytes, at) => {
      let missed = 0;
      for (let n = 0; n < wanted.length; n += 1) {
        if (((sets[bytes[at + n] as number] as number) & (wanted[n] as number)) === 0) missed = 1;
      }
      return missed === 0 && bytes[at + wanted.length] === QUOTE ? at + wanted.length : -1;
    },
  };
}
