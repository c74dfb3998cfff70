import { useCallback, useMemo, useState, type SyntheticEvent, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useLocation, useSearchParams } from 'wouter';
import { LoadedPage } from '../../../shell/page.js';
import {
  MoreCommitmentsFoundDocument,
  MoreMissionsFoundDocument,
  MoreOrganisationsFoundDocument,
  SearchPageDocument,
  type FoundCommitmentsFragment,
  type SearchPageQuery,
} from '../../../generated/graphql/pages/commons/search/search.js';
import { idOf, useMore } from '../../../shell/graphql/use-more.js';
import { useAsk, usePage } from '../../../shell/graphql/use-page.js';
import { shortened } from '../../../parts/shortened.js';
import { MoreButton } from '../../../parts/more-button.js';
import '../../../styles/pages-mission.css';
import { promisedBy } from '../../../parts/promised-by.js';
import { PromiseText } from '../../../parts/promise-text.js';
import { OrganisationLink } from '../../../parts/named.js';

const LONGEST = 200;
const CHALLENGE_LENGTH = 200;

export default function SearchPage() {
  const intl = useIntl();
  const [parameters] = useSearchParams();
  const q = (parameters.get('q') ?? '').trim().slice(0, LONGEST);
  const variables = useMemo(() => ({ q, searching: q !== '' }), [q]);
  const page = usePage(SearchPageDocument, variables);
  return (
    <LoadedPage
      page={page}
      title={() => <FormattedMessage id="search.title" />}
      documentTitle={() =>
        q === '' ? intl.formatMessage({ id: 'search.title' }) : intl.formatMessage({ id: 'search.titleFor' }, { q })
      }
    >
      {({ missions, organisations, commitments }) => (
        <>
          <SearchForm q={q} />
          {/* Said when it changes: the search itself does not move the focus. */}
          <div role="status">
            {page.loading && <FormattedMessage id="loading" />}
            {!page.loading && missions !== undefined && organisations !== undefined && commitments !== undefined && (
              <Summary q={q} missions={missions} organisations={organisations} commitments={commitments} />
            )}
          </div>
          {missions !== undefined && organisations !== undefined && commitments !== undefined && (
            <Results key={q} q={q} missions={missions} organisations={organisations} commitments={commitments} />
          )}
        </>
      )}
    </LoadedPage>
  );
}

function SearchForm({ q }: { readonly q: string }) {
  const [value, setValue] = useState(q);
  // The address may change by itself, as by the browser's way back; the box keeps the focus.
  const [shownFor, setShownFor] = useState(q);
  if (q !== shownFor) {
    setShownFor(q);
    setValue(q);
  }
  const [, navigate] = useLocation();
  const search = (event: SyntheticEvent) => {
    event.preventDefault();
    navigate(value.trim() === '' ? '/search' : `/search?q=${encodeURIComponent(value.trim())}`);
  };
  return (
    <search>
      <form className="search-form" onSubmit={search}>
        <div className="field">
          <label htmlFor="q">
            <FormattedMessage id="search.label" />
          </label>
          <input
            id="q"
            name="q"
            type="search"
            value={value}
            maxLength={LONGEST}
            aria-describedby="q-help"
            onChange={(event) => {
              setValue(event.target.value);
            }}
          />
          <span id="q-help" className="help">
            <FormattedMessage id="search.help" />
          </span>
        </div>
        <button type="submit" className="button primary">
          <FormattedMessage id="search.send" />
        </button>
      </form>
    </search>
  );
}

interface Found {
  readonly q: string;
  readonly missions: Searched<'missions'>;
  readonly organisations: Searched<'organisations'>;
  readonly commitments: Searched<'commitments'>;
}
type Searched<List extends 'missions' | 'organisations' | 'commitments'> = NonNullable<SearchPageQuery[List]>;

function Summary({ q, missions, organisations, commitments }: Found) {
  const intl = useIntl();
  if (missions.totalCount + organisations.totalCount + commitments.totalCount === 0) {
    return (
      <p className="summary">
        <FormattedMessage id="search.nothing" values={{ q }} />
      </p>
    );
  }
  return (
    <p className="summary">
      <FormattedMessage
        id="search.found"
        values={{
          q,
          missions: intl.formatMessage({ id: 'search.missions.count' }, { count: missions.totalCount }),
          organisations: intl.formatMessage({ id: 'search.organisations.count' }, { count: organisations.totalCount }),
          commitments: intl.formatMessage({ id: 'search.commitments.count' }, { count: commitments.totalCount }),
        }}
      />{' '}
      <FormattedMessage id="search.order" />
    </p>
  );
}

function Results({ q, missions, organisations, commitments }: Found) {
  const ask = useAsk();
  const nextMissions = useCallback(
    async (after: string | null) => (await ask(MoreMissionsFoundDocument, { q, after })).missions,
    [ask, q],
  );
  const nextOrganisations = useCallback(
    async (after: string | null) => (await ask(MoreOrganisationsFoundDocument, { q, after })).organisations,
    [ask, q],
  );
  const nextCommitments = useCallback(
    async (after: string | null) => (await ask(MoreCommitmentsFoundDocument, { q, after })).commitments,
    [ask, q],
  );
  const moreCommitments = useMore(commitments, idOf, nextCommitments);
  const moreMissions = useMore(missions, idOf, nextMissions);
  const moreOrganisations = useMore(organisations, idOf, nextOrganisations);
  if ([moreMissions, moreOrganisations, moreCommitments].every(({ nodes }) => nodes.length === 0)) return <Widen />;
  return (
    <>
      <Kind title={<FormattedMessage id="search.missions" />} empty={moreMissions.nodes.length === 0}>
        <ul className="rows">
          {moreMissions.nodes.map(({ id, title, challenge, hashtag }) => (
            <li key={id}>
              <h3>
                <Link href={`/missions/${id}`}>{title}</Link>
              </h3>
              <p className="quiet">{hashtag}</p>
              <p>{shortened(challenge, CHALLENGE_LENGTH)}</p>
            </li>
          ))}
        </ul>
        <MoreButton more={moreMissions} />
      </Kind>
      <Kind title={<FormattedMessage id="search.organisations" />} empty={moreOrganisations.nodes.length === 0}>
        <ul className="rows">
          {moreOrganisations.nodes.map(({ sector, jurisdiction, ...organisation }) => (
            <li key={organisation.id}>
              <h3>
                <OrganisationLink organisation={organisation} />
              </h3>
              <p className="quiet">
                <FormattedMessage id={`sector.${sector}`} />
                {jurisdiction !== null && ` · ${jurisdiction}`}
              </p>
            </li>
          ))}
        </ul>
        <MoreButton more={moreOrganisations} />
      </Kind>
      <Kind title={<FormattedMessage id="search.commitments" />} empty={moreCommitments.nodes.length === 0}>
        <ul className="rows">
          {moreCommitments.nodes.map((commitment) => (
            <li key={commitment.id}>
              <FoundCommitment commitment={commitment} />
            </li>
          ))}
        </ul>
        <MoreButton more={moreCommitments} />
      </Kind>
    </>
  );
}

function Kind({
  title,
  empty,
  children,
}: {
  readonly title: ReactNode;
  readonly empty: boolean;
  readonly children: ReactNode;
}) {
  if (empty) return null;
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Widen() {
  return (
    <>
      <p>
        <FormattedMessage id="search.widen" />
      </p>
      <ul>
        <li>
          <FormattedMessage id="search.widen.shorter" />
        </li>
        <li>
          <FormattedMessage id="search.widen.accents" />
        </li>
        <li>
          <FormattedMessage
            id="search.widen.all"
            values={{
              missions: (
                <Link key="all" href="/">
                  <FormattedMessage id="search.widen.allLink" />
                </Link>
              ),
            }}
          />
        </li>
      </ul>
    </>
  );
}

function FoundCommitment({ commitment }: { readonly commitment: FoundCommitmentsFragment['nodes'][number] }) {
  const intl = useIntl();
  const { id, description, state } = commitment;
  return (
    <>
      <h3>
        <Link href={`/commitments/${id}`}>
          <PromiseText text={description} most={CHALLENGE_LENGTH} />
        </Link>
      </h3>
      <p className="quiet">
        {intl.formatList(promisedBy(commitment).map(({ name }) => name))} · <FormattedMessage id={`state.${state}`} />
      </p>
    </>
  );
}
