import { useRef, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { DefineIndicator } from '../../../generated/commands/DefineIndicator.js';
import { quantityText, unitName } from '../../../i18n/text.js';
import { Button } from '../../../parts/button.js';
import { CommandField, CommandForm } from '../../../parts/forms/command-form.js';
import { Checkboxes } from '../../../parts/forms/fields.js';
import { COMMON_INDICATORS, goalOf, type CommonIndicator } from '../../../parts/indicators/common.js';
import { FirstTarget } from '../../../parts/indicators/first-target.js';
import { UnitField } from '../../../parts/indicators/unit-field.js';
import { Reveal } from '../../../parts/reveal.js';
import { GoOn } from './go-on.js';
import { mayChange, newIndicator, withPlanned, type PlannedIndicator } from './setup.js';
import { useStepForm } from './step-form.js';
import type { Stopped } from './use-declaring.js';
import type { SetupDraft } from './use-setup.js';

/** What will tell whether the mission gets somewhere: common ones, or of one's own. All else is said on their own pages. */
export function IndicatorsStep({
  draft,
  stopped,
  onDone,
}: {
  readonly draft: SetupDraft;
  readonly stopped: Stopped | undefined;
  readonly onDone: () => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const refused = stopped?.failure.kind === 'refused' ? stopped : undefined;
  const isRefused = (each: PlannedIndicator) => each.key === refused?.key;
  const [open, setOpen] = useState(() => draft.setup.indicators.find((each) => isRefused(each) && mayChange(each)));
  const show = (indicator: PlannedIndicator | undefined) => {
    setOpen(indicator);
    // What had the focus goes.
    place.current?.focus();
  };
  return (
    <div ref={place} tabIndex={-1} className="stack">
      {open === undefined ? (
        <Overview draft={draft} onOpen={show}>
          <GoOn onPress={onDone} />
        </Overview>
      ) : (
        <Editor
          key={open.key}
          indicator={open}
          failure={isRefused(open) ? refused?.failure : undefined}
          onDone={(changed) => {
            draft.change((now) =>
              now.indicators.some(({ key }) => key === changed.key)
                ? withPlanned(now, changed.key, { values: changed.values })
                : { ...now, indicators: [...now.indicators, changed] },
            );
            show(undefined);
          }}
          onLeave={() => {
            show(undefined);
          }}
        />
      )}
    </div>
  );
}

function Overview({
  draft,
  onOpen,
  children,
}: {
  readonly draft: SetupDraft;
  readonly onOpen: (indicator: PlannedIndicator) => void;
  readonly children: ReactNode;
}) {
  return (
    <>
      <p>
        <FormattedMessage id="setup.indicators.text" />
      </p>
      <Chosen draft={draft} onOpen={onOpen} />
      <Common draft={draft} />
      <div className="actions">
        <Button
          onPress={() => {
            onOpen(newIndicator());
          }}
        >
          <FormattedMessage id="setup.indicators.own" />
        </Button>
      </div>
      {children}
    </>
  );
}

function Chosen({
  draft: { setup, change },
  onOpen,
}: {
  readonly draft: SetupDraft;
  readonly onOpen: (indicator: PlannedIndicator) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const leaveOut = (left: string) => {
    change((now) => ({ ...now, indicators: now.indicators.filter(({ key }) => key !== left) }));
    place.current?.focus();
  };
  return (
    <div ref={place} tabIndex={-1}>
      {setup.indicators.length > 0 && (
        <ul className="rows">
          {setup.indicators.map((indicator) => (
            <li key={indicator.key}>
              <IndicatorLine indicator={indicator} />
              {mayChange(indicator) && (
                <div className="actions">
                  <Button
                    onPress={() => {
                      onOpen(indicator);
                    }}
                  >
                    <FormattedMessage id="setup.indicators.change" values={{ name: nameOf(indicator) }} />
                  </Button>
                  <Button
                    onPress={() => {
                      leaveOut(indicator.key);
                    }}
                  >
                    <FormattedMessage id="setup.remove" values={{ name: nameOf(indicator) }} />
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function nameOf({ values: { name } }: PlannedIndicator): string {
  return typeof name === 'string' ? name : '';
}

/** What is measured, in which unit, and how much of it is wanted. */
export function IndicatorLine({ indicator }: { readonly indicator: PlannedIndicator }) {
  const intl = useIntl();
  const { unit, targets } = indicator.values;
  const [target] = targets as readonly { readonly value?: string }[];
  const code = typeof unit === 'string' ? unit : '';
  return (
    <>
      {nameOf(indicator)}{' '}
      <span className="quiet">
        {target?.value === undefined ? (
          unitName(intl, code)
        ) : (
          <FormattedMessage id="setup.indicators.target" values={{ value: quantityText(intl, target.value, code) }} />
        )}
      </span>
    </>
  );
}

/** Those of the mission's goals first, the others behind them. */
function Common({ draft }: { readonly draft: SetupDraft }) {
  const { sdgs } = draft.setup.mission.values;
  const goals = (Array.isArray(sdgs) ? (sdgs as readonly string[]) : []).map(goalOf);
  const isOfMission = ({ sdgs: [first = ''] }: CommonIndicator) => goals.includes(goalOf(first));
  const [ours, others] = [
    COMMON_INDICATORS.filter(isOfMission),
    COMMON_INDICATORS.filter((each) => !isOfMission(each)),
  ];
  return (
    <>
      {ours.length > 0 && <CommonChoices draft={draft} common={ours} label="setup.indicators.ofGoals" />}
      <Reveal open={ours.length === 0} label={<FormattedMessage id="setup.indicators.others" />}>
        <CommonChoices draft={draft} common={others} label="setup.indicators.common" />
      </Reveal>
    </>
  );
}

function CommonChoices({
  draft: { setup, change },
  common,
  label,
}: {
  readonly draft: SetupDraft;
  readonly common: readonly CommonIndicator[];
  readonly label: 'setup.indicators.ofGoals' | 'setup.indicators.common';
}) {
  const intl = useIntl();
  const planned = setup.indicators.flatMap((each) => each.common ?? []);
  const choices = common.map(({ id, sdgs: [first = ''] }) => ({
    value: id,
    label: intl.formatMessage({ id: `commonIndicator.${id}` }),
    help: intl.formatMessage({ id: 'mission.sdg' }, { code: String(goalOf(first)) }),
  }));
  const choose = (ids: readonly string[]) => {
    const taken = common.filter(({ id }) => ids.includes(id) && !planned.includes(id));
    const left = common.filter(({ id }) => !ids.includes(id)).map(({ id }) => id as string);
    change((now) => ({
      ...now,
      indicators: [
        ...now.indicators.filter(
          (each) => !mayChange(each) || each.common === undefined || !left.includes(each.common),
        ),
        ...taken.map(({ id, sdgs, unit, direction, aggregation }) =>
          newIndicator(
            { name: intl.formatMessage({ id: `commonIndicator.${id}` }), sdgs, unit, direction, aggregation },
            id,
          ),
        ),
      ],
    }));
  };
  return (
    <Checkboxes
      name="common"
      label={<FormattedMessage id={label} />}
      value={common.map(({ id }) => id).filter((id) => planned.includes(id))}
      onChange={choose}
      choices={choices}
    />
  );
}

function Editor({
  indicator,
  failure,
  onDone,
  onLeave,
}: {
  readonly indicator: PlannedIndicator;
  readonly failure: Stopped['failure'] | undefined;
  readonly onDone: (changed: PlannedIndicator) => void;
  readonly onLeave: () => void;
}) {
  const intl = useIntl();
  const [values, setValues] = useState(indicator.values);
  const form = useStepForm(DefineIndicator, {
    values,
    onChange: setValues,
    asked: ['name', 'unit', 'direction', 'aggregation', 'targets'],
    failure,
    onDone: () => {
      onDone({ ...indicator, values });
    },
  });
  return (
    <>
      <CommandForm
        isPlanned
        form={form}
        label={intl.formatMessage({ id: 'command.DefineIndicator' })}
        send={<FormattedMessage id="setup.indicators.take" />}
      >
        <CommandField form={form} name="name" rows={1} />
        <UnitField form={form} />
        <FirstTarget form={form} />
        <CommandField form={form} name="direction" />
        <CommandField form={form} name="aggregation" />
      </CommandForm>
      <div className="actions">
        <Button onPress={onLeave}>
          <FormattedMessage id="setup.indicators.leave" />
        </Button>
      </div>
    </>
  );
}
