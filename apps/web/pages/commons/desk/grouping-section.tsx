import {
  MoreGroupingsToAnswerDocument,
  type DeskPageQuery,
} from '../../../generated/graphql/pages/commons/desk/desk.js';
import { groupingKey, Groupings } from '../../../parts/groupings.js';
import { MoreButton } from '../../../parts/more-button.js';
import { useMore } from '../../../shell/graphql/use-more.js';
import { useAsk } from '../../../shell/graphql/use-page.js';
import { Section, useSection } from './section.js';

/** Who is said to belong to whom, and waits for the organisation's word. */
export function GroupingSection({
  desk: { organisation },
  onDone,
}: {
  readonly desk: DeskPageQuery['desk'];
  readonly onDone: () => void;
}) {
  const ask = useAsk();
  const state = useSection(onDone);
  const more = useMore(
    organisation.groupingProposals,
    groupingKey,
    async (after) =>
      (await ask(MoreGroupingsToAnswerDocument, { organisationId: organisation.id, after })).organisation
        ?.groupingProposals,
  );
  return (
    <Section id="groupings" empty={more.nodes.length === 0} state={state}>
      <Groupings groupings={more.nodes} recorded={state.done} />
      <MoreButton more={more} />
    </Section>
  );
}
