import { UNTIED, type Term } from './glossary.js';

interface Place {
  readonly current: Element | null;
}

/** Of all places on a page where a word of the glossary stands, the first of each in the order in which they are read. */
export class FirstPlaces {
  private readonly places = new Map<Term, Map<string, Place>>();
  private readonly first = new Map<Term, string>();
  private readonly listeners = new Set<() => void>();
  private isAwaited = false;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  isFirst(term: Term, id: string): boolean {
    return this.first.get(term) === id;
  }

  /** @returns what takes it out again. */
  enter(term: Term, id: string, place: Place): () => void {
    const ofTerm = this.places.get(term) ?? new Map<string, Place>();
    this.places.set(term, ofTerm.set(id, place));
    this.lookSoon();
    return () => {
      ofTerm.delete(id);
      this.lookSoon();
    };
  }

  /** Once for all that come and go together, before they are painted. */
  private lookSoon(): void {
    if (this.isAwaited) return;
    this.isAwaited = true;
    queueMicrotask(() => {
      this.isAwaited = false;
      this.look();
    });
  }

  private look(): void {
    let changed = false;
    for (const [term, places] of this.places) {
      const first = firstOf(places);
      if (first === this.first.get(term)) continue;
      changed = true;
      if (first === undefined) this.first.delete(term);
      else this.first.set(term, first);
    }
    if (changed) for (const listener of this.listeners) listener();
  }
}

function firstOf(places: ReadonlyMap<string, Place>): string | undefined {
  let first: { readonly id: string; readonly element: Element } | undefined;
  for (const [id, { current: element }] of places) {
    if (element?.parentElement?.closest(UNTIED) !== null) continue;
    const isBefore =
      first === undefined || (first.element.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    if (isBefore) first = { id, element };
  }
  return first?.id;
}
