import { useEffect, useRef, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { SaidByServer } from '../../i18n/refusal-text.js';
import { Notice } from '../notice.js';
import type { AnyValues, Command, EvidenceValue, Field, FieldName } from './command.js';
import { EvidenceInput } from './evidence-input.js';
import {
  Checkboxes,
  Choices,
  DateInput,
  NumberInput,
  Select,
  TextInput,
  type Choice,
  type FieldProps,
} from './fields.js';
import { Foretold } from './foretold.js';
import { RecordForm } from './form.js';
import type { AnyForm } from './use-command-form.js';
import type { Warning } from './warnings.js';
import { useFormWords, type FormWords } from './words.js';

/** A form for a command: its fields in the order of the schema, unless the page arranges them itself. */
export function CommandForm({
  form,
  label,
  send,
  warnings = [],
  sentence,
  lasts = true,
  isPlanned = false,
  children,
}: {
  readonly form: AnyForm;
  /** The form's name, where the page has several for one command. */
  readonly label?: string;
  readonly send?: ReactNode;
  /** What is unusual in it, and may be right. */
  readonly warnings?: readonly Warning[];
  /** What sending it does, where the page can say more of it than the command's own message; null while there is not enough for one. */
  readonly sentence?: ReactNode;
  /** Whether what is sent stays in the log for good, which is said then; not of what erases. */
  readonly lasts?: boolean;
  /** Whether it is only a step: nothing is recorded by it, and what will be is shown before that. */
  readonly isPlanned?: boolean;
  readonly children?: ReactNode;
}) {
  const words = useFormWords(form.command);
  return (
    <RecordForm
      label={label ?? words.title}
      sending={form.sending}
      failure={form.failure}
      failureText={invalidText(form, words)}
      send={send ?? words.send}
      onSubmit={form.submit}
    >
      {form.restored && <Restored form={form} />}
      {form.contested.length > 0 && <Contested form={form} words={words} />}
      {form.missing.length > 0 && <ErrorSummary form={form} words={words} />}
      {children ?? form.asked.map((name) => <CommandField key={name} form={form} name={name} />)}
      {!isPlanned && <Foretold form={form} warnings={warnings} sentence={sentence} lasts={lasts} />}
    </RecordForm>
  );
}

function Restored({ form }: { readonly form: AnyForm }) {
  return (
    <Notice>
      <FormattedMessage id="form.restored" />{' '}
      <button
        type="button"
        className="plain"
        onClick={() => {
          form.begin();
        }}
      >
        <FormattedMessage id="form.discard" />
      </button>
    </Notice>
  );
}

/** Whoever sends it replaces what others wrote meanwhile, and should have read that. */
function Contested({ form, words }: { readonly form: AnyForm; readonly words: FormWords }) {
  const intl = useIntl();
  const fields = intl.formatList(form.contested.map((name) => words.label(name)));
  return (
    <Notice tone="bad">
      <FormattedMessage id="form.contested" values={{ fields }} />
    </Notice>
  );
}

/** What is missing, each leading to its field. Takes the focus with every attempt, so that it is read out. */
function ErrorSummary({ form, words }: { readonly form: AnyForm; readonly words: FormWords }) {
  const { attempts } = form;
  const missing = asArranged(form);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus();
  }, [attempts]);
  return (
    <div ref={place} tabIndex={-1} className="error-summary" role="alert">
      <Notice tone="bad" title={<FormattedMessage id="form.missing.summary" values={{ count: missing.length }} />}>
        <ul>
          {missing.map((name) => (
            <li key={name}>
              <a
                href={`#${fieldId(form, name)}`}
                onClick={(event) => {
                  event.preventDefault();
                  focusOn(fieldId(form, name));
                }}
              >
                {words.label(name)}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

/** In the order in which the page shows them. */
function asArranged(form: AnyForm): readonly string[] {
  const placed = form.missing.map((name) => ({ name, element: document.getElementById(fieldId(form, name)) }));
  const follows = (a: Element | null, b: Element | null) =>
    a !== null && b !== null && (b.compareDocumentPosition(a) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return placed.sort((a, b) => (follows(a.element, b.element) ? 1 : -1)).map(({ name }) => name);
}

function fieldId(form: AnyForm, name: string): string {
  return `${form.id}-${name}`;
}

function focusOn(id: string): void {
  const field = document.getElementById(id);
  field?.querySelector<HTMLElement>('input, textarea, select, [role="spinbutton"]')?.focus();
}

/** In characters; a text that may be longer has several lines. */
const LONGEST_LINE = 300;

interface Overrides {
  /** In place of the catalogue's, where a word of it depends on what the form is about. */
  readonly label?: ReactNode;
  readonly help?: ReactNode;
  /** Said where it is left blank and must not be. */
  readonly missing?: string;
  /** More than one for a text of several lines. */
  readonly rows?: number;
  /** Of what is written without capitals, which a phone's keyboard would begin with. */
  readonly autoCapitalize?: 'none';
  /** Of ids, or of values that need more than a word. */
  readonly choices?: readonly Choice<string>[];
  /** What else changes with it. */
  readonly alsoSets?: (value: unknown) => AnyValues;
}

/** What a field is called, whether it must be filled in, and what is wrong with it. */
export function useField(form: AnyForm, name: string, { label, help, missing }: Overrides = {}): FieldProps {
  const words = useFormWords(form.command);
  const explained = help ?? words.help(name);
  const error = errorAt(form, name, missing ?? words.missing, words);
  return {
    name,
    label: label ?? words.label(name),
    required: form.isRequired(name),
    ...(explained !== undefined && { help: explained }),
    ...(error !== undefined && { error }),
  };
}

function errorAt(form: AnyForm, name: string, ifMissing: string, words: FormWords): ReactNode {
  const { missing, refusedAt, failure } = form;
  if (missing.includes(name)) return ifMissing;
  if (failure?.kind !== 'refused' || refusedAt !== name) return undefined;
  return invalidText(form, words) ?? <SaidByServer {...failure} />;
}

/** The pages' own words for what a schema refuses, which the server says in English alone; none for most fields. */
function invalidText({ failure, refusedAt }: AnyForm, words: FormWords): string | undefined {
  const invalid = failure?.kind === 'refused' && failure.code === 'INVALID_INPUT';
  return invalid && refusedAt !== undefined ? words.invalid(refusedAt) : undefined;
}

/** The element that a field stands in, for whoever is led to it. */
export function FieldPlace({
  form,
  name,
  children,
}: {
  readonly form: AnyForm;
  readonly name: string;
  readonly children: ReactNode;
}) {
  return (
    <div id={fieldId(form, name)} className="field-place">
      {children}
    </div>
  );
}

/** A field of the command, by its type in the schema. */
export function CommandField<Of extends Command>({
  form,
  name,
  ...overrides
}: Overrides & {
  readonly form: AnyForm & { readonly command: Of };
  readonly name: FieldName<Of>;
}) {
  const field = form.command.fields[name];
  if (field === undefined) throw new Error(`${form.command.name} has no field ${name}.`);
  return (
    <FieldPlace form={form} name={name}>
      <Input form={form} name={name} field={field} overrides={overrides} />
    </FieldPlace>
  );
}

function Input({
  form,
  name,
  field,
  overrides,
}: {
  readonly form: AnyForm;
  readonly name: string;
  readonly field: Field;
  readonly overrides: Overrides;
}) {
  const words = useFormWords(form.command);
  const props = useField(form, name, overrides);
  const value = form.values[name];
  const onChange = (changed: unknown) => {
    form.set({ [name]: changed, ...overrides.alsoSets?.(changed) });
  };
  const text = typeof value === 'string' ? value : undefined;
  const list = Array.isArray(value) ? (value as readonly string[]) : [];
  const choices = overrides.choices ?? choicesOf(field, name, words);
  switch (field.type) {
    case 'text':
    case 'url':
      return <Text {...props} field={field} overrides={overrides} value={text ?? ''} onChange={onChange} />;
    case 'decimal':
      return <NumberInput {...props} value={text} onChange={onChange} />;
    case 'date':
      return <DateInput {...props} value={text} onChange={onChange} />;
    case 'integer': {
      const chosen = typeof value === 'number' ? String(value) : undefined;
      const onChosen = (digits: string | undefined) => {
        onChange(digits === undefined ? undefined : Number(digits));
      };
      return <Choices {...props} value={chosen} onChange={onChosen} choices={choices} />;
    }
    case 'check': {
      const ticked = value === true ? [name] : [];
      const box = [{ value: name, label: words.choice(name, 'true') }];
      const onTicked = (chosen: readonly string[]) => {
        onChange(chosen.length > 0);
      };
      return <Checkboxes {...props} value={ticked} onChange={onTicked} choices={box} />;
    }
    case 'choice':
      return <Choices {...props} value={text} onChange={onChange} choices={choices} />;
    case 'choices':
    case 'ids':
      return <Checkboxes {...props} value={list} onChange={onChange} choices={choices} />;
    case 'id': {
      const labelled = choices.map((each) => ({ value: each.value, label: each.label as string }));
      return <Select {...props} value={text ?? ''} onChange={onChange} choices={labelled} />;
    }
    case 'rows':
      return null;
    case 'evidence': {
      const update = (change: (now: EvidenceValue) => EvidenceValue) => {
        form.update(name, (now) => change(now as EvidenceValue));
      };
      const evidence = value as EvidenceValue;
      return (
        <EvidenceInput label={props.label} limits={field} error={props.error} value={evidence} onChange={update} />
      );
    }
  }
}

/** Of several lines where it may be long, unless the page says otherwise. */
function Text({
  field: { type, most },
  overrides: { rows, autoCapitalize },
  ...props
}: FieldProps & {
  readonly field: Extract<Field, { readonly type: 'text' | 'url' }>;
  readonly overrides: Overrides;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <TextInput
      {...props}
      {...(most !== undefined && { maxLength: most })}
      rows={rows ?? (type === 'text' && (most ?? 0) > LONGEST_LINE ? 3 : 1)}
      type={type}
      autoCapitalize={autoCapitalize}
    />
  );
}

/** What the schema says may be chosen; of ids it cannot know. */
function choicesOf(field: Field, name: string, words: FormWords): readonly Choice<string>[] {
  switch (field.type) {
    case 'integer':
      return numbers(field.least, field.most);
    case 'choice':
    case 'choices':
      return field.values.map((value) => ({ value, label: words.choice(name, value) }));
    case 'text':
    case 'url':
    case 'decimal':
    case 'date':
    case 'check':
    case 'ids':
    case 'id':
    case 'rows':
    case 'evidence':
      return [];
  }
}

function numbers(least: number, most: number): readonly Choice<string>[] {
  return Array.from({ length: most - least + 1 }, (_, index) => {
    const value = String(least + index);
    return { value, label: value };
  });
}
