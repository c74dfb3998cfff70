import { parseDate } from '@internationalized/date';
import { useId, useState, type ReactNode } from 'react';
import {
  CheckboxButton,
  CheckboxField,
  CheckboxGroup,
  DateField,
  DateInput as AriaDateInput,
  DateSegment,
  FieldError,
  Input,
  Label,
  RadioButton,
  RadioField,
  RadioGroup,
  Text,
  TextArea,
  TextField,
} from 'react-aria-components';
import { FormattedMessage, useIntl } from 'react-intl';
import { WithTerms } from '../terms.js';
import { decimalText, isNumberBegun, writtenDecimal } from '../../i18n/number-text.js';

export interface FieldProps {
  readonly label: ReactNode;
  /** Where a refusal's path points: see `FieldErrors`. */
  readonly name: string;
  readonly help?: ReactNode;
  readonly required?: boolean;
  /** Why the server did not accept it. */
  readonly error?: ReactNode;
}

interface ValueProps<Value> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

const LONGEST_LINE = 300;

function Caption({ label, required = false }: Pick<FieldProps, 'label' | 'required'>) {
  return (
    <Label>
      {label}{' '}
      <span className="quiet">
        (<FormattedMessage id={required ? 'form.required' : 'form.optional'} />)
      </span>
    </Label>
  );
}

function Below({ help, error }: Pick<FieldProps, 'help' | 'error'>) {
  return (
    <>
      {help !== undefined && (
        <Text slot="description" className="help">
          <WithTerms>{help}</WithTerms>
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </>
  );
}

/** @param rows more than one for a text of several lines. */
export function TextInput({
  value,
  onChange,
  rows = 1,
  type = 'text',
  maxLength,
  autoComplete = 'off',
  inputMode,
  autoCapitalize,
  ...field
}: FieldProps &
  ValueProps<string> & {
    readonly rows?: number;
    readonly type?: 'text' | 'password' | 'url' | 'search' | 'email';
    /** Which keyboard a phone shows. */
    readonly inputMode?: 'numeric' | 'email' | undefined;
    /** Whether that keyboard begins what is typed with a capital, as it does for sentences. */
    readonly autoCapitalize?: 'none' | undefined;
    readonly maxLength?: number;
    readonly autoComplete?: string;
  }) {
  return (
    <TextField
      className="field"
      name={field.name}
      value={value}
      onChange={onChange}
      type={type}
      isRequired={field.required ?? false}
      validationBehavior="aria"
      isInvalid={field.error !== undefined}
      maxLength={maxLength ?? (rows > 1 ? 4000 : LONGEST_LINE)}
      autoComplete={autoComplete}
      {...(inputMode && { inputMode })}
      {...(autoCapitalize && { autoCapitalize })}
    >
      <Caption {...field} />
      {rows > 1 ? <TextArea rows={rows} /> : <Input />}
      <Below {...field} />
    </TextField>
  );
}

/**
 * A decimal number, written as the language writes it; `undefined` while nothing, or no number, is written. It stays text all
 * the way: a number of JavaScript's would not hold what an amount may.
 */
export function NumberInput({ value, onChange, ...field }: FieldProps & ValueProps<string | undefined>) {
  const intl = useIntl();
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: string | undefined }>();
  const [isLeft, setLeft] = useState(false);
  const shown = value === undefined ? '' : decimalText(intl.locale, value);
  // What was typed stands as it was, until the value is set to another.
  const text = typed?.value === value ? (typed?.text ?? shown) : shown;
  const isNone = isLeft && text.trim() !== '' && value === undefined;
  return (
    <TextField
      className="field"
      name={field.name}
      value={text}
      onChange={(written) => {
        if (!isNumberBegun(written)) return;
        const read = writtenDecimal(intl.locale, written);
        setTyped({ text: written, value: read });
        onChange(read);
      }}
      onFocus={() => {
        setLeft(false);
      }}
      onBlur={() => {
        setLeft(true);
        if (value !== undefined) setTyped(undefined);
      }}
      inputMode="decimal"
      autoComplete="off"
      isRequired={field.required ?? false}
      validationBehavior="aria"
      isInvalid={field.error !== undefined || isNone}
    >
      <Caption {...field} />
      <Input />
      <Below {...field} error={isNone ? <FormattedMessage id="form.noNumber" /> : field.error} />
    </TextField>
  );
}

/** A calendar date, `YYYY-MM-DD`, typed part by part in the language's own order. */
export function DateInput({ value, onChange, ...field }: FieldProps & ValueProps<string | undefined>) {
  return (
    <DateField
      className="field"
      name={field.name}
      value={value === undefined ? null : parseDate(value)}
      onChange={(date) => {
        onChange(date?.toString());
      }}
      granularity="day"
      isRequired={field.required ?? false}
      validationBehavior="aria"
      isInvalid={field.error !== undefined}
    >
      <Caption {...field} />
      <AriaDateInput className="date-input">{(segment) => <DateSegment segment={segment} />}</AriaDateInput>
      <Below {...field} />
    </DateField>
  );
}

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly help?: ReactNode;
}

/** One of a few, all of them to be read before choosing. */
export function Choices<Value extends string>({
  value,
  onChange,
  choices,
  ...field
}: FieldProps & ValueProps<Value | undefined> & { readonly choices: readonly Choice<Value>[] }) {
  return (
    <RadioGroup
      className="field choices"
      name={field.name}
      value={value ?? null}
      onChange={(chosen) => {
        onChange(chosen as Value);
      }}
      isRequired={field.required ?? false}
      validationBehavior="aria"
      isInvalid={field.error !== undefined}
    >
      <Caption {...field} />
      {choices.map((choice) => (
        <RadioField key={choice.value} value={choice.value}>
          <RadioButton className="choice">
            <span className="choice-mark" aria-hidden="true" />
            <span>
              {choice.label}
              {choice.help !== undefined && <span className="help"> {choice.help}</span>}
            </span>
          </RadioButton>
        </RadioField>
      ))}
      <Below {...field} />
    </RadioGroup>
  );
}

/** Any of several. */
export function Checkboxes<Value extends string>({
  value,
  onChange,
  choices,
  ...field
}: FieldProps & ValueProps<readonly Value[]> & { readonly choices: readonly Choice<Value>[] }) {
  return (
    <CheckboxGroup
      className="field choices"
      name={field.name}
      value={[...value]}
      onChange={(chosen) => {
        onChange(chosen as Value[]);
      }}
      validationBehavior="aria"
      isInvalid={field.error !== undefined}
    >
      <Caption {...field} />
      <div className="checkboxes">
        {choices.map((choice) => (
          <CheckboxField key={choice.value} value={choice.value}>
            <CheckboxButton className="choice">
              <span className="choice-mark square" aria-hidden="true" />
              <span>
                {choice.label}
                {choice.help !== undefined && <span className="help"> {choice.help}</span>}
              </span>
            </CheckboxButton>
          </CheckboxField>
        ))}
      </div>
      <Below {...field} />
    </CheckboxGroup>
  );
}

/** One of many short ones; the browser's own list, which every device knows how to show. */
export function Select<Value extends string>({
  value,
  onChange,
  choices,
  ...field
}: FieldProps &
  ValueProps<Value> & { readonly choices: readonly { readonly value: Value; readonly label: string }[] }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        {field.label}{' '}
        <span className="quiet">
          (<FormattedMessage id={field.required === true ? 'form.required' : 'form.optional'} />)
        </span>
      </label>
      <select
        id={id}
        name={field.name}
        value={value}
        required={field.required ?? false}
        aria-invalid={field.error !== undefined}
        aria-describedby={`${id}-below`}
        onChange={(event) => {
          onChange(event.target.value as Value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <div id={`${id}-below`}>
        {field.help !== undefined && (
          <span className="help">
            <WithTerms>{field.help}</WithTerms>
          </span>
        )}
        {field.error !== undefined && <span className="field-error">{field.error}</span>}
      </div>
    </div>
  );
}
