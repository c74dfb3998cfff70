import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSearchParams } from 'wouter';
import { LoadedPage, type Viewer } from '../../../shell/page.js';
import { signIn } from '../../../shell/session.js';
import { SignInPageDocument, type SignInPageQuery } from '../../../generated/graphql/pages/commons/sign-in/sign-in.js';
import type { Failure } from '../../../shell/graphql/use-recording.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { useApiLanguage, useLanguage } from '../../../i18n/languages.js';
import { Button } from '../../../parts/button.js';
import { TextInput } from '../../../parts/forms/fields.js';
import { FailureNotice, RecordForm } from '../../../parts/forms/form.js';
import { Loading, Notice } from '../../../parts/notice.js';
import { useKept } from '../../../parts/people/use-kept.js';
import { inFragment } from '../../../parts/people/use-link.js';
import { NameOf, OrganisationLink } from '../../../parts/named.js';
import { ByMail, goOn, LinkArrived } from './by-mail.js';
import { ByPasskey } from './by-passkey.js';
import { ObjectionArrived } from './objection.js';
import { ownPath } from '../../../shell/own-path.js';
import { UndoArrived } from './undo.js';

type Options = SignInPageQuery['signInOptions'];

export default function SignInPage() {
  const intl = useIntl();
  const page = usePage(SignInPageDocument, { language: useApiLanguage() });
  const [query] = useSearchParams();
  const to = ownPath(query.get('to'));
  const [token] = useState(() => inFragment('token'));
  const [undo] = useState(() => inFragment('undo'));
  const [objection] = useState(() => inFragment('objection'));
  const [isArrived] = useState(() => location.hash === '#arrived');
  const title = objection === undefined ? 'signIn.title' : 'recovery.objection';
  return (
    <LoadedPage page={page} title={() => intl.formatMessage({ id: title })}>
      {({ viewer, signInOptions }) =>
        objection !== undefined ? (
          <ObjectionArrived token={objection} />
        ) : undo !== undefined ? (
          <UndoArrived token={undo} />
        ) : isArrived && (viewer?.person ?? null) !== null ? (
          <AccountArrived to={to} />
        ) : (
          <>
            <Already viewer={viewer} />
            <OidcFailure code={query.get('error')} />
            {token === undefined ? (
              <>
                <p>
                  <FormattedMessage id="signIn.why" />
                </p>
                <Ways options={signInOptions} to={to} />
              </>
            ) : (
              <LinkArrived token={token} to={to} />
            )}
          </>
        )
      }
    </LoadedPage>
  );
}

interface Seated {
  readonly seats: readonly { readonly standing: string; readonly organisation: { readonly id: string } }[];
}

/** Back from the issuer, and signed in: which organisations she may act for is found out, as after any other way. */
function AccountArrived({ to }: { readonly to: string }) {
  const { kept, failure } = useKept('/person');
  useEffect(() => {
    if (kept === undefined) return;
    const { seats } = kept as Seated;
    const serving = seats.filter(({ standing }) => standing !== 'LAPSED').map(({ organisation: { id } }) => id);
    goOn({ seats: [...new Set(serving)] }, to);
  }, [kept, to]);
  return failure === undefined ? <Loading /> : <FailureNotice failure={failure} />;
}

function Already({ viewer }: { readonly viewer: Viewer }) {
  const organisation = viewer?.organisation ?? null;
  if (organisation === null) return null;
  return (
    <Notice>
      <FormattedMessage
        id="signIn.already"
        values={{ organisation: <OrganisationLink organisation={organisation} /> }}
      />
    </Notice>
  );
}

const EXPLAINED = [
  'not_configured',
  'issuer_unavailable',
  'refused',
  'interrupted',
  'invalid_answer',
  'no_organisation',
  'rate_limited',
  'unavailable',
] as const;

/** What the server says of a sign-in at the issuer that failed. */
function OidcFailure({ code }: { readonly code: string | null }) {
  if (code === null) return null;
  const known = EXPLAINED.find((each) => each === code) ?? 'other';
  return (
    <div role="alert">
      <Notice tone="bad" title={<FormattedMessage id="signIn.failed" />}>
        <FormattedMessage id={`signIn.error.${known}`} />
      </Notice>
    </div>
  );
}

function Ways({ options, to }: { readonly options: Options; readonly to: string }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  const open = async (by: Parameters<typeof signIn>[0]) => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    const failed = await signIn(by);
    if (failed === undefined) {
      // Loaded anew: nothing of what the public saw is taken for what a member sees.
      location.assign(to);
      return;
    }
    setBusy(false);
    // The key is wrong; no session is over.
    setFailure(failed === 'lost' ? { kind: 'lost' } : { kind: 'failed', ...failed });
  };

  return (
    <>
      {failure !== undefined && (
        <FailureNotice failure={failure} at="signIn" title={<FormattedMessage id="signIn.failed" />} />
      )}
      {options.mail && <ByMail to={to} />}
      {options.passkeys && <ByPasskey to={to} />}
      {options.personas.length > 0 && <Personas personas={options.personas} open={(by) => void open(by)} />}
      {options.oidc && <Issuer to={to} />}
      <AccessKey busy={busy} open={(by) => void open(by)} />
    </>
  );
}

type Open = (by: Parameters<typeof signIn>[0]) => void;

function Personas({ personas, open }: Pick<Options, 'personas'> & { readonly open: Open }) {
  return (
    <section>
      <h2>
        <FormattedMessage id="signIn.personas.title" />
      </h2>
      <p>
        <FormattedMessage id="signIn.personas.text" />
      </p>
      <ul className="cards">
        {personas.map(({ organisation, description }) => (
          <li key={organisation.id} className="card">
            <h3>
              <NameOf organisation={organisation} />
            </h3>
            <p className="quiet">
              <FormattedMessage id={`sector.${organisation.sector}`} />
            </p>
            <p>{description}</p>
            <Button onPress={() => open({ persona: organisation.id })}>
              <FormattedMessage id="signIn.personas.actAs" values={{ organisation: organisation.name }} />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Issuer({ to }: { readonly to: string }) {
  const { language } = useLanguage();
  return (
    <section>
      <h2>
        <FormattedMessage id="signIn.oidc.title" />
      </h2>
      {/* Not a link of the pages': the server leads on to the issuer. */}
      <a className="button secondary" href={`/session/oidc?${new URLSearchParams({ to, language }).toString()}`}>
        <FormattedMessage id="signIn.oidc.send" />
      </a>
    </section>
  );
}

function AccessKey({ busy, open }: { readonly busy: boolean; readonly open: Open }) {
  const intl = useIntl();
  const [key, setKey] = useState('');
  return (
    <section>
      <h2>
        <FormattedMessage id="signIn.key.title" />
      </h2>
      <RecordForm
        label={intl.formatMessage({ id: 'signIn.key.title' })}
        sending={busy}
        failure={undefined}
        send={<FormattedMessage id="signIn.key.send" />}
        sendingText={<FormattedMessage id="signIn.key.sending" />}
        onSubmit={() => {
          if (key.trim() !== '') open({ key: key.trim() });
        }}
      >
        <TextInput
          name="key"
          type="password"
          required
          value={key}
          onChange={setKey}
          label={<FormattedMessage id="signIn.key.label" />}
          help={<FormattedMessage id="signIn.key.help" />}
        />
      </RecordForm>
    </section>
  );
}
