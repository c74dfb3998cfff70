import { useState, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Button } from './button.js';

/** Browsers copy over https, or on this machine, alone; elsewhere the text is there to be chosen. */
export function Copy({ text, label }: { readonly text: string; readonly label: ReactNode }) {
  const [copied, setCopied] = useState(false);
  if (!('clipboard' in navigator)) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <>
      <Button onPress={() => void copy()}>{label}</Button> {copied && <FormattedMessage id="copied" />}
    </>
  );
}
