import { FormattedMessage, useIntl } from 'react-intl';

const GOALS = 17;

/** Sustainable Development Goals and targets, by goal: `11.1` counts towards goal 11. */
export function Sdgs({ codes }: { readonly codes: readonly string[] }) {
  const intl = useIntl();
  return (
    <ul className="inline-list">
      {codes.map((code) => {
        const goal = Number.parseInt(code, 10);
        return (
          <li key={code}>
            <FormattedMessage id="mission.sdg" values={{ code }} />
            {goal >= 1 && goal <= GOALS && (
              <span className="quiet"> {intl.formatMessage({ id: `sdg.${goal}` as 'sdg.1' })}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
