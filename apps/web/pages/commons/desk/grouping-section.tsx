import { Groupings, type Grouping } from '../../../parts/groupings.js';
import { Section, useSection } from './section.js';

/** Who is said to belong to whom, and waits for the organisation's word. */
export function GroupingSection({
  groupings,
  onDone,
}: {
  readonly groupings: readonly Grouping[];
  readonly onDone: () => void;
}) {
  const state = useSection(onDone);
  return (
    <Section id="groupings" empty={groupings.length === 0} state={state}>
      <Groupings groupings={groupings} recorded={state.done} />
    </Section>
  );
}
