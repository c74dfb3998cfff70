import { sql } from 'kysely';
import { answering } from '@maillage/engine';
import { shareAMember } from '@maillage/accountability';

/** A member who recorded something for both organisations, each for the first time up to that position. */
export const sharedMember = answering(shareAMember, [{ keys: ['1 2 3'], args: null }], async (database, { keys }) => {
  const parts = keys.map((key) => key.split(' '));
  const part = (index: number) => parts.map((each) => each[index] ?? '');
  const rows = await database.run(sql<{ readonly key: string }>`
    select asked.key
    from unnest(${keys}::text[], ${part(0)}::text[], ${part(1)}::text[], ${part(2)}::bigint[])
      as asked(key, one, other, up_to)
    where exists (
      select from participant_member one
      join participant_member other on other.member_id = one.member_id
      where one.organisation_id = asked.one and other.organisation_id = asked.other
        and greatest(one.position, other.position) <= asked.up_to
    )`);
  const shared = new Set(rows.map(({ key }) => key));
  return keys.map((key) => shared.has(key));
});
