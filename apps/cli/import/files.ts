/** One file of the dataset: the columns the importer reads, by the short names it calls them. Other columns are ignored. */
export interface FileLayout<Column extends string = string> {
  readonly file: string;
  readonly required: boolean;
  readonly columns: Readonly<Record<Column, string>>;
}

function layout<Column extends string>(
  file: string,
  columns: Readonly<Record<Column, string>>,
  required = false,
): FileLayout<Column> {
  return { file, required, columns };
}

const project = 'Project ID';
const organisation = 'Organisation ID - (Value)';
const category = 'Organisation Role Category - (Value)';
const from = 'Period - Start - (Value)';
const to = 'Period - End - (Value)';
const metric = 'Outcome Metric Id - (Value)';

export const organisations = layout(
  'organisations.csv',
  {
    id: 'ID',
    name: 'Name',
    jurisdiction: 'Jurisdiction',
    type: 'Type - (Value)',
    register: 'ORG-Ids - Primary',
    country: 'Country',
  },
  true,
);

export const projects = layout(
  'projects.csv',
  {
    id: 'ID',
    name: 'Impact Bond Name - (Value)',
    signed: 'Dates - Date outcomes contract signed - (Value)',
    anticipatedCompletion: 'Dates - Anticipated completion date - (Value)',
    actualCompletion: 'Dates - Actual completion date - (Value)',
    serviceStart: 'Dates - Start date of service provision - (Value)',
    anticipatedEnd: 'Dates - Anticipated end date of service provision - (Value)',
    actualEnd: 'Dates - Actual end date of service provision - (Value)',
    challenge: 'Purpose and classifications - Social challenge - (Value)',
    intervention: 'Purpose and classifications - Intervention - (Value)',
    sector: 'Purpose and classifications - Policy sector - (Value)',
    primaryGoal: 'Purpose and classifications - Primary SDG goal - (Value)',
    secondaryGoals: 'Purpose and classifications - Secondary SDG goals - (Value)',
    primaryTarget: 'Purpose and classifications - Primary SDG target - (Value)',
    secondaryTargets: 'Purpose and classifications - Secondary SDG targets - (Value)',
  },
  true,
);

export const deliveryLocations = layout('projects_delivery_locations.csv', {
  project,
  name: 'Location - Name - (Value)',
  country: 'Location - Country - (Value)',
});

export const outcomeMetrics = layout('projects_outcome_metrics.csv', {
  project,
  id: 'Id',
  definition: 'Outcome Definition - (Value)',
  population: 'Target Population - (Value)',
  targetNumber: 'Targeted number of service users Or beneficiaries (total) - (Value)',
  unitType: 'Unit type of targeted Service users or beneficiaries - (Value)',
  unitDescription: 'Unit description of Service user or beneficiaries - (Value)',
  target: 'Outcome metric target - (Value)',
  validation: 'Outcome validation Method - (Value)',
  dataSource: 'Data source for Outcome validation - (Value)',
  primaryGoal: 'Primary SDG goal - (Value)',
  secondaryGoals: 'Secondary SDG goals - (Value)',
  primaryTarget: 'Primary SDG target - (Value)',
  secondaryTargets: 'Secondary SDG targets - (Value)',
});

export const investments = layout('projects_investments.csv', {
  project,
  id: 'Id',
  organisation,
  category,
  currency: 'Investment Commitment - Currency - (Value)',
  amount: 'Investment Commitment - Amount - Exact - (Value)',
  least: 'Investment Commitment - Amount - Min - (Value)',
  most: 'Investment Commitment - Amount - Max - (Value)',
  type: 'Investment Type - (Value)',
});

export const serviceProvisions = layout('projects_service_provisions.csv', {
  project,
  id: 'Id',
  organisation,
  category,
  intervention: 'Intervention - (Value)',
  plannedEnd: 'Planned Service - End - (Value)',
});

export const intermediaryServices = layout('projects_intermediary_services.csv', { project, organisation, category });

export const paymentCommitments = layout('projects_outcome_payment_commitments.csv', {
  project,
  organisation,
  category,
  currency: 'Maximum potential Outcome payment - Currency - (Value)',
  amount: 'Maximum potential Outcome payment - Amount - (Value)',
  to,
});

export const outcomePayments = layout('projects_outcome_payments.csv', {
  project,
  plan: 'Outcome Payment Plan Id - (Value)',
  metric,
  from,
  to,
  payers: 'Payer Organisation ID - (Value)',
  recipient: 'Recipient Organisation ID - (Value)',
  type: 'Type - (Value)',
  currency: 'Payments - Currency - (Value)',
  amount: 'Payments - Amount - (Value)',
});

export const transactions = layout('projects_transactions.csv', {
  project,
  investment: 'Investment Id - (Value)',
  metric,
  date: 'Date - (Value)',
  sender: 'Sending Organisation ID - (Value)',
  receiver: 'Receiving Organisation ID - (Value)',
  type: 'Transaction Type - (Value)',
  currency: 'Money - Currency - (Value)',
  amount: 'Money - Amount - (Value)',
});

export const results = layout('projects_results.csv', {
  project,
  metric,
  type: 'Result type - (Value)',
  from,
  to,
  achieved: 'Outcomes achieved - (Value)',
  positive: 'Number with Positive social outcomes - (Value)',
  validators: 'Outcomes validator(s) - (Value)',
});

export const outcomeFunds = layout('projects_outcome_funds.csv', { project, id: 'Id' });
export const paymentPlans = layout('projects_outcome_payment_plans.csv', {
  project,
  id: 'Outcome Payment Plan Id - (Value)',
});
export const outcomePricings = layout('projects_outcome_pricings.csv', { project, metric });

export type ColumnOf<Layout> = Layout extends FileLayout<infer Column> ? Column : never;
