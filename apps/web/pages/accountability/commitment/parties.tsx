import { FormattedMessage, useIntl } from 'react-intl';
import { AcceptCommitment } from '../../../generated/commands/AcceptCommitment.js';
import { DeclineCommitment } from '../../../generated/commands/DeclineCommitment.js';
import { NoteProgress } from '../../../generated/commands/NoteProgress.js';
import { Day } from '../../../i18n/format.js';
import { AwaitedFrom } from '../../../parts/awaited-from.js';
import { ActForm } from '../../../parts/forms/act-form.js';
import { allowedOf } from '../../../parts/may.js';
import { OrganisationLink } from '../../../parts/named.js';
import { Reveal } from '../../../parts/reveal.js';
import { Said } from '../../../parts/said.js';
import { useViewer } from '../../../shell/page.js';
import { AnswerForm } from './answer-form.js';
import { isAskedToChange, type PartProps } from './types.js';

/** Who the promise names, who accepted which terms, and what the reader may answer. */
export function Parties({ commitment, recorded }: PartProps) {
  const { parties, termsVersion, awaitedFrom } = commitment;
  return (
    <section aria-labelledby="parties">
      <h2 id="parties">
        <FormattedMessage id="commitment.parties" />
      </h2>
      <ul className="rows">
        {parties.map((party) => (
          <li key={`${party.part} ${party.organisation?.id ?? ''}`}>
            <p className="row">
              <OrganisationLink organisation={party.organisation} />
              <span className="quiet">
                <FormattedMessage id={`part.${party.part}`} />
              </span>
              <span>
                {party.acceptedVersionOn !== null && party.state === 'ACCEPTED' ? (
                  <FormattedMessage
                    id={party.acceptedVersion === termsVersion ? 'party.accepted' : 'party.acceptedEarlier'}
                    values={{ day: <Day key="day" date={party.acceptedVersionOn} />, version: party.acceptedVersion }}
                  />
                ) : party.releasedOn !== null ? (
                  <FormattedMessage
                    id={party.dissolved ? 'party.dissolvedOn' : 'party.releasedOn'}
                    values={{ day: <Day key="day" date={party.releasedOn} /> }}
                  />
                ) : (
                  <FormattedMessage id={`party.${party.state}`} />
                )}
              </span>
              {party.inPlaceOf !== null && (
                <span className="quiet">
                  <FormattedMessage
                    id={placeOf(party)}
                    values={{
                      organisation: <OrganisationLink key="of" organisation={party.inPlaceOf} />,
                      day: party.answerUntil !== null && <Day key="until" date={party.answerUntil} />,
                    }}
                  />
                </span>
              )}
            </p>
            <Said said={party.reason} />
          </li>
        ))}
      </ul>
      <AwaitedFrom organisations={awaitedFrom} />
      <Answer commitment={commitment} recorded={recorded} />
    </section>
  );
}

/** How a successor stands to the place of the one that exists no more. */
function placeOf({
  acceptedOn,
  answerUntil,
}: Pick<PartProps['commitment']['parties'][number], 'acceptedOn' | 'answerUntil'>) {
  if (acceptedOn !== null) return 'party.tookOver';
  return answerUntil === null ? 'party.inPlaceOf' : 'party.inPlaceOfUntil';
}

const ANSWERS = { AcceptCommitment, DeclineCommitment };

/** To the promise itself; a change of it that waits for an answer has its own place. */
function Answer({ commitment, recorded }: PartProps) {
  const intl = useIntl();
  const own = useViewer()?.organisation?.id;
  const { id, may, termsVersion, openAmendment } = commitment;
  const answers = isAskedToChange(openAmendment, own) ? [] : allowedOf(may, ANSWERS);
  return (
    answers.length > 0 && (
      <div className="columns" key={termsVersion}>
        {answers.map((name) => (
          <AnswerForm
            key={name}
            command={ANSWERS[name]}
            given={{ commitmentId: id, termsVersion }}
            help={intl.formatMessage({ id: `party.${name}.text` })}
            recorded={recorded}
          />
        ))}
      </div>
    )
  );
}

/** How it is going, milestone by milestone and in the promisors' words. */
export function HowItGoes({ commitment, recorded }: PartProps) {
  const intl = useIntl();
  const { id, may, milestones, progressNotes } = commitment;
  const mayNote = allowedOf(may, { NoteProgress }).length > 0;
  if (milestones.length + progressNotes.length === 0 && !mayNote) return null;
  return (
    <section aria-labelledby="progress-notes">
      <h2 id="progress-notes">
        <FormattedMessage id="commitment.progress" />
      </h2>
      <ul className="rows">
        {milestones.map(({ key, what, dueOn, reached }) => (
          <li key={key}>
            <p className="row">
              <span>{what ?? <FormattedMessage id="promise.hidden" />}</span>
              <span className="quiet">
                <FormattedMessage id={reached ? 'milestone.reached' : 'milestone.open'} />
              </span>
              {dueOn !== null && (
                <span className="quiet">
                  <FormattedMessage id="commitment.dueOn" values={{ day: <Day key="due" date={dueOn} /> }} />
                </span>
              )}
            </p>
          </li>
        ))}
        {progressNotes.map(({ notedOn, organisation, text }, index) => (
          <li key={`note ${index}`}>
            <p className="quiet">
              <FormattedMessage
                id="commitment.noted"
                values={{
                  day: <Day key="day" date={notedOn} />,
                  organisation: <OrganisationLink key="by" organisation={organisation} />,
                }}
              />
            </p>
            <Said said={text} />
          </li>
        ))}
      </ul>
      {mayNote && (
        <Reveal label={<FormattedMessage id="command.NoteProgress" />}>
          <ActForm
            command={NoteProgress}
            on={{ commitmentId: id }}
            label={intl.formatMessage({ id: 'command.NoteProgress' })}
            recorded={recorded}
          />
        </Reveal>
      )}
    </section>
  );
}
