import { FormattedMessage } from 'react-intl';
import { Button } from '../../../parts/button.js';

/** Goes on without a form: what is on the step may be left as it is. */
export function GoOn({ onPress }: { readonly onPress: () => void }) {
  return (
    <div className="actions">
      <Button look="primary" onPress={onPress}>
        <FormattedMessage id="setup.goOn" />
      </Button>
    </div>
  );
}
