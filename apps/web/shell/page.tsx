import { createContext, use, useEffect, useRef, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import { useConnection } from './graphql/connection.js';
import type { PageData } from './graphql/use-page.js';
import type { ViewerFragment } from '../generated/graphql/shell/graphql/viewer.js';
import { LANGUAGES, languages } from '../i18n/language-list.js';
import { ZoneContext } from '../i18n/zone.js';
import { useLanguage } from '../i18n/languages.js';
import { OrganisationLink } from '../parts/named.js';
import { Failed, Loading, Notice } from '../parts/notice.js';
import { TermsTied } from '../parts/terms.js';
import { useAddressedPart } from './addressed-part.js';
import { signOut } from './session.js';
import { signInFromHere } from './sign-in-from-here.js';

export type Viewer = ViewerFragment['viewer'];
type Service = ViewerFragment['service'];

const ViewerContext = createContext<Viewer | undefined>(undefined);

/** Who reads the page; null for the public, `undefined` while it is not known. */
export function useViewer(): Viewer | undefined {
  return use(ViewerContext);
}

interface PageProps {
  readonly title: ReactNode;
  /** The title as text, for the browser's own; the heading where it is text itself. */
  readonly documentTitle?: string;
  /** Above the title: what kind of thing this is, or what it belongs to. */
  readonly kicker?: ReactNode;
  /** `undefined` while it is not known. */
  readonly viewer: Viewer | undefined;
  /** Absent while it is not known. */
  readonly service?: Service;
  readonly children: ReactNode;
}

/** The frame of every page: header, connection, one heading, footer. */
export function Page({ title, documentTitle, kicker, viewer, service, children }: PageProps) {
  const intl = useIntl();
  const name = documentTitle ?? (typeof title === 'string' ? title : undefined);
  useEffect(() => {
    document.title =
      name === undefined
        ? intl.formatMessage({ id: 'app.name' })
        : intl.formatMessage({ id: 'app.documentTitle' }, { page: name });
  }, [name, intl]);
  const { language } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  // Screen readers are told that another page is shown, as they are on a first visit.
  useEffect(() => {
    if (visited) heading.current?.focus({ preventScroll: true });
    visited = true;
    window.scrollTo(0, 0);
  }, []);
  return (
    <>
      <a className="skip" href="#content">
        <FormattedMessage id="app.skip" />
      </a>
      <Header viewer={viewer} />
      <ConnectionNotice />
      <main id="content">
        <TermsTied language={language}>
          {kicker !== undefined && <p className="kicker">{kicker}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          <ZoneContext value={service?.timeZone ?? undefined}>
            <ViewerContext value={viewer}>{children}</ViewerContext>
          </ZoneContext>
        </TermsTied>
      </main>
      <Footer service={service} />
    </>
  );
}

let visited = false;

/** A page's frame around its one request: loading, failed, and what it gave. */
export function LoadedPage<Result extends { readonly viewer: Viewer; readonly service: Service }>({
  page,
  title,
  documentTitle,
  kicker,
  children,
}: {
  readonly page: PageData<Result>;
  readonly title: (data: Result) => ReactNode;
  readonly documentTitle?: (data: Result) => string | undefined;
  readonly kicker?: (data: Result) => ReactNode;
  readonly children: (data: Result) => ReactNode;
}) {
  const { data, error } = page;
  useAddressedPart(data !== undefined);
  if (data === undefined) {
    return (
      <Page title={<FormattedMessage id={error === undefined ? 'loading' : 'failed.title'} />} viewer={undefined}>
        {error === undefined ? <Loading /> : <Failed error={error} retry={page.reload} />}
      </Page>
    );
  }
  const name = documentTitle?.(data);
  return (
    <Page
      title={title(data)}
      viewer={data.viewer}
      service={data.service}
      {...(name === undefined ? {} : { documentTitle: name })}
      kicker={kicker?.(data)}
    >
      {children(data)}
    </Page>
  );
}

function Header({ viewer }: { readonly viewer: Viewer | undefined }) {
  const intl = useIntl();
  return (
    <header className="site-header">
      <Link href="/" className="brand">
        <FormattedMessage id="app.name" />
      </Link>
      <nav aria-label={intl.formatMessage({ id: 'nav.label' })}>
        <ul>
          <li>
            <Link href="/">
              <FormattedMessage id="nav.missions" />
            </Link>
          </li>
          <li>
            <Link href="/search">
              <FormattedMessage id="nav.search" />
            </Link>
          </li>
          <ViewerLink viewer={viewer} />
        </ul>
      </nav>
      <ActingFor viewer={viewer} />
      <LanguageSwitch />
    </header>
  );
}

function ViewerLink({ viewer }: { readonly viewer: Viewer | undefined }) {
  if (viewer === undefined) return null;
  if (viewer === null) {
    return (
      <li>
        <Link href={signInFromHere()}>
          <FormattedMessage id="nav.signIn" />
        </Link>
      </li>
    );
  }
  const { organisation } = viewer;
  if (organisation === null) return null;
  return (
    <li>
      <Link href={`/desk/${organisation.id}`}>
        <FormattedMessage id="nav.desk" />
      </Link>
    </li>
  );
}

/** Whom the viewer acts for, and the button that signs out. */
function ActingFor({ viewer }: { readonly viewer: Viewer | undefined }) {
  if (viewer === undefined || viewer === null) return null;
  const { organisation, canWrite, expiresAt, person } = viewer;
  return (
    <div className="acting-for">
      <span>
        {organisation === null ? (
          <FormattedMessage id={person === null && canWrite ? 'nav.operator' : 'nav.actingForNobody'} />
        ) : (
          <FormattedMessage
            id="nav.actingFor"
            values={{ organisation: <OrganisationLink organisation={organisation} /> }}
          />
        )}
      </span>
      {person !== null && (
        <Link href="/me">
          <FormattedMessage id="nav.me" />
        </Link>
      )}
      {expiresAt !== null && (
        <button type="button" className="plain" onClick={() => void signOut()}>
          <FormattedMessage id="nav.signOut" />
        </button>
      )}
    </div>
  );
}

function LanguageSwitch() {
  const intl = useIntl();
  const { language, choose } = useLanguage();
  return (
    <div className="languages" role="group" aria-label={intl.formatMessage({ id: 'nav.language' })}>
      {languages.map((each) => (
        <button
          key={each}
          type="button"
          className="plain"
          lang={each}
          aria-pressed={each === language}
          onClick={() => {
            choose(each);
          }}
        >
          {LANGUAGES[each].name}
        </button>
      ))}
    </div>
  );
}

function ConnectionNotice() {
  const connection = useConnection();
  return (
    <div role="status" className="connection">
      {connection === 'lost' && (
        <Notice tone="warning" title={<FormattedMessage id="lost.title" />}>
          <FormattedMessage id="lost.text" />
        </Notice>
      )}
      {connection === 'back' && <Notice tone="good" title={<FormattedMessage id="lost.back" />} />}
    </div>
  );
}

function Footer({ service }: { readonly service: Service | undefined }) {
  return (
    <footer className="site-footer">
      <p>
        <FormattedMessage id="footer.openData" />
      </p>
      <p>
        <Link href="/evaluators">
          <FormattedMessage id="footer.evaluators" />
        </Link>{' '}
        <Link href="/glossary">
          <FormattedMessage id="glossary.title" />
        </Link>{' '}
        <a href="/log/checkpoint">
          <FormattedMessage id="footer.log" />
        </a>{' '}
        <a href="/graphiql/">
          <FormattedMessage id="footer.graphiql" />
        </a>
      </p>
      <p>
        <Link href="/legal">
          <FormattedMessage id="legal.title" />
        </Link>{' '}
        <Link href="/privacy">
          <FormattedMessage id="privacy.title" />
        </Link>{' '}
        <Link href="/accessibility">
          <AccessibilityLabel service={service} />
        </Link>{' '}
        <Link href="/contact">
          <FormattedMessage id="contact.title" />
        </Link>
      </p>
    </footer>
  );
}

/** The law has every page say how far it can be used by everybody. */
function AccessibilityLabel({ service }: { readonly service: Service | undefined }) {
  if (service === undefined) return <FormattedMessage id="accessibility.title" />;
  return <FormattedMessage id={`footer.accessibility.${service.accessibility.state}`} />;
}
