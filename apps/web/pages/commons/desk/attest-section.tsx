import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';
import {
  MoreContributionsToCorroborateDocument,
  MoreContributionsToDeclareDocument,
  MoreContributionsToVerifyDocument,
  type ContributionsToAttestFragment,
  type DeskPageQuery,
} from '../../../generated/graphql/pages/commons/desk/desk.js';
import { CorroborateContribution } from '../../../generated/commands/CorroborateContribution.js';
import { DeclareContribution } from '../../../generated/commands/DeclareContribution.js';
import { useMore } from '../../../shell/graphql/use-more.js';
import { useAsk } from '../../../shell/graphql/use-page.js';
import { Quantity } from '../../../i18n/format.js';
import { AttestedLine } from '../../../parts/attested.js';
import { LinkButton } from '../../../parts/button.js';
import { shortened } from '../../../parts/shortened.js';
import { ActForm } from '../../../parts/forms/act-form.js';
import type { Command } from '../../../parts/forms/command.js';
import { useFormWords } from '../../../parts/forms/words.js';
import { MoreButton } from '../../../parts/more-button.js';
import { Reveal } from '../../../parts/reveal.js';
import { NameOf, OrganisationLink } from '../../../parts/named.js';
import { useFormLabel } from '../../../parts/review/form-label.js';
import { Section, useSection } from './section.js';
import { PromiseText } from '../../../parts/promise-text.js';

type Desk = DeskPageQuery['desk'];
type Contribution = ContributionsToAttestFragment['nodes'][number];
type What = 'declare' | 'corroborate' | 'verify';

const LISTS = {
  declare: 'contributionsToDeclare',
  corroborate: 'contributionsToCorroborate',
  verify: 'contributionsToVerify',
} as const satisfies Readonly<Record<What, keyof Desk>>;

/** Contributions that await a word of the organisation: its own to declare, others' to corroborate or to verify. */
export function AttestSection({
  desk,
  what,
  onDone,
}: {
  readonly desk: Desk;
  readonly what: What;
  readonly onDone: () => void;
}) {
  const ask = useAsk();
  const state = useSection(onDone);
  const organisationId = desk.organisation.id;
  const more = useMore(
    desk[LISTS[what]],
    ({ id }) => id,
    async (after) => {
      switch (what) {
        case 'declare':
          return (await ask(MoreContributionsToDeclareDocument, { organisationId, after })).desk.contributionsToDeclare;
        case 'corroborate':
          return (await ask(MoreContributionsToCorroborateDocument, { organisationId, after })).desk
            .contributionsToCorroborate;
        case 'verify':
          return (await ask(MoreContributionsToVerifyDocument, { organisationId, after })).desk.contributionsToVerify;
      }
    },
  );
  return (
    <Section id={what} empty={more.nodes.length === 0} state={state}>
      <ol className="stack">
        {more.nodes.map((contribution) => (
          <li key={contribution.id} className="card">
            <Given contribution={contribution} />
            <Attest what={what} contribution={contribution} done={state.done} />
          </li>
        ))}
      </ol>
      <MoreButton more={more} />
    </Section>
  );
}

function Given({ contribution }: { readonly contribution: Contribution }) {
  const { contributor, recordedBy, kind, quantity, period, evidence, disputed, description, commitment } = contribution;
  return (
    <>
      <h3>
        {quantity === null ? <FormattedMessage id={`kind.${kind}`} /> : <Quantity {...quantity} />}
        {' · '}
        <OrganisationLink organisation={contributor} />
      </h3>
      {description !== null && <p className="said">{shortened(description, 240)}</p>}
      {commitment !== null && (
        <p>
          <FormattedMessage
            id="desk.towards"
            values={{
              commitment: (
                <Link href={`/commitments/${commitment.id}#contribution-${contribution.id}`}>
                  <PromiseText text={commitment.description} most={110} />
                </Link>
              ),
            }}
          />
        </p>
      )}
      <p className="row">
        <AttestedLine evidence={evidence} disputed={disputed} period={period} />
        {recordedBy !== null && recordedBy.id !== contributor?.id && (
          <span className="quiet">
            <FormattedMessage id="desk.recordedBy" values={{ organisation: <NameOf organisation={recordedBy} /> }} />
          </span>
        )}
      </p>
    </>
  );
}

function Attest({
  what,
  contribution,
  done,
}: {
  readonly what: What;
  readonly contribution: Contribution;
  readonly done: (position: string | null) => void;
}) {
  const { id, commitment } = contribution;
  const place = commitment === null ? undefined : `/commitments/${commitment.id}#contribution-${id}`;
  switch (what) {
    case 'verify':
      // The form for a finding is on the commitment's page, where the evidence is.
      return (
        place !== undefined && (
          <div className="actions">
            <LinkButton href={place}>
              <FormattedMessage id="desk.verify.open" />
            </LinkButton>
          </div>
        )
      );
    case 'declare':
    case 'corroborate':
      return (
        <>
          {place !== undefined && (
            <p>
              <Link href={place}>
                <FormattedMessage id="desk.seeEvidence" />
              </Link>
            </p>
          )}
          <Act command={ACTS[what]} contribution={contribution} done={done} />
        </>
      );
  }
}

const ACTS = { declare: DeclareContribution, corroborate: CorroborateContribution };

function Act({
  command,
  contribution: { id, contributor, description, commitment },
  done,
}: {
  readonly command: Command;
  readonly contribution: Contribution;
  readonly done: (position: string | null) => void;
}) {
  const { title } = useFormWords(command);
  const label = useFormLabel(command, contributor, description ?? commitment?.description ?? null);
  // A party that attests accepts the promise: the terms that were read.
  const read = commitment === null ? {} : { termsVersion: commitment.termsVersion };
  return (
    <Reveal level={4} label={title}>
      <ActForm command={command} on={{ contributionId: id, ...read }} label={label} recorded={done} />
    </Reveal>
  );
}
