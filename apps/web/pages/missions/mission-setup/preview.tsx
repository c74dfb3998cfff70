import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import { DeclareMission } from '../../../generated/commands/DeclareMission.js';
import { Day } from '../../../i18n/format.js';
import { Button } from '../../../parts/button.js';
import { fieldAt, missingFields } from '../../../parts/forms/command.js';
import { FailureNotice } from '../../../parts/forms/form.js';
import { Notice } from '../../../parts/notice.js';
import { IndicatorLine } from './indicators-step.js';
import { PartnerLine } from './partners-step.js';
import { isUnanswered, mayChange, type Setup, type Step } from './setup.js';
import type { Declaring } from './use-declaring.js';

interface PreviewProps {
  readonly setup: Setup;
  readonly organisation: { readonly name: string };
  readonly declaring: Declaring;
  /** The steps that may still be gone back to. */
  readonly open: readonly Step[];
  /** Led to where a field is asked for that is missing, or was refused. */
  readonly onWanting: (field: string | undefined) => void;
}

/** All of it once more, and what of it is permanent, before it is recorded. */
export function Preview({ setup, organisation, declaring, open, onWanting }: PreviewProps) {
  const { mission, missionId, indicators, partners } = setup;
  const { sending, stopped, declare } = declaring;
  const [field] = missingFields(DeclareMission, mission.values);
  return (
    <div className="stack">
      <MissionFacts setup={setup} open={open} />
      <Part step="indicators" open={open}>
        <Planned items={indicators} none="setup.indicators.none">
          {(each) => <IndicatorLine indicator={each} />}
        </Planned>
      </Part>
      <Part step="partners" open={open}>
        <Planned items={partners} none="setup.partners.none">
          {(each) => <PartnerLine partner={each} />}
        </Planned>
      </Part>
      <Notice>
        <FormattedMessage id="setup.permanent" />
      </Notice>
      {!sending && isUnanswered(setup) && (
        <Notice tone="warning">
          <FormattedMessage id="setup.unanswered" />
        </Notice>
      )}
      <div className="actions">
        <Button
          look="primary"
          isPending={sending}
          onPress={() => {
            if (field === undefined) declare();
            else onWanting(field);
          }}
        >
          <FormattedMessage
            id={sending ? 'form.sending' : missionId === undefined ? 'setup.declare' : 'setup.goOnRecording'}
            values={{ organisation: organisation.name }}
          />
        </Button>
      </div>
      {stopped !== undefined && <WhyStopped setup={setup} stopped={stopped} onWanting={onWanting} />}
    </div>
  );
}

function WhyStopped({
  setup: { mission, indicators, partners },
  stopped: { key, failure },
  onWanting,
}: Pick<PreviewProps, 'setup' | 'onWanting'> & { readonly stopped: NonNullable<Declaring['stopped']> }) {
  const indicator = indicators.find((each) => each.key === key);
  const partner = partners.find((each) => each.key === key);
  const what = partner?.name ?? indicator?.values['name'];
  const title = typeof what === 'string' ? <FormattedMessage id="setup.stopped" values={{ what }} /> : undefined;
  return (
    <>
      <FailureNotice failure={failure} {...(title && { title })} />
      {failure.kind === 'refused' && key === mission.key && mayChange(mission) && (
        <div className="actions">
          <Button
            onPress={() => {
              onWanting(fieldAt(DeclareMission, failure.path));
            }}
          >
            <FormattedMessage id="setup.mend" />
          </Button>
        </div>
      )}
    </>
  );
}

function Part({
  step,
  open,
  children,
}: {
  readonly step: Step;
  readonly open: readonly Step[];
  readonly children: ReactNode;
}) {
  return (
    <section aria-labelledby={`setup-${step}`}>
      <h3 id={`setup-${step}`}>
        <FormattedMessage id={`setup.step.${step}`} />
      </h3>
      {children}
      {open.includes(step) && (
        <p>
          <Link href={`?step=${step}`}>
            <FormattedMessage id={`setup.change.${step as 'place'}`} />
          </Link>
        </p>
      )}
    </section>
  );
}

function Planned<Item extends { readonly key: string; readonly recorded: boolean }>({
  items,
  none,
  children,
}: {
  readonly items: readonly Item[];
  readonly none: 'setup.indicators.none' | 'setup.partners.none';
  readonly children: (item: Item) => ReactNode;
}) {
  if (items.length === 0) {
    return (
      <p className="quiet">
        <FormattedMessage id={none} />
      </p>
    );
  }
  return (
    <ul>
      {items.map((item) => (
        <li key={item.key}>
          {children(item)}{' '}
          {item.recorded && (
            <span className="quiet">
              <FormattedMessage id="setup.recorded" />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function MissionFacts({ setup, open }: Pick<PreviewProps, 'setup' | 'open'>) {
  const intl = useIntl();
  const { title, challenge, hashtag, sdgs, places, startsOn, endsOn, openInvitation } = setup.mission.values;
  const day = (date: unknown) => (typeof date === 'string' ? <Day date={date} /> : undefined);
  const named = (places as readonly { readonly name: string }[]).map(({ name }) => name);
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const list = (of: readonly string[]) => (of.length === 0 ? undefined : intl.formatList(of));
  return (
    <>
      <Part step="challenge" open={open}>
        <dl className="facts">
          <Fact name="title" value={text(title)} />
          <Fact name="challenge" value={text(challenge)} />
          <Fact name="hashtag" value={text(hashtag)} />
          <Fact name="sdgs" value={list(sdgs as readonly string[])} />
        </dl>
      </Part>
      <Part step="place" open={open}>
        <dl className="facts">
          <Fact name="places" value={list(named)} />
          <Fact name="startsOn" value={day(startsOn)} />
          <Fact name="endsOn" value={day(endsOn)} />
          <Fact
            name="openInvitation"
            value={<FormattedMessage id={openInvitation === true ? 'openInvitation.true' : 'setup.byInvitation'} />}
          />
        </dl>
      </Part>
    </>
  );
}

type Shown = 'title' | 'challenge' | 'hashtag' | 'places' | 'startsOn' | 'endsOn' | 'openInvitation' | 'sdgs';

/** Nothing where nothing was said. */
function Fact({ name, value }: { readonly name: Shown; readonly value: ReactNode }) {
  if (value === undefined) return null;
  return (
    <>
      <dt>
        <FormattedMessage id={name === 'sdgs' ? 'field.sdgs' : `command.DeclareMission.${name}`} />
      </dt>
      <dd>{value}</dd>
    </>
  );
}
