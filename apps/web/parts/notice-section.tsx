import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Messages } from '../generated/messages/en.js';

/** A heading of a notice, and what stands below it. */
export function NoticeSection({ title, children }: { readonly title: keyof Messages; readonly children: ReactNode }) {
  return (
    <section className="stack">
      <h2>
        <FormattedMessage id={title} />
      </h2>
      {children}
    </section>
  );
}

/** What the operator has said, or that it has not. */
export function SaidByOperator({ text }: { readonly text: string | null }) {
  if (text !== null) return <p className="words">{text}</p>;
  return (
    <p className="quiet">
      <FormattedMessage id="notices.unsaid" />
    </p>
  );
}

/** A paragraph of the catalogue's. */
export function Paragraph({ id }: { readonly id: keyof Messages }) {
  return (
    <p>
      <FormattedMessage id={id} />
    </p>
  );
}

/** What the operator adds to a page, paragraph by paragraph. */
export function OperatorsText({ paragraphs }: { readonly paragraphs: readonly string[] }) {
  if (paragraphs.length === 0) return null;
  return (
    <NoticeSection title="notices.more">
      {paragraphs.map((paragraph) => (
        <p key={paragraph} className="words">
          {paragraph}
        </p>
      ))}
    </NoticeSection>
  );
}

/** Where to write to: an e-mail address, or a form's. */
export function ContactLink({ contact }: { readonly contact: string }) {
  const href = contact.includes('://') ? contact : `mailto:${contact}`;
  return <a href={href}>{contact}</a>;
}
