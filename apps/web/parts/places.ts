/** As a revision takes it. */
export interface PlaceGiven {
  readonly name: string;
  readonly country?: string;
  readonly code?: string;
}

/** A line a place: its name and, where several that are known share it, what tells them apart. */
export function linesOf(places: readonly PlaceGiven[], known: readonly PlaceGiven[]): string {
  return places.map((place) => lineOf(place, known)).join('\n');
}

/** The places that the lines name, each once. One that was there before keeps its country and its code. */
export function placesIn(text: string, known: readonly PlaceGiven[]): readonly PlaceGiven[] {
  const lines = new Set(text.split('\n').map((line) => line.trim()));
  return [...lines]
    .filter((line) => line !== '')
    .map((line) => known.find((each) => lineOf(each, known) === line) ?? { name: line });
}

function lineOf({ name, country, code }: PlaceGiven, known: readonly PlaceGiven[]): string {
  const apart = [code, country].filter((each) => each !== undefined).join(', ');
  const isShared = known.filter((each) => each.name === name).length > 1;
  return isShared && apart !== '' ? `${name} (${apart})` : name;
}
