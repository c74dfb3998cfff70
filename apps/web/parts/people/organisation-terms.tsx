import { useMemo, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Choices, Select, TextInput } from '../forms/fields.js';

const SECTORS = ['CIVIL_SOCIETY', 'PRIVATE', 'PUBLIC'] as const;

/** Registers that a form names in words, by their codes; of others there is the key of the organisation. */
const REGISTERS = ['FR-RNA', 'FR-SIRET', 'CH-FDJP', 'GB-COH', 'LU-RCS'] as const;
type Register = (typeof REGISTERS)[number];

/** Whose numbers are digits alone; those of others hold letters. */
const IN_DIGITS: Register = 'FR-SIRET';

/** ISO 3166-1; their names are the browser's. */
const COUNTRIES = (
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI ' +
  'CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN ' +
  'GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK ' +
  'LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM ' +
  'PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD ' +
  'TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ');

/** As it is typed; what is left empty is not said. */
export interface TypedTerms {
  readonly name: string;
  readonly sector: (typeof SECTORS)[number];
  readonly country: string;
  readonly website: string;
  readonly register: Register | '';
  readonly number: string;
}

export const NO_TERMS: TypedTerms = {
  name: '',
  sector: 'CIVIL_SOCIETY',
  country: 'FR',
  website: '',
  register: '',
  number: '',
};

/** As the server takes them. */
export function termsToSend({ name, sector, country, website, register, number }: TypedTerms) {
  return {
    name: name.trim(),
    sector,
    ...(country === '' ? {} : { jurisdiction: country }),
    ...(website.trim() === '' ? {} : { website: website.trim() }),
    identifiers: register === '' || number.trim() === '' ? [] : [{ scheme: register, value: number.trim() }],
  };
}

/** Whether nothing is missing: a register without a number would be left out for good. */
export function isWhole({ name, register, number }: TypedTerms): boolean {
  return name.trim() !== '' && (register === '' || number.trim() !== '');
}

interface Props {
  readonly terms: TypedTerms;
  /** Whether somebody tried to send it, so that what is missing is said. */
  readonly tried: boolean;
  readonly onChange: (terms: TypedTerms) => void;
  /** What is shown below the name. */
  readonly belowName?: ReactNode;
}

/** What is said of an organisation as it is registered. */
export function OrganisationTerms({ terms, tried, onChange, belowName }: Props) {
  const intl = useIntl();
  const set = (some: Partial<TypedTerms>) => {
    onChange({ ...terms, ...some });
  };
  // Named and sorted once, and not with each letter that is typed.
  const countries = useMemo(
    () =>
      COUNTRIES.map((code) => ({
        value: code,
        label: intl.formatDisplayName(code, { type: 'region' }) ?? code,
      })).sort((a, b) => a.label.localeCompare(b.label, intl.locale)),
    [intl],
  );
  return (
    <>
      <TextInput
        name="name"
        required
        autoComplete="organization"
        value={terms.name}
        onChange={(name) => {
          set({ name });
        }}
        label={<FormattedMessage id="registration.name" />}
        help={belowName === undefined ? undefined : <FormattedMessage id="registration.nameHelp" />}
        error={tried && terms.name.trim() === '' ? <FormattedMessage id="form.missing" /> : undefined}
      />
      {belowName}
      <Choices
        name="sector"
        required
        value={terms.sector}
        onChange={(sector) => {
          if (sector !== undefined) set({ sector });
        }}
        choices={SECTORS.map((each) => ({
          value: each,
          label: <FormattedMessage id={`registration.sector.${each}`} />,
        }))}
        label={<FormattedMessage id="registration.sector" />}
      />
      <Select
        name="country"
        value={terms.country}
        onChange={(country) => {
          set({ country });
        }}
        choices={[{ value: '', label: '' }, ...countries]}
        label={<FormattedMessage id="registration.country" />}
      />
      <NumberOfRegister terms={terms} tried={tried} set={set} />
      <TextInput
        name="website"
        type="url"
        autoComplete="url"
        value={terms.website}
        onChange={(website) => {
          set({ website });
        }}
        label={<FormattedMessage id="registration.website" />}
      />
    </>
  );
}

function NumberOfRegister({
  terms: { register, number },
  tried,
  set,
}: Pick<Props, 'terms' | 'tried'> & { readonly set: (some: Partial<TypedTerms>) => void }) {
  const intl = useIntl();
  return (
    <>
      <Select
        name="register"
        value={register}
        onChange={(chosen) => {
          set({ register: chosen });
        }}
        choices={[
          { value: '', label: intl.formatMessage({ id: 'registration.register.none' }) },
          ...REGISTERS.map((each) => ({
            value: each,
            label: intl.formatMessage({ id: `registration.register.${each}` }),
          })),
        ]}
        label={<FormattedMessage id="registration.register" />}
        help={<FormattedMessage id="registration.registerHelp" />}
      />
      {register !== '' && (
        <TextInput
          name="number"
          required
          inputMode={register === IN_DIGITS ? 'numeric' : undefined}
          value={number}
          onChange={(typed) => {
            set({ number: typed });
          }}
          error={tried && number.trim() === '' ? <FormattedMessage id="form.missing" /> : undefined}
          label={<FormattedMessage id="registration.number" />}
        />
      )}
    </>
  );
}
