import { table, view, type DomainEvent, type EventTypes, type Reducer, type RowOfColumns } from '@maillage/kernel';

const memberColumns = { member_id: 'text', organisation_id: 'text', position: 'bigint' } as const;

/** Organisations' own systems record without a member; what people do by signing in has one. */
const acting: Reducer<DomainEvent, RowOfColumns<typeof memberColumns>> = {
  keys: ({ actor }) => (actor.member === undefined ? [] : [[actor.organisation, actor.member]]),
  reduce: (row, { position }, [organisationId, memberId]) =>
    row ?? {
      member_id: String(memberId),
      organisation_id: String(organisationId),
      position: position.toString(),
    },
};

/** Who acts for whom, from whatever is recorded in organisations' names: what ties two of them may be a person. */
export function participantsOf(types: EventTypes) {
  const authored = Object.entries(types).filter(([, { facets }]) => facets.authorship === 'ORGANISATION');
  return view({
    name: 'participants',
    version: 2,
    tables: {
      /** For which organisations each member, an opaque id, ever recorded anything, and where in the log it first did. */
      participant_member: table({
        columns: memberColumns,
        primaryKey: ['organisation_id', 'member_id'],
      }).on(Object.fromEntries(authored.map(([name]) => [name, acting]))),
    },
  });
}
