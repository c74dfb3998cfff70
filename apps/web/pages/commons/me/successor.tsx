import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import { Choices } from '../../../parts/forms/fields.js';
import { useKept } from '../../../parts/people/use-kept.js';
import type { KeptOfMe } from './types.js';

interface KeptOfSeats {
  readonly holders: readonly {
    readonly memberId: string;
    readonly name: string;
    readonly addresses: readonly string[];
    readonly isSelf: boolean;
  }[];
  readonly invitations: readonly { readonly address: string; readonly role: string }[];
}

const NOBODY = 'nobody';

/**
 * Who administers an organisation after its last ADMIN has erased herself: somebody with a seat in it, somebody invited, who must
 * accept first, or nobody.
 */
export function ChooseSuccessor({
  organisation: { id, name },
  chosen,
  onChange,
}: {
  readonly organisation: KeptOfMe['seats'][number]['organisation'];
  /** By the id of the seat. */
  readonly chosen: string | undefined;
  readonly onChange: (memberId: string | undefined) => void;
}) {
  const intl = useIntl();
  const { kept } = useKept(`/seats/${id}`);
  const { holders = [], invitations = [] } = (kept ?? {}) as Partial<KeptOfSeats>;
  const others = holders.filter(({ isSelf }) => !isSelf);
  const invited = invitations.filter(({ role }) => role === 'ADMIN').map(({ address }) => address);
  const organisation = <Link href={`/seats/${id}`}>{name ?? <FormattedMessage id="unnamed" />}</Link>;
  return (
    <>
      {others.length > 0 && (
        <Choices
          name={`successor-${id}`}
          value={chosen ?? NOBODY}
          onChange={(memberId) => {
            onChange(memberId === NOBODY ? undefined : memberId);
          }}
          choices={[
            ...others.map((holder) => ({
              value: holder.memberId,
              label: holder.name === '' ? intl.formatList(holder.addresses) : holder.name,
            })),
            { value: NOBODY, label: <FormattedMessage id="me.successor.nobody" /> },
          ]}
          label={<FormattedMessage id="me.successor" values={{ organisation: name ?? '' }} />}
        />
      )}
      <p>
        {invited.length === 0 ? (
          <FormattedMessage id="me.successor.invite" values={{ organisation }} />
        ) : (
          <FormattedMessage
            id="me.successor.invited"
            values={{ organisation, addresses: intl.formatList(invited), count: invited.length }}
          />
        )}
      </p>
    </>
  );
}
