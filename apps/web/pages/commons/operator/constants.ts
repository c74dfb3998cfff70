const NUMBERS = [
  'priorWeight',
  'priorMean',
  'halfLifeDays',
  'anchorHalf',
  'calibrationWeight',
  'calibrationMean',
  'saturation',
  'volumeHalf',
  'factWeight',
  'praiseAbove',
  'lowerDeviations',
  'leastGroups',
  'leastMass',
] as const;
const EVIDENCE = ['NONE', 'DECLARED', 'CORROBORATED', 'VERIFIED'] as const;

/** A number that reputation is computed with; those of evidence are the weights of its levels. */
export type Constant = (typeof NUMBERS)[number] | (typeof EVIDENCE)[number];

/** As the server has it: `volumeHalf` is of the second form alone. */
export interface ParameterSet {
  readonly version: 1 | 2;
  readonly parameters: Readonly<Partial<Record<(typeof NUMBERS)[number], number>>> & {
    readonly evidence: Readonly<Record<(typeof EVIDENCE)[number], number>>;
  };
  readonly from: string | null;
  readonly reason: string | null;
}

/** One after the other, as they are shown. */
export function constantsOf({ parameters }: ParameterSet): readonly (readonly [Constant, number])[] {
  const numbers = NUMBERS.flatMap((name) => {
    const value = parameters[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return [...numbers, ...EVIDENCE.map((level) => [level, parameters.evidence[level]] as const)];
}

/** What somebody typed that is another number. */
export function changesOf(
  set: ParameterSet,
  typed: Readonly<Partial<Record<Constant, string | undefined>>>,
): readonly (readonly [Constant, number])[] {
  return constantsOf(set).flatMap(([name, value]) => {
    const text = typed[name];
    return text === undefined || Number(text) === value ? [] : [[name, Number(text)] as const];
  });
}

/** The same set with other numbers. */
export function withConstants(
  { parameters }: ParameterSet,
  changes: readonly (readonly [Constant, number])[],
): ParameterSet['parameters'] {
  const changed = Object.fromEntries(changes) as Readonly<Partial<Record<Constant, number>>>;
  const isEvidence = ([name]: readonly [Constant, number]) => EVIDENCE.some((level) => level === name);
  return {
    ...parameters,
    ...Object.fromEntries(changes.filter((each) => !isEvidence(each))),
    evidence: Object.fromEntries(
      EVIDENCE.map((level) => [level, changed[level] ?? parameters.evidence[level]]),
    ) as ParameterSet['parameters']['evidence'],
  };
}
