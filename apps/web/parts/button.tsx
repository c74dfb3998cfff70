import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Link } from 'wouter';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
  /** `primary` for the one thing a form is for. */
  readonly look?: 'primary' | 'secondary';
}

/**
 * While pending it keeps the focus and ignores presses. The library's own announcement refers to the button, which is often
 * removed before that is read out: the button's text changes instead, and the result is shown where the button was.
 */
export function Button({ look = 'secondary', isPending = false, onPress, type = 'button', ...props }: ButtonProps) {
  return isPending ? (
    <AriaButton {...props} type="button" aria-disabled="true" className={`button ${look} pending`} />
  ) : (
    <AriaButton {...props} type={type} {...(onPress && { onPress })} className={`button ${look}`} />
  );
}

/** Looks like a button and is a link, as it leads to another page. */
export function LinkButton({
  href,
  look = 'secondary',
  children,
}: {
  readonly href: string;
  readonly look?: 'primary' | 'secondary';
  readonly children: ReactNode;
}) {
  return (
    <Link href={href} className={`button ${look}`}>
      {children}
    </Link>
  );
}
