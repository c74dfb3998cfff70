import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '@maillage/engine';
import { isMemberOfMission } from '@maillage/missions';
import { disclose, type DisclosedText, type Disclosure, DisclosureEnum, type HeldText } from '@maillage/evidence';
import { commitmentById } from './commitment/queries.js';
import { Contribution, ContributionStatement } from './contribution/graphql.js';
import { Review, ReviewVersion } from './review/graphql.js';

const textField = (description: string) => ResolveField(() => String, { nullable: true, description });
const NULL_IF = 'Null where it is withheld or erased';
const whyField = ResolveField(() => DisclosureEnum, { description: 'Why the text is shown, or is not.' });
const whyFieldIfGiven = ResolveField(() => DisclosureEnum, {
  nullable: true,
  description: 'Why the text is shown, or is not; null where none was given.',
});

@Resolver(() => Review)
export class ReviewTextsResolver {
  @textField(`What went well. ${NULL_IF}.`)
  async whatWorked(@Parent() review: Review, @Context() context: GraphqlContext): Promise<string | null> {
    return (await opinionText(context, review, review.heldWhatWorked)).text;
  }

  @whyField
  async whatWorkedDisclosure(@Parent() review: Review, @Context() context: GraphqlContext): Promise<Disclosure | null> {
    return (await opinionText(context, review, review.heldWhatWorked)).disclosure;
  }

  @textField(`What could go better. ${NULL_IF}.`)
  async whatToTry(@Parent() review: Review, @Context() context: GraphqlContext): Promise<string | null> {
    return (await opinionText(context, review, review.heldWhatToTry)).text;
  }

  @whyField
  async whatToTryDisclosure(@Parent() review: Review, @Context() context: GraphqlContext): Promise<Disclosure | null> {
    return (await opinionText(context, review, review.heldWhatToTry)).disclosure;
  }

  @textField(`The reviewed organisation’s response. ${NULL_IF}, or not given yet.`)
  async answer(@Parent() review: Review, @Context() context: GraphqlContext): Promise<string | null> {
    return (await answerText(context, review)).text;
  }

  @whyFieldIfGiven
  async answerDisclosure(@Parent() review: Review, @Context() context: GraphqlContext): Promise<Disclosure | null> {
    return (await answerText(context, review)).disclosure;
  }
}

@Resolver(() => ReviewVersion)
export class ReviewVersionTextsResolver {
  @textField(`What went well. ${NULL_IF}.`)
  async whatWorked(@Parent() version: ReviewVersion, @Context() context: GraphqlContext): Promise<string | null> {
    return (await opinionText(context, version, version.heldWhatWorked)).text;
  }

  @whyField
  async whatWorkedDisclosure(
    @Parent() version: ReviewVersion,
    @Context() context: GraphqlContext,
  ): Promise<Disclosure | null> {
    return (await opinionText(context, version, version.heldWhatWorked)).disclosure;
  }

  @textField(`What could go better. ${NULL_IF}.`)
  async whatToTry(@Parent() version: ReviewVersion, @Context() context: GraphqlContext): Promise<string | null> {
    return (await opinionText(context, version, version.heldWhatToTry)).text;
  }

  @whyField
  async whatToTryDisclosure(
    @Parent() version: ReviewVersion,
    @Context() context: GraphqlContext,
  ): Promise<Disclosure | null> {
    return (await opinionText(context, version, version.heldWhatToTry)).disclosure;
  }
}

@Resolver(() => Contribution)
export class ContributionNoteResolver {
  @textField(`A word on the evidence given when it was recorded. ${NULL_IF}, or not given.`)
  async note(@Parent() contribution: Contribution, @Context() context: GraphqlContext): Promise<string | null> {
    return (await noteText(context, contribution)).text;
  }

  @whyFieldIfGiven
  async noteDisclosure(
    @Parent() contribution: Contribution,
    @Context() context: GraphqlContext,
  ): Promise<Disclosure | null> {
    return (await noteText(context, contribution)).disclosure;
  }
}

@Resolver(() => ContributionStatement)
export class StatementTextResolver {
  @textField(`The note, the statement, the finding or the reason of the dispute. ${NULL_IF}, or not given.`)
  async text(
    @Parent() statement: InstanceType<typeof ContributionStatement>,
    @Context() context: GraphqlContext,
  ): Promise<string | null> {
    return (await statementText(context, statement)).text;
  }

  @whyFieldIfGiven
  async textDisclosure(
    @Parent() statement: InstanceType<typeof ContributionStatement>,
    @Context() context: GraphqlContext,
  ): Promise<Disclosure | null> {
    return (await statementText(context, statement)).disclosure;
  }
}

type Opinion = Pick<Review, 'commitmentId' | 'reviewerId'>;

function opinionText(context: GraphqlContext, { commitmentId, reviewerId }: Opinion, held: HeldText) {
  return shown(context, held, commitmentId, reviewerId);
}

function answerText(context: GraphqlContext, { commitmentId, reviewedId, heldAnswer }: Review) {
  return shown(context, heldAnswer, commitmentId, reviewedId);
}

function noteText(context: GraphqlContext, { row }: Contribution) {
  return shown(context, { plain: row.note, reference: row.note_private }, row.commitment_id, row.recorded_by);
}

function statementText(context: GraphqlContext, { row }: InstanceType<typeof ContributionStatement>) {
  return shown(context, { plain: row.text, reference: row.text_private }, row.commitment_id, row.organisation_id);
}

function shown(
  context: GraphqlContext,
  held: HeldText,
  commitmentId: string,
  authorId: string,
): Promise<DisclosedText> {
  return disclose(context, held, () => mayRead(context, commitmentId, authorId));
}

/** Who recorded it, the parties to the commitment, and those who take part in its mission now, in whatever role. */
async function mayRead(
  { principal, loaders }: GraphqlContext,
  commitmentId: string,
  authorId: string,
): Promise<boolean> {
  if (principal?.scopes.includes('read') !== true) return false;
  const { organisation } = principal;
  if (organisation === authorId) return true;
  const commitment = await loaders.load(commitmentById, commitmentId, null);
  if (commitment === undefined) return false;
  const { promisor_ids, counterparty_ids, mission_id } = commitment;
  if ([...promisor_ids, ...counterparty_ids].includes(organisation)) return true;
  return loaders.load(isMemberOfMission, mission_id, { organisationId: organisation });
}
