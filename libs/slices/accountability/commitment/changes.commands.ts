import { z } from 'zod';
import { calendarDate, commands, part, ref, uuid } from '@maillage/kernel';
import { commitmentTerms, reason, settlementOutcome, termsVersion } from './events.js';

// How what was promised changes, ends, or is settled.

const OF_COMMITMENT = ['UNKNOWN_ORGANISATION', 'UNKNOWN_COMMITMENT', 'COMMITMENT_WITHDRAWN'] as const;
const CHANGING = [
  ...OF_COMMITMENT,
  'NOT_A_PROMISOR',
  'AFTER_DUE',
  'COMMITMENT_CLOSED',
  'AMENDMENT_OPEN',
  'NOTICE_PASSED',
] as const;
const DROPPING = ['UNKNOWN_ORGANISATION', 'UNKNOWN_COMMITMENT', 'NOT_YOUR_PROPOSAL'] as const;
const OF_SETTLEMENT = ['UNKNOWN_ORGANISATION', 'UNKNOWN_COMMITMENT', 'UNKNOWN_SETTLEMENT', 'SETTLEMENT_ENDED'] as const;

const settlementId = part('Settlement').describe('The settlement it is about, by its id.');
const publicReason = reason.describe('Why; public.');
const erasedReason = reason.describe('Why; public, and erased on request.');

const settlement = z
  .strictObject({
    settlementId: uuid.optional().describe('The command’s own id, where none is given.'),
    outcome: settlementOutcome.describe('More time, or to leave it at that.'),
    dueOn: calendarDate.optional().describe('Of EXTENDED: the new due date.'),
    reason: publicReason,
  })
  .refine(({ outcome, dueOn }) => (outcome === 'EXTENDED') === (dueOn !== undefined), {
    error: 'goes with EXTENDED, which takes a new due date, and with no other outcome',
    path: ['dueOn'],
  });

export const changeCommands = commands(
  {
    AmendCommitment: {
      seat: 'WRITER',
      for: 'For those a promise binds, until it is due: replaces the terms as a whole; the earlier ones stay visible. Where others must accept that, it is proposed to them, and open for 14 days.',
      data: commitmentTerms.safeExtend({ reason: reason.describe('Why the terms are replaced; public.') }),
      refusals: [
        ...CHANGING,
        'UNIT_DOES_NOT_FIT',
        'TOO_MANY_DECIMALS',
        'TERMS_UNCHANGED',
        'DUE_DATE_DROPPED',
        'DUE_IN_PAST',
        'DATE_SETTLED',
        'KIND_FIXED',
        'UNIT_FIXED',
        'COMPLETION_FIXED',
        'KIND_DIFFERS',
        'UNIT_DIFFERS',
      ],
    },
    WithdrawCommitment: {
      seat: 'WRITER',
      for: 'For those a promise binds, until it is due: takes the promise back. Where others must accept that, it is proposed to them, and open for 14 days.',
      data: z.strictObject({ reason: reason.describe('Why it is taken back; public.') }),
      refusals: CHANGING,
    },
    DropAmendment: {
      seat: 'WRITER',
      for: 'For whoever proposed a change that is open: takes it back. The terms in force stay.',
      data: z.strictObject({ termsVersion: termsVersion.describe('Which version of the terms was proposed.') }),
      refusals: [...DROPPING, 'NO_AMENDMENT_OPEN', 'VERSION_SUPERSEDED'],
    },
    ReleaseParty: {
      seat: 'WRITER',
      for: 'For a party, of itself alone: leaves the promise. A counterparty does so at any time, a promisor in good time, or within 14 days after another promisor left.',
      data: z.strictObject({ reason: erasedReason }),
      refusals: [...OF_COMMITMENT, 'NOT_ACCEPTED', 'NOTICE_PASSED', 'AFTER_DUE'],
    },
    ReleaseDissolved: {
      seat: 'ADMIN',
      for: 'For the operator; the ledger does so by itself: lets go of a promise an organisation that exists no more. Its successor, where it has one, may accept the promise in its place.',
      data: z.strictObject({ organisationId: ref('Organisation').describe('A party that was dissolved.') }),
      refusals: [
        'NOT_THE_OPERATOR',
        'UNKNOWN_COMMITMENT',
        'COMMITMENT_WITHDRAWN',
        'NOT_A_PARTY',
        'NOT_DISSOLVED',
        'ALREADY_ANSWERED',
      ],
    },
    ProposeSettlement: {
      seat: 'WRITER',
      for: 'For those a promise binds, once it was due: proposes more time, or to leave it at what was delivered. Counterparties agree or, where none accepted, a backbone without a tie. A first extension of up to 30 days is agreed by 14 days of silence.',
      data: settlement,
      refusals: [
        ...OF_COMMITMENT,
        'NOT_A_PROMISOR',
        'NOT_DUE_YET',
        'COMMITMENT_CLOSED',
        'SETTLEMENT_OPEN',
        'OTHERS_FIRST',
        'SETTLEMENT_EXISTS',
        'NOBODY_TO_AGREE',
        'DUE_IN_PAST',
        'EXTENSIONS_USED_UP',
        'EXTENSION_TOO_LONG',
      ],
    },
    AcceptSettlement: {
      seat: 'WRITER',
      for: 'For those asked, for another promisor, and for a backbone without a tie: agrees to a settlement. After 14 days of silence a backbone may in the place of those asked.',
      data: z.strictObject({ settlementId }),
      about: 'settlementId',
      refusals: [
        ...OF_SETTLEMENT,
        'COMMITMENT_WITHDRAWN',
        'ALREADY_ACCEPTED',
        'NOT_YOURS_TO_SETTLE',
        'SAME_CONTROL_GROUP',
      ],
    },
    DeclineSettlement: {
      seat: 'WRITER',
      for: 'For those asked: does not agree to a settlement, which thereby ends.',
      data: z.strictObject({ settlementId, reason: erasedReason.optional() }),
      about: 'settlementId',
      refusals: [
        ...OF_SETTLEMENT,
        'COMMITMENT_WITHDRAWN',
        'ALREADY_ACCEPTED',
        'NOT_YOURS_TO_SETTLE',
        'SAME_CONTROL_GROUP',
      ],
    },
    DropSettlement: {
      seat: 'WRITER',
      for: 'For whoever proposed a settlement that is open: takes it back.',
      data: z.strictObject({ settlementId }),
      about: 'settlementId',
      refusals: [...OF_SETTLEMENT, 'NOT_YOUR_PROPOSAL'],
    },
  },
  {
    AFTER_DUE: 'The due date has passed: what is missing may be settled, and changes no more.',
    COMMITMENT_CLOSED: 'The parties left the promise at what was delivered.',
    AMENDMENT_OPEN: 'A change of the terms waits for an answer already.',
    NO_AMENDMENT_OPEN: 'No change of the terms waits for an answer.',
    NOTICE_PASSED: 'The time to lessen the promise without anybody’s leave is over, and nobody is there to give it.',
    DUE_DATE_DROPPED: 'A commitment that has a due date keeps one.',
    DATE_SETTLED: 'The due date was missed and extended by agreement; another settlement moves it.',
    TERMS_UNCHANGED: 'These are the terms already.',
    KIND_FIXED: 'Others have accepted the promise: its kind stays.',
    COMPLETION_FIXED: 'Others have accepted the promise: what keeps it stays.',
    NOT_ACCEPTED: 'The organisation has not accepted the promise, and so has nothing to leave.',
    NOT_DISSOLVED: 'The organisation exists.',
    NOT_DUE_YET: 'The promise is not due yet; until then its terms may be changed.',
    SETTLEMENT_OPEN: 'A settlement waits for an answer already.',
    OTHERS_FIRST:
      'The last two settlements were those of its control group, and not agreed on: other promisors have their turn first.',
    SETTLEMENT_EXISTS: 'This settlement is recorded already.',
    SETTLEMENT_ENDED: 'The settlement is over.',
    UNKNOWN_SETTLEMENT: 'The commitment has no such settlement.',
    NOBODY_TO_AGREE: 'No counterparty accepted the promise, and no backbone without a tie is there to agree.',
    EXTENSIONS_USED_UP: 'The promise was extended as often as it can be.',
    EXTENSION_TOO_LONG: 'The promise would be extended by more time than it can be.',
    ALREADY_ACCEPTED: 'The organisation has agreed already.',
    NOT_YOURS_TO_SETTLE: 'The organisation is not among those that have to agree.',
  },
);
