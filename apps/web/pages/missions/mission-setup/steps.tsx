import { useEffect, useRef } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link, useSearchParams } from 'wouter';
import { Notice } from '../../../parts/notice.js';
import { IndicatorsStep } from './indicators-step.js';
import { MissionStep } from './mission-step.js';
import { PartnersStep } from './partners-step.js';
import { Preview } from './preview.js';
import { openSteps, stepOf, STEPS, type Step } from './setup.js';
import { useDeclaring } from './use-declaring.js';
import { useSetup } from './use-setup.js';
import '../../../styles/pages-setup.css';

/** The path: each step has an address, so that a phone's back button goes one step back. */
export function Steps({
  organisation,
  onDeclared,
}: {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly onDeclared: (missionId: string) => void;
}) {
  const [query, setQuery] = useSearchParams();
  const draft = useSetup(organisation.id);
  const { setup } = draft;
  const declaring = useDeclaring(draft, onDeclared);
  const open = openSteps(setup);
  const asked = open.find((each) => each === query.get('step'));
  const step = asked ?? (open.includes('challenge') ? 'challenge' : 'preview');
  const go = (to: Step) => {
    setQuery({ step: to });
  };
  const next = () => {
    go(STEPS[STEPS.indexOf(step) + 1] ?? 'preview');
  };
  const { failure, key } = declaring.stopped ?? {};
  return (
    <>
      {draft.restored && <Restored begin={draft.begin} go={go} />}
      <StepList step={step} open={open} />
      <StepTitle step={step} />
      {(step === 'challenge' || step === 'place') && (
        <MissionStep
          key={step}
          step={step}
          draft={draft}
          failure={key === setup.mission.key ? failure : undefined}
          onDone={next}
        />
      )}
      {step === 'indicators' && <IndicatorsStep draft={draft} stopped={declaring.stopped} onDone={next} />}
      {step === 'partners' && <PartnersStep draft={draft} organisation={organisation} onDone={next} />}
      {step === 'preview' && (
        <Preview
          setup={setup}
          organisation={organisation}
          declaring={declaring}
          open={open}
          onWanting={(field) => {
            go(stepOf(field) ?? 'challenge');
          }}
        />
      )}
    </>
  );
}

function Restored({ begin, go }: { readonly begin: () => void; readonly go: (to: Step) => void }) {
  return (
    <Notice>
      <FormattedMessage id="form.restored" />{' '}
      <button
        type="button"
        className="plain"
        onClick={() => {
          begin();
          go('challenge');
        }}
      >
        <FormattedMessage id="form.discard" />
      </button>
    </Notice>
  );
}

function StepList({ step, open }: { readonly step: Step; readonly open: readonly Step[] }) {
  return (
    <ol className="setup-steps">
      {STEPS.map((each) => (
        <li key={each} aria-current={each === step ? 'step' : undefined}>
          {each === step || !open.includes(each) ? (
            <FormattedMessage id={`setup.step.${each}`} />
          ) : (
            <Link href={`?step=${each}`}>
              <FormattedMessage id={`setup.step.${each}`} />
            </Link>
          )}
        </li>
      ))}
    </ol>
  );
}

let visited: Step | undefined;

/** Takes the focus as the step changes, so that it is read out. */
function StepTitle({ step }: { readonly step: Step }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (visited !== undefined && visited !== step) heading.current?.focus();
    visited = step;
  }, [step]);
  return (
    <h2 ref={heading} tabIndex={-1}>
      <FormattedMessage id={`setup.step.${step}`} />
    </h2>
  );
}
