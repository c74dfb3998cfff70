import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { AgreeIndicator } from '../../../generated/commands/AgreeIndicator.js';
import { ConfirmMeasurement } from '../../../generated/commands/ConfirmMeasurement.js';
import { RetireIndicator } from '../../../generated/commands/RetireIndicator.js';
import { ReviseIndicator } from '../../../generated/commands/ReviseIndicator.js';
import { ReviseIndicatorTarget } from '../../../generated/commands/ReviseIndicatorTarget.js';
import { quantityText } from '../../../i18n/text.js';
import { LinkButton } from '../../../parts/button.js';
import { ActForms } from '../../../parts/forms/act-forms.js';
import { CommandField, CommandForm, FieldPlace } from '../../../parts/forms/command-form.js';
import { Select } from '../../../parts/forms/fields.js';
import { useCommandForm } from '../../../parts/forms/use-command-form.js';
import { DefinitionFields } from '../../../parts/indicators/definition-fields.js';
import { isAllowed } from '../../../parts/may.js';
import { useMembers, type MembersToChoose } from '../../../parts/members.js';
import { Reveal } from '../../../parts/reveal.js';
import type { IndicatorData } from './types.js';

type Recorded = (position: string | null) => void;

interface Part {
  readonly indicator: IndicatorData;
  readonly recorded: Recorded;
}

/** What the reader's organisation may do about an indicator, as the ledger says. */
export default function Acts({ indicator, recorded }: Part) {
  const intl = useIntl();
  const place = useRef<HTMLDivElement>(null);
  const [times, setTimes] = useState(0);
  const { may } = indicator;
  const done = (position: string | null) => {
    setTimes(times + 1);
    // The form goes, and with it what had the focus.
    place.current?.focus({ preventScroll: true });
    recorded(position);
  };
  const part = { indicator, recorded: done };
  return (
    <div ref={place} tabIndex={-1}>
      <div key={times} className="stack">
        {isAllowed(may, 'RecordMeasurement') && (
          <div className="actions">
            <LinkButton look="primary" href={`/record/measurement/${indicator.id}`}>
              <FormattedMessage id="indicator.record" />
            </LinkButton>
          </div>
        )}
        {isAllowed(may, 'AgreeIndicator') && <Agree {...part} />}
        {indicator.progress.contested.map(
          (each) =>
            isAllowed(each.may, 'ConfirmMeasurement') && (
              <ActForms
                key={each.id}
                acts={[ConfirmMeasurement]}
                on={{ measurementId: each.id }}
                about={quantityText(intl, each.value, indicator.unit)}
                recorded={done}
              />
            ),
        )}
        {isAllowed(may, 'ReviseIndicatorTarget') && (
          <Reveal label={<FormattedMessage id="command.ReviseIndicatorTarget" />}>
            <TargetForm {...part} />
          </Reveal>
        )}
        {isAllowed(may, 'ReviseIndicator') && (
          <Reveal label={<FormattedMessage id="command.ReviseIndicator" />}>
            <RevisionForm {...part} />
          </Reveal>
        )}
        {isAllowed(may, 'RetireIndicator') && (
          <ActForms
            acts={[RetireIndicator]}
            on={{ indicatorId: indicator.id }}
            about={indicator.name}
            recorded={done}
          />
        )}
      </div>
      <div role="status">{times > 0 && <FormattedMessage id="act.done" />}</div>
    </div>
  );
}

function Agree({ indicator, recorded }: Part) {
  const { id, definitionVersion } = indicator;
  const form = useCommandForm(AgreeIndicator, {
    subject: `${id} ${definitionVersion}`,
    given: { indicatorId: id, definitionVersion },
    onRecorded: ({ receipt }) => {
      recorded(receipt.position);
    },
  });
  return (
    <CommandForm form={form}>
      <p>
        <FormattedMessage id="indicatorPage.agree" />
      </p>
    </CommandForm>
  );
}

function RevisionForm({ indicator, recorded }: Part) {
  const { id, definitionVersion, baseline, reporters } = indicator;
  const members = useMembers(indicator.mission ?? undefined);
  const form = useCommandForm(ReviseIndicator, {
    subject: `${id} ${definitionVersion}`,
    given: { indicatorId: id },
    initial: {
      name: indicator.name,
      description: indicator.description ?? '',
      unit: indicator.unit,
      mode: indicator.mode,
      direction: indicator.direction ?? undefined,
      aggregation: indicator.aggregation,
      dimensions: indicator.dimensions.map(({ key, name, codes }) => ({
        key,
        name,
        codes: codes.map(({ code, name }) => ({ code, name })),
      })),
      reporterIds: reporters.map((each) => each.id),
      'baseline.value': baseline?.value,
      'baseline.on': baseline?.on ?? undefined,
      source: indicator.source ?? '',
      proxyFor: indicator.proxyFor ?? '',
      sdgs: indicator.sdgs,
    },
    revises: true,
    required: ['name', 'unit'],
    onRecorded: ({ receipt }) => {
      recorded(receipt.position);
    },
  });
  return (
    <CommandForm form={form}>
      <DefinitionFields form={form} reporters={withReporters(members, reporters)} />
      <CommandField form={form} name="reason" rows={2} />
    </CommandForm>
  );
}

/** Those that report it now can be seen and unchosen, however late they joined, or though they left. */
function withReporters({ members, more }: MembersToChoose, reporters: IndicatorData['reporters']): MembersToChoose {
  const all = new Map([...members, ...reporters].map((each) => [each.id, each]));
  return { members: [...all.values()], more };
}

interface Category {
  readonly dimension: string;
  readonly code: string;
}

/** Replaces a target, or sets one of another part or by another day. */
function TargetForm({ indicator, recorded }: Part) {
  const intl = useIntl();
  const { id, mode, unit, dimensions, targetHistory } = indicator;
  const known = [...new Map(targetHistory.map((target) => [target.targetId, target])).values()];
  const another = nextId(known.map(({ targetId }) => targetId));
  const form = useCommandForm(ReviseIndicatorTarget, {
    subject: id,
    given: { indicatorId: id },
    initial: { 'target.targetId': known[0]?.targetId ?? 'main' },
    onRecorded: ({ receipt }) => {
      recorded(receipt.position);
    },
  });
  const chosen = form.values['target.targetId'];
  const isNew = !known.some(({ targetId }) => targetId === chosen);
  const categories = form.values['target.categories'] as readonly Category[];
  return (
    <CommandForm form={form}>
      {known.length > 0 && (
        <FieldPlace form={form} name="target.targetId">
          <Select
            name="target.targetId"
            label={intl.formatMessage({ id: 'indicatorPage.whichTarget' })}
            value={chosen}
            onChange={(targetId) => {
              form.set({ 'target.targetId': targetId, 'target.categories': [] });
            }}
            choices={[
              ...known.map(({ targetId, value, categoryNames }) => ({
                value: targetId,
                label: [...categoryNames, quantityText(intl, value, unit)].join(' · '),
              })),
              { value: another, label: intl.formatMessage({ id: 'indicatorPage.anotherTarget' }) },
            ]}
          />
        </FieldPlace>
      )}
      {isNew &&
        dimensions.map(({ key, name, codes }) => (
          <Select
            key={key}
            name={`target.categories.${key}`}
            label={name}
            value={categories.find(({ dimension }) => dimension === key)?.code ?? ''}
            onChange={(code) => {
              const others = categories.filter(({ dimension }) => dimension !== key);
              form.set({ 'target.categories': code === '' ? others : [...others, { dimension: key, code }] });
            }}
            choices={[
              { value: '', label: intl.formatMessage({ id: 'measurementForm.everybody' }) },
              ...codes.map((each) => ({ value: each.code, label: each.name })),
            ]}
          />
        ))}
      <CommandField form={form} name="target.value" />
      {mode === 'KEEP_WITHIN' && <CommandField form={form} name="target.upper" />}
      {mode === 'REACH' && isNew && <CommandField form={form} name="target.from" />}
      <CommandField form={form} name="target.dueOn" />
      <CommandField form={form} name="reason" rows={2} />
    </CommandForm>
  );
}

function nextId(taken: readonly string[]): string {
  if (!taken.includes('main')) return 'main';
  let number = taken.length + 1;
  while (taken.includes(`t${number}`)) number += 1;
  return `t${number}`;
}
