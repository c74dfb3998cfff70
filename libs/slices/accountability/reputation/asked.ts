import { inPieces, type Loaders } from '@maillage/engine';
import { REPUTATION } from '../parameters/decider.js';
import { parametersAt } from '../parameters/queries.js';
import type { Facts } from './arithmetic.js';
import type { Dimension } from './dimension.js';
import { factsOf, standingFactsOf } from './facts.js';
import type { Parameters } from './parameters.js';
import { factsWithin, praiseAround, within, type Moment } from './queries.js';
import { standingWithin } from './records.queries.js';

/** What an estimate is made of: the facts in each dimension, as the form in force at the moment wants them. */
export interface Asked {
  readonly parameters: Parameters;
  readonly facts: (dimension: Dimension) => Facts;
}

/** All that bears on an organisation in a mission at a moment, by the parameters in force there. */
export async function askedOf(
  loaders: Loaders,
  organisationId: string,
  missionId: string,
  moment: Moment,
): Promise<Asked> {
  const { parameters } = await loaders.load(parametersAt, REPUTATION, moment);
  const praised = loaders.load(praiseAround, organisationId, { ...moment, above: parameters.praiseAbove });
  const key = within(organisationId, missionId);
  switch (parameters.version) {
    case 1: {
      const [rows, praise] = await Promise.all([loaders.load(factsWithin, key, moment), praised]);
      const facts = await inPieces(loaders, () => factsOf(organisationId, rows, praise));
      return { parameters, facts };
    }
    case 2: {
      const [rows, praise] = await Promise.all([loaders.load(standingWithin, key, moment), praised]);
      const facts = await inPieces(loaders, () => standingFactsOf(organisationId, rows, praise));
      return { parameters, facts };
    }
  }
}
