/** Arguments without nulls: `after: null` asks for what leaving it out asks for. */
export function argumentsOf<Given extends object>(args: Given): Given {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null && value !== undefined)) as Given;
}
