// Written by `npm run generate` from the SDL and the pages’ .graphql files.
/** How far the pages meet RGAA 4.1, the French rules of accessibility, by an audit of the last three years. */
export type AccessibilityState =
  /** All criteria that apply are met. */
  | 'FULLY_COMPLIANT'
  /** Fewer are met, or nobody has looked. */
  | 'NON_COMPLIANT'
  /** Half of them at least are met. */
  | 'PARTLY_COMPLIANT';

/** How an accreditation stands on a day. */
export type AccreditationStanding =
  /** It has not begun. */
  | 'COMING'
  /** It ended before its time. */
  | 'ENDED'
  /** Its time is over. */
  | 'EXPIRED'
  /** What its holder verifies is an accredited evaluator’s word. */
  | 'IN_FORCE'
  /** It ended with cause: what was verified on that day does not count as an accredited evaluator’s word. */
  | 'VOID';

/** How the figure of an indicator follows from its measurements. */
export type Aggregation =
  /** The one whose period ends last. */
  | 'LATEST'
  /** The mean of all periods, each weighing the same. */
  | 'MEAN'
  /** Of the period that ends last, all numerators over all denominators. */
  | 'RATIO'
  /** All of them added up: periods of one reporter never overlap. */
  | 'SUM';

/** What `answerReview` takes. */
export type AnswerReviewInput = {
  /** What you say to it. */
  readonly answer: string;
  /** Chosen by the client; the same one again is the same command again. */
  readonly commandId: string;
  /** The review it is about, by its id. */
  readonly reviewId: string | number;
};

/** Why an organisation is asked for a review. */
export type AskedAs =
  /** The commitment names it as counterparty. */
  | 'COUNTERPARTY'
  /** It takes part in the mission. */
  | 'MEMBER';

/** A command, by its name; the mutation that sends it is called alike. */
export type CommandName =
  /** For the organisation to which the place of a backbone is offered: takes it. Whoever offered it stays as a member. */
  | 'AcceptBackboneHandover'
  /** For a party that is asked: accepts the terms in force. A promisor is bound from then on; a counterparty owes nothing, and agrees by its silence to a first extension of up to 30 days. Also for whoever a change waits for: accepts that. */
  | 'AcceptCommitment'
  /** For the side that is asked: the organisation belongs to the parent’s control group from that day on. */
  | 'AcceptGrouping'
  /** For its other backbones: agrees that the texts proposed stay out of the public log. They do from the last backbone’s word on. */
  | 'AcceptPrivacy'
  /** For an organisation to which others promise things: accepts, as counterparty, every promise to it in the mission as it is made. It owes nothing by that. */
  | 'AcceptReceiving'
  /** For those asked, for another promisor, and for a backbone without a tie: agrees to a settlement. After 14 days of silence a backbone may in the place of those asked. */
  | 'AcceptSettlement'
  /** For the operator, on behalf of the network: what this organisation verifies counts as an accredited evaluator’s word for a time. */
  | 'AccreditEvaluator'
  /** For members of the mission: says that the indicator, as it is now, measures what it should. */
  | 'AgreeIndicator'
  /** For those a promise binds, until it is due: replaces the terms as a whole; the earlier ones stay visible. Where others must accept that, it is proposed to them, and open for 14 days. */
  | 'AmendCommitment'
  /** For the organisation whose contribution it is about: its answer, which stands beside it. A later one replaces it. */
  | 'AnswerObjection'
  /** For the organisation reviewed, a member or not by now: its answer. A later one replaces it. */
  | 'AnswerReview'
  /** For the operator: what a public register says of who owns whom. It counts after 14 days in which neither side contests it. */
  | 'AssertGrouping'
  /** For the operator: the two records are of two bodies after all. They count as one group for 365 days more. */
  | 'ClearDuplicate'
  /** For its backbones: nothing new begins in the mission, for good. What is open may still be answered and ended. */
  | 'CloseMission'
  /** For the operator, of organisations other than its own: this number of a register is the organisation’s. */
  | 'ConfirmIdentity'
  /** For an evaluator of the mission that is tied to none of them: which of several figures that differ is right. */
  | 'ConfirmMeasurement'
  /** For either side, within 14 days: what the operator asserted does not count unless a case upholds it. */
  | 'ContestGrouping'
  /** For the giver or, until it declares it, whoever recorded it: replaces what was recorded as a whole. Within 24 hours, and before anybody else acted on it, no reason is asked and its evidence stays; later its evidence begins anew. */
  | 'CorrectContribution'
  /** For the organisation that recorded it, a member or not by now: replaces what it says as a whole. */
  | 'CorrectMeasurement'
  /** For a receiver or, where none is named, another member: confirms that it was given. */
  | 'CorroborateContribution'
  /** For the giver: makes its own what another recorded on its behalf. */
  | 'DeclareContribution'
  /** For any registered organisation, which becomes the mission’s first backbone. */
  | 'DeclareMission'
  /** For the organisation to which the place of a backbone is offered: says no. */
  | 'DeclineBackboneHandover'
  /** For a party that is asked: says no. Nothing follows from that, for anybody. Also for whoever a change waits for: the terms in force stay. */
  | 'DeclineCommitment'
  /** For the side that is asked: nothing changes. */
  | 'DeclineGrouping'
  /** For an organisation that is invited: says no. It may be invited again. */
  | 'DeclineInvitation'
  /** For its other backbones: the texts proposed stay public. */
  | 'DeclinePrivacy'
  /** “We cannot judge this”, for whoever could review: it is asked no more, and may still review. Nobody gains or loses by it. */
  | 'DeclineReview'
  /** For those asked: does not agree to a settlement, which thereby ends. */
  | 'DeclineSettlement'
  /** For backbones of the mission: how its progress is measured. */
  | 'DefineIndicator'
  /** For bound promisors, receivers that accepted, evaluators and backbones, outside the giver’s control group: says that it was not given as recorded. It counts for nothing until that is settled, taken back, or 60 days have passed. */
  | 'DisputeContribution'
  /** For the organisation itself, or the operator: it exists no more. It cannot be undone. */
  | 'DissolveOrganisation'
  /** For whoever proposed a change that is open: takes it back. The terms in force stay. */
  | 'DropAmendment'
  /** For the backbone that offered its place: takes the offer back. */
  | 'DropBackboneHandover'
  /** For the side that proposed the grouping: takes the proposal back. */
  | 'DropGrouping'
  /** For the operator: takes back what it asserted, as long as it does not count. */
  | 'DropGroupingAssertion'
  /** For the backbone that proposed to keep further texts private: takes that back. */
  | 'DropPrivacy'
  /** For whoever proposed a settlement that is open: takes it back. */
  | 'DropSettlement'
  /** For the operator, on behalf of the network: its accreditations end today, those to come included; with cause, since a day in the past. */
  | 'EndAccreditation'
  /** For an organisation that accepts in bulk: from now on it accepts each promise by itself. */
  | 'EndReceiving'
  /** For the organisation that recorded the value, an operator (scope "operator") or, of words, whoever their event names: erases a private value for good, on record. The log and every proof of it stay as they are. */
  | 'EraseValue'
  /** For its backbones: an organisation may from then on join in that role. */
  | 'InviteOrganisation'
  /** For your own organisation, where the mission is open or has invited it. Nobody is enrolled by another. */
  | 'JoinMission'
  /** For a member: gives up all the roles it holds. It may come back. */
  | 'LeaveMission'
  /** For its backbones: ends the suspension of a member before its last day, and before its first one, too. */
  | 'LiftSuspension'
  /** For its backbones, as they import published data: the organisation may be named in promises that a source reports, and has neither rights nor duties until it joins. */
  | 'ListMember'
  /** For its promisors, or on their behalf for a backbone of the mission: something is promised. */
  | 'MakeCommitment'
  /** For the operator: this record is of a body that has another one. Pages and searches lead to the one kept, and both count as one group. */
  | 'MarkDuplicate'
  /** For the reviewer and for the organisation reviewed, once each: the point is taken, on either side. */
  | 'MarkLearned'
  /** For parties that accepted, and for members since 30 days at least, outside the giver’s control group: says what they see otherwise. It stands beside the contribution, and holds nothing up. */
  | 'NoteObjection'
  /** For a promisor that has accepted: tells how it is going. That delivers nothing and counts for nothing. */
  | 'NoteProgress'
  /** For its backbones: to look at the mission anew. What was promised stays due. */
  | 'PauseMission'
  /** For a backbone: offers its own place to another organisation, for 30 days. */
  | 'ProposeBackboneHandover'
  /** For the organisation itself, or for the parent: proposes to the other that it belongs to the parent’s control group. */
  | 'ProposeGrouping'
  /** For those a promise binds, once it was due: proposes more time, or to leave it at what was delivered. Counterparties agree or, where none accepted, a backbone without a tie. A first extension of up to 30 days is agreed by 14 days of silence. */
  | 'ProposeSettlement'
  /** For the giver, or on its behalf for a backbone: what was given towards a commitment, or opens one. */
  | 'RecordContribution'
  /** For members of the mission: a value over a day or a span of days. */
  | 'RecordMeasurement'
  /** For the operator: a body takes its place in the ledger. */
  | 'RegisterOrganisation'
  /** For the operator; the ledger does so by itself: lets go of a promise an organisation that exists no more. Its successor, where it has one, may accept the promise in its place. */
  | 'ReleaseDissolved'
  /** For a party, of itself alone: leaves the promise. A counterparty does so at any time, a promisor in good time, or within 14 days after another promisor left. */
  | 'ReleaseParty'
  /** For its backbones: a member other than a backbone, or one that a source lists, takes part no more. What it promised, it may still keep. */
  | 'RemoveMember'
  /** For its backbones: a mission that was paused goes on. */
  | 'ResumeMission'
  /** For backbones of the mission: the indicator is measured no more. What was measured stays. */
  | 'RetireIndicator'
  /** For the giver or, until it declares it, whoever recorded it: takes it back. It stays visible, and counts for nothing. */
  | 'RetractContribution'
  /** For backbones of the mission: replaces what it names of what the indicator says of itself; the rest stays. Members agree anew. */
  | 'ReviseIndicator'
  /** For backbones of the mission: sets a target, or replaces it; earlier ones stay on record. */
  | 'ReviseIndicatorTarget'
  /** For its backbones: replaces what it names of what the mission says of itself; the rest stays. */
  | 'ReviseMission'
  /** For the organisation itself, or the operator: replaces what is said of it as a whole. Where it takes another name, its identity is to be confirmed anew; one of a public body, or like another’s, the operator looks at first, and that it is a public body as well. */
  | 'ReviseOrganisation'
  /** For the reviewer: replaces what the review says. The latest counts; all stay visible. */
  | 'ReviseReview'
  /** For members outside its control group: a formative view of one promisor’s work. */
  | 'SubmitReview'
  /** For its backbones: for at most 90 days, and from the eighth on, a member makes no new promise and gives no new review. Everything else stays open to it. */
  | 'SuspendMember'
  /** For the organisation itself, its parent, or the operator: it stands by itself again. It counts as one with the group for 365 days more. */
  | 'UngroupOrganisation'
  /** For evaluators of the mission with no tie to any party: finds that it was given, or so much of it. An accredited one’s word is the last: it settles disputes, ends correction and says how much counts; any other one’s weighs as a corroboration. */
  | 'VerifyContribution'
  /** For those a promise binds, until it is due: takes the promise back. Where others must accept that, it is proposed to them, and open for 14 days. */
  | 'WithdrawCommitment'
  /** For the organisation that disputed it: takes that back. */
  | 'WithdrawDispute'
  /** For the operator: it had confirmed this number in error, or the register gave it to another. */
  | 'WithdrawIdentityConfirmation'
  /** For its backbones: takes back an invitation that nobody has accepted yet. */
  | 'WithdrawInvitation'
  /** For the organisation that noted it: takes it back. */
  | 'WithdrawObjection';

/** Which commitments a list holds: those for which all of this is so. */
export type CommitmentFilter = {
  /** Something was recorded of it behind this position: its terms, what was given towards it, what was said of that or of the work. For whoever keeps a copy: the `computedAt` of the list asked for last. */
  readonly changedSince?: string | null | undefined;
  /** It falls due on that day or later. What has no due date never does. */
  readonly dueFrom?: string | null | undefined;
  /** It falls due on that day or earlier. What has no due date never does. */
  readonly dueTo?: string | null | undefined;
  /** One of these is promised. */
  readonly kind?: ReadonlyArray<CommitmentKind> | null | undefined;
  /** The mission it is promised to. */
  readonly missionId?: string | number | null | undefined;
  /** The day for `state`; today, in UTC, if left out. */
  readonly on?: string | null | undefined;
  /** An organisation that is a party to it, on either side. */
  readonly organisationId?: string | number | null | undefined;
  /** On which side the organisation stands whose list it is; in other lists, `organisationId`. */
  readonly part?: CommitmentPart | null | undefined;
  /** Words of its description, in any order and as parts of longer ones, whatever their case, accents and apostrophes. */
  readonly search?: string | null | undefined;
  /** It stands in one of these on the day `on`. */
  readonly state?: ReadonlyArray<CommitmentState> | null | undefined;
};

/** What is promised or given. */
export type CommitmentKind =
  /** Data sets, records, figures. */
  | 'DATA'
  /** Knowledge of a subject or a trade. */
  | 'EXPERTISE'
  /** Rooms, land, tools, vehicles, networks. */
  | 'INFRASTRUCTURE'
  /** Counted in a currency. */
  | 'MONEY'
  /** Something done for others: repairs, advice, care. */
  | 'SERVICE'
  /** Hours or days of somebody’s work. */
  | 'TIME'
  /** People who give their time unpaid. */
  | 'VOLUNTEERS';

/** On which side of a commitment an organisation stands. */
export type CommitmentPart =
  /** It is promised something, beside the mission. */
  | 'COUNTERPARTY'
  /** It promises. */
  | 'PROMISOR';

/** How a commitment stands on a date. */
export type CommitmentState =
  /** Not kept, and left at what was delivered by agreement. */
  | 'CLOSED'
  /** Not kept yet, and its due date has not passed or was never set. */
  | 'DUE'
  /** Undisputed contributions reach the promised amount, or each milestone, or one completes it; late or not. */
  | 'KEPT'
  /** It was proposed, and no promisor accepted it in time. */
  | 'LAPSED'
  /** Not kept, and its due date has passed, with what was agreed on since. */
  | 'OVERDUE'
  /** It names promisors, none of whom has accepted yet: nobody is bound. */
  | 'PROPOSED'
  /** Every promisor that was bound has left it, or exists no more; in time, for what was missed before stays so. */
  | 'RELEASED'
  /** Published data tells of it. It is never overdue, and binds nobody that has not accepted it. */
  | 'REPORTED'
  /** Taken back by then, for a reason. */
  | 'WITHDRAWN';

/** What keeps a promise. It follows from what is promised. */
export type Completion =
  /** Any contribution that others attested: of promises from before it was asked what completes them. */
  | 'ANY'
  /** A contribution that is said to complete it, once an accepted counterparty corroborated it or it was verified. */
  | 'DECLARED'
  /** Each of its milestones, once. */
  | 'MILESTONES'
  /** So much of something: its share is what counts of what was given. */
  | 'QUANTITY';

/** What an organisation says of a contribution. */
export type ContributionAct =
  /** It was given. */
  | 'CORROBORATED'
  /** It is its own. */
  | 'DECLARED'
  /** It was not given as recorded. */
  | 'DISPUTED'
  /** It disputes it no more. */
  | 'DISPUTE_WITHDRAWN'
  /** It was found to be as recorded, or so much of it. */
  | 'VERIFIED';

/** What a review scores. */
export type Dimension =
  /** Whether experience changed what was done. */
  | 'LEARNING'
  /** Whether others could see what was done, setbacks included. */
  | 'OPENNESS'
  /** Whether what was promised came as promised. */
  | 'RELIABILITY'
  /** What came of the work, for those it was meant for. */
  | 'RESULTS';

/** Which way of an indicator is better. */
export type Direction =
  /** The less, the better. */
  | 'DECREASE'
  /** The more, the better. */
  | 'INCREASE';

/** Why a text is shown, or is null. A mission may keep texts out of the public log; they are then shown to those that joined by invitation, to the parties to the commitment and to whoever recorded them, by their own key or token. Words about others are public, beside the log, until they are erased. */
export type Disclosure =
  /** It was not in the log itself and exists no more: the text is null. See the query `erasures`. */
  | 'ERASED'
  /** It was not in the log itself and is gone, though the log does not say that it was erased: the text is null. Somebody deleted it behind the log’s back, or lost it; ask whoever runs the ledger. */
  | 'MISSING'
  /** Not in the log, which holds its salted hash. You may see it; the public may not. */
  | 'PRIVATE'
  /** For anyone to read: in the log or, where it has a salt, beside its salted hash there. */
  | 'PUBLIC'
  /** You may not see it: the text is null. The log holds its salted hash or, of a proposal that nobody accepted, the text itself. */
  | 'WITHHELD';

/** How well a contribution is attested. */
export type Evidence =
  /** By a receiver outside the giver’s control group. */
  | 'CORROBORATED'
  /** By the giver. */
  | 'DECLARED'
  /** Recorded by another, and not yet declared by the giver. */
  | 'NONE'
  /** By an evaluator of the mission that is accredited, has no tie to any party, and had no payment to or from the giver within a year. */
  | 'VERIFIED';

/** Whether a file can be had. */
export type EvidenceFileState =
  /** Its address gives the content; of a private one, to those that may see it, by key or session. */
  | 'AVAILABLE'
  /** The content is not kept here any more; the hash in the log still says which file was shown. */
  | 'ERASED'
  /** What the log has the salted hash of is gone, though the log does not say that it was erased; ask whoever runs the ledger. */
  | 'MISSING'
  /** The mission keeps it private and you may not see it: of what names it nothing is shown. */
  | 'WITHHELD';

/** How far those that report an indicator agree on its figure. */
export type FigureState =
  /** They differ, and an evaluator tied to none of them confirmed one. */
  | 'CONFIRMED'
  /** They differ. All are shown, and the one further from the target counts. */
  | 'CONTESTED'
  /** None of them reported one. */
  | 'NONE'
  /** What they reported of the same part and days does not differ. */
  | 'UNDISPUTED';

/** What it rests on that an organisation belongs to a group. */
export type GroupMembershipBasis =
  /** On the word of both sides; in entries from before that was asked, on that of one. */
  | 'AGREED'
  /** On a public register, by the operator’s word, which neither side contested in time. */
  | 'ASSERTED'
  /** Both records are of one body, by the operator’s word. */
  | 'DUPLICATE';

/** Who says that two belong together. */
export type GroupingProposalKind =
  /** The operator, from a public register. */
  | 'ASSERTED'
  /** One of the two proposed it to the other. */
  | 'PROPOSED';

/** How a proposed or asserted grouping stands on a day. */
export type GroupingStanding =
  /** The other side agreed. */
  | 'ACCEPTED'
  /** One of the two contested what the operator asserted; it waits for a case. */
  | 'CONTESTED'
  /** Asserted, and not contested in time. */
  | 'COUNTS'
  /** The other side did not. */
  | 'DECLINED'
  /** Whoever said it took it back. */
  | 'DROPPED'
  /** Proposed, and not answered in time. */
  | 'LAPSED'
  /** It can still be answered, or contested. */
  | 'OPEN';

/** What the targets of an indicator ask for. */
export type IndicatorMode =
  /** The figure is to stay at the target or above it. */
  | 'KEEP_AT_LEAST'
  /** The figure is to stay at the target or below it. */
  | 'KEEP_AT_MOST'
  /** The figure is to stay between the two bounds of the target, both included. */
  | 'KEEP_WITHIN'
  /** A distance is to be covered, from the baseline to the target. */
  | 'REACH';

/** What can be said of an indicator’s progress: the first of these that holds, in this order. */
export type IndicatorProgressState =
  /** A threshold is to be kept, and is not. */
  | 'BROKEN'
  /** A threshold is to be kept, and is. */
  | 'HELD'
  /** Between baseline and target, both included. */
  | 'MEASURED'
  /** Nobody that reports measured everybody everywhere. Places and categories are added up only where the indicator says so. */
  | 'NOT_MEASURED'
  /** It was measured, but nobody said where it started. */
  | 'NO_BASELINE'
  /** The target is no better than the baseline, by the indicator’s direction: there is no way to cover. */
  | 'NO_DISTANCE'
  /** It was measured, but nobody set a target. */
  | 'NO_TARGET'
  /** Worse than the baseline, share below 0, or better than the target, share above 1. */
  | 'OFF_THE_SCALE'
  /** The indicator is retired, and in no progress. */
  | 'RETIRED';

/** What is kept of persons, outside the log. */
export type KeptOfPeople =
  /** An access key that she made, and what she called it. */
  | 'ACCESS_KEY'
  /** That the operator is to have her administer an organisation. */
  | 'ACCESS_RECOVERY'
  /** An account elsewhere that she is about to link. */
  | 'ACCOUNT_LINK'
  /** That she asked to add an address. */
  | 'ADDRESS_PROOF'
  /** A change of her addresses that may be undone. */
  | 'ADDRESS_UNDO'
  /** Whom an issuer of accounts claims to act for an organisation, by a hash of her account. */
  | 'CLAIMED_MEMBER'
  /** A mail to her that waits to be sent. */
  | 'MAIL'
  /** That an address is not to be invited again, by its hash. */
  | 'MAIL_STOP'
  /** The link by which somebody begins to operate the ledger. */
  | 'OPERATOR_LINK'
  /** An invitation to a mission. */
  | 'PARTNER_INVITATION'
  /** A device that signs her in. */
  | 'PASSKEY'
  /** What a device is asked to sign. */
  | 'PASSKEY_CHALLENGE'
  /** Her name and her language. */
  | 'PERSON'
  /** An account elsewhere that she signs in with. */
  | 'PERSON_ACCOUNT'
  /** An address that she signs in with. */
  | 'PERSON_ADDRESS'
  /** Where she is signed in. */
  | 'PERSON_SESSION'
  /** That she was told who is to administer an organisation, until that is over. */
  | 'RECOVERY_NOTICE'
  /** An organisation that she asked to have registered. */
  | 'REGISTRATION'
  /** A name that she asked to have an organisation take. */
  | 'RENAMING'
  /** For which organisation she may act. */
  | 'SEAT'
  /** An invitation to act for an organisation. */
  | 'SEAT_INVITATION'
  /** How many an organisation invited. */
  | 'SEAT_INVITATION_SENT'
  /** A link that she made, by which others ask to act for an organisation. */
  | 'SEAT_LINK'
  /** That she asked to act for an organisation. */
  | 'SEAT_REQUEST'
  /** That somebody asked to sign in by mail. */
  | 'SIGN_IN_ATTEMPT'
  /** That a mailbox takes no mail; of one that somebody signs in with, until it takes one. */
  | 'SILENT_MAILBOX'
  /** By what an invited address is not to be invited again, by its hash. */
  | 'STOP_LINK';

/** What is written for people here is written in these. */
export type Language =
  /** English. */
  | 'EN'
  /** French. */
  | 'FR';

/** What `markLearned` takes. */
export type MarkLearnedInput = {
  /** Chosen by the client; the same one again is the same command again. */
  readonly commandId: string;
  /** The review it is about, by its id. */
  readonly reviewId: string | number;
};

/** In what capacity somebody reported a figure. */
export type MeasurementCapacity =
  /** Before indicators had reporters: whoever recorded it, the latest of them makes the figure. */
  | 'ANYONE'
  /** As another member: it is shown beside, and makes no figure. */
  | 'OTHER'
  /** As one of the indicator’s reporters: it makes the indicator’s figure. */
  | 'REPORTER';

/** How a mission ended. */
export type MissionClosing =
  /** It ends without that. */
  | 'ENDED'
  /** It goes on within another mission. */
  | 'MERGED'
  /** What it was for is reached. */
  | 'REACHED';

/** What came of looking at a mission anew. */
export type MissionResumption =
  /** It goes on as before. */
  | 'CONTINUED'
  /** It goes on with other goals, or in another way. */
  | 'REDEFINED';

/** How an organisation that a promise names has answered. */
export type PartyAnswer =
  /** It accepted a version of the terms. A promisor is bound by that; a counterparty owes nothing. */
  | 'ACCEPTED'
  /** It said no. */
  | 'DECLINED'
  /** Not yet: nothing follows from that. Once the proposal has lapsed, nobody waits for an answer. */
  | 'PROPOSED'
  /** It accepted, and left since, for itself alone; or it exists no more. */
  | 'RELEASED';

/** Texts a mission may ask to be kept out of the public log, where only salted hashes of them then stand. Files of its contributions are kept out with any of them. */
export type PrivateFields =
  /** Notes, statements and findings beside the evidence of its contributions. The reasons of disputes stay public. */
  | 'EVIDENCE_NOTES'
  /** What worked and what to try of its reviews, and the answers to them. */
  | 'REVIEW_COMMENTS';

/** Why something was refused: the codes of all commands. */
export type RefusalCode =
  /** The due date has passed: what is missing may be settled, and changes no more. */
  | 'AFTER_DUE'
  /** How figures are put together stays once one is recorded. */
  | 'AGGREGATION_FIXED'
  /** The organisation has agreed already. */
  | 'ALREADY_ACCEPTED'
  /** It is accredited for some of that time already; end that first, or begin the day after. */
  | 'ALREADY_ACCREDITED'
  /** The organisation agreed to this version already. */
  | 'ALREADY_AGREED'
  /** The organisation has answered already. */
  | 'ALREADY_ANSWERED'
  /** This number is confirmed already. */
  | 'ALREADY_CONFIRMED'
  /** It is contested already, and does not count unless a case upholds it. */
  | 'ALREADY_CONTESTED'
  /** Your organisation has corroborated this contribution already. */
  | 'ALREADY_CORROBORATED'
  /** The contribution is declared already. */
  | 'ALREADY_DECLARED'
  /** Your organisation has said already that it cannot judge this; it may still review. */
  | 'ALREADY_DECLINED'
  /** The organisation, or one of its control group, disputed this contribution as it stands already. */
  | 'ALREADY_DISPUTED'
  /** This value is erased already. */
  | 'ALREADY_ERASED'
  /** The organisation has an open invitation to this role already. */
  | 'ALREADY_INVITED'
  /** The organisation is in this control group already. */
  | 'ALREADY_IN_GROUP'
  /** Your organisation has marked this review as learned already. */
  | 'ALREADY_LEARNED'
  /** The organisation is listed in this role already. */
  | 'ALREADY_LISTED'
  /** The organisation has this role in the mission already. */
  | 'ALREADY_MEMBER'
  /** The organisation, or one of its control group, objected to this already. */
  | 'ALREADY_OBJECTED'
  /** Your organisation has reviewed this work already; it may revise its review. */
  | 'ALREADY_REVIEWED'
  /** An accredited evaluator, or this organisation in the same words, verified the contribution already. */
  | 'ALREADY_VERIFIED'
  /** A change of the terms waits for an answer already. */
  | 'AMENDMENT_OPEN'
  /** This grouping rests on a public register; the operator ends it once the register says otherwise. */
  | 'ASSERTED_GROUP'
  /** The operator has asserted a grouping of this organisation already, which is taken back first. */
  | 'ASSERTION_OPEN'
  /** A backbone is not removed by another; it may hand over or leave by itself. */
  | 'BACKBONE_NOT_REMOVED'
  /** KEEP_WITHIN takes two bounds, the lower one first; every other target takes one value. */
  | 'BOUNDS_DO_NOT_FIT'
  /** A case about the contribution is open; what comes of it comes first. */
  | 'CASE_OPEN'
  /** A target stays one of the same part; set another target for another part. */
  | 'CATEGORIES_FIXED'
  /** The indicator has no such dimension, or the dimension no such code. */
  | 'CODE_UNKNOWN'
  /** Another command has this id already. */
  | 'COMMAND_ID_REUSED'
  /** The parties left the promise at what was delivered. */
  | 'COMMITMENT_CLOSED'
  /** This commitment is recorded already. */
  | 'COMMITMENT_EXISTS'
  /** The commitment was withdrawn. */
  | 'COMMITMENT_WITHDRAWN'
  /** The promise is not kept by a contribution that is said to complete it. */
  | 'COMPLETES_NOTHING'
  /** Others have accepted the promise: what keeps it stays. */
  | 'COMPLETION_FIXED'
  /** The days to contest it have passed; the operator ends it once the register says otherwise. */
  | 'CONTEST_OVER'
  /** This contribution is recorded already. */
  | 'CONTRIBUTION_EXISTS'
  /** The contribution was taken back; it counts for nothing. */
  | 'CONTRIBUTION_RETRACTED'
  /** This is what is recorded already. */
  | 'CONTRIBUTION_UNCHANGED'
  /** The commitment is to other organisations. */
  | 'COUNTERPARTIES_DIFFER'
  /** The due date was missed and extended by agreement; another settlement moves it. */
  | 'DATE_SETTLED'
  /** Another version of the indicator is in force by now. */
  | 'DEFINITION_SUPERSEDED'
  /** The indicator says this already. */
  | 'DEFINITION_UNCHANGED'
  /** Where a distance is to be covered, the indicator says which way is better. */
  | 'DIRECTION_MISSING'
  /** A commitment that has a due date keeps one. */
  | 'DUE_DATE_DROPPED'
  /** The due date named has passed, or is the day itself: a promise is of what is to come. */
  | 'DUE_IN_PAST'
  /** The mission would end before it starts: name an end on or after its start, or none. */
  | 'ENDS_BEFORE_START'
  /** It is too long for one entry of the log. */
  | 'EVENT_TOO_LARGE'
  /** An identity is confirmed by something that others can look up; give at least one link or file. */
  | 'EVIDENCE_MISSING'
  /** The promise was extended as often as it can be. */
  | 'EXTENSIONS_USED_UP'
  /** The promise would be extended by more time than it can be. */
  | 'EXTENSION_TOO_LONG'
  /** The organisation confirmed this figure already. */
  | 'FIGURE_CONFIRMED'
  /** No more is found than was recorded. */
  | 'FOUND_TOO_LARGE'
  /** An accreditation begins on the day it is recorded, or later. */
  | 'FROM_IN_PAST'
  /** The other side declined this grouping in the last 30 days; it may propose it itself at any time. */
  | 'GROUPING_DECLINED'
  /** This grouping is proposed already, and waits for the other side’s answer. */
  | 'GROUPING_PROPOSED'
  /** The place of a backbone is offered to somebody already; that offer may be taken back. */
  | 'HANDOVER_OPEN'
  /** Other records lead to this one; they are led to the one that is kept first. */
  | 'HAS_DUPLICATES'
  /** The organisation is a parent itself; its subsidiaries are grouped under the new parent first. */
  | 'HAS_SUBSIDIARIES'
  /** This number of a register is confirmed to be another organisation’s; correct it, or show the operator that it is yours. */
  | 'IDENTIFIER_TAKEN'
  /** This indicator is defined already. */
  | 'INDICATOR_EXISTS'
  /** The indicator is retired: it is read, and neither measured nor changed any more. */
  | 'INDICATOR_RETIRED'
  /** Something in the input is not acceptable; the message says what would be. */
  | 'INVALID_INPUT'
  /** This record is of a body that has another one; act on the one that is kept. */
  | 'IS_DUPLICATE'
  /** The commitment is of another kind, which it keeps. */
  | 'KIND_DIFFERS'
  /** Others have accepted the promise: its kind stays. */
  | 'KIND_FIXED'
  /** The mission would be left without a backbone; it hands over to another organisation first. */
  | 'LAST_BACKBONE'
  /** This measurement is recorded already; correct it, or record another. */
  | 'MEASUREMENT_EXISTS'
  /** The organisation is suspended for a while: it promises and reviews again afterwards, and may keep what it promised at any time. */
  | 'MEMBER_SUSPENDED'
  /** The organisation has not been a member for long enough. */
  | 'MEMBER_TOO_RECENT'
  /** The mission is closed: nothing new begins in it; what is open may still be answered and ended. */
  | 'MISSION_CLOSED'
  /** The commitment is to another mission. */
  | 'MISSION_DIFFERS'
  /** This mission is declared already. */
  | 'MISSION_EXISTS'
  /** The operator looks at a name of a public body, or one like another’s, before it is taken; an administrator puts it to the operator on the organisation’s page. */
  | 'NAME_WAITS'
  /** No counterparty accepted the promise, and no backbone without a tie is there to agree. */
  | 'NOBODY_TO_AGREE'
  /** This note is recorded already. */
  | 'NOTE_EXISTS'
  /** The time to lessen the promise without anybody’s leave is over, and nobody is there to give it. */
  | 'NOTICE_PASSED'
  /** The organisation has not accepted the promise, and so has nothing to leave. */
  | 'NOT_ACCEPTED'
  /** No accreditation of this organisation lasts; give `voidFrom` to void what is over. */
  | 'NOT_ACCREDITED'
  /** The person who sent it has no seat as ADMIN in the organisation, which the command takes. */
  | 'NOT_ADMIN'
  /** Only an evaluator of the mission says whether something is so. */
  | 'NOT_AN_EVALUATOR'
  /** A proposed grouping is answered by the other side. */
  | 'NOT_ASKED'
  /** The commitment names whom it is to: one of those corroborates it. */
  | 'NOT_A_COUNTERPARTY'
  /** This record is not marked as a duplicate. */
  | 'NOT_A_DUPLICATE'
  /** The organisation takes no part in the mission; it must join first. */
  | 'NOT_A_MEMBER'
  /** The promise does not name the organisation. */
  | 'NOT_A_PARTY'
  /** This is for an organisation that made the promise or, on its behalf, a backbone of the mission. */
  | 'NOT_A_PROMISOR'
  /** Only a backbone of the mission may do this. */
  | 'NOT_BACKBONE'
  /** This number is not confirmed. */
  | 'NOT_CONFIRMED'
  /** Nothing is recorded that differs from this figure. */
  | 'NOT_CONTESTED'
  /** Its giver has neither accepted the promise nor declared the contribution. */
  | 'NOT_DECLARED'
  /** The organisation has no open dispute about the contribution. */
  | 'NOT_DISPUTED'
  /** The organisation exists. */
  | 'NOT_DISSOLVED'
  /** The promise is not due yet; until then its terms may be changed. */
  | 'NOT_DUE_YET'
  /** There is no open invitation to this role. */
  | 'NOT_INVITED'
  /** The organisation stands by itself already. */
  | 'NOT_IN_A_GROUP'
  /** The mission is not paused; there is nothing to resume. */
  | 'NOT_PAUSED'
  /** Nothing private stands there; what is public stays. */
  | 'NOT_PRIVATE'
  /** The organisation does not accept in bulk what is promised to it there. */
  | 'NOT_RECEIVING'
  /** A review is of an organisation that made the promise. */
  | 'NOT_REVIEWABLE'
  /** The organisation is not suspended, and no suspension of it is to come. */
  | 'NOT_SUSPENDED'
  /** Only the operator of the ledger may do this: by a key with the scope "operator", or as an administrator of its organisation who signed in within ten minutes. */
  | 'NOT_THE_OPERATOR'
  /** A measurement is corrected by whoever recorded it; others record a figure of their own. */
  | 'NOT_YOURS'
  /** A review or an objection is answered by the organisation whose work it is about. */
  | 'NOT_YOURS_TO_ANSWER'
  /** A value is erased by the organisation that recorded it or by the operator, and words about others by whom they name. */
  | 'NOT_YOURS_TO_ERASE'
  /** A review is marked as learned by the organisation that gave it, or by the one that it is about. */
  | 'NOT_YOURS_TO_MARK'
  /** The organisation is not among those that have to agree. */
  | 'NOT_YOURS_TO_SETTLE'
  /** A contribution is declared by its giver, and corrected or taken back by it or, until then, by whoever recorded it. */
  | 'NOT_YOUR_CONTRIBUTION'
  /** An objection is taken back by the organisation that noted it. */
  | 'NOT_YOUR_OBJECTION'
  /** Only the organisation itself, or the operator, may say this of it. */
  | 'NOT_YOUR_ORGANISATION'
  /** A proposal is taken back by whoever made it; the other side may decline it. */
  | 'NOT_YOUR_PROPOSAL'
  /** A review is revised by the organisation that gave it. */
  | 'NOT_YOUR_REVIEW'
  /** No change of the terms waits for an answer. */
  | 'NO_AMENDMENT_OPEN'
  /** The operator has asserted no such grouping. */
  | 'NO_ASSERTION'
  /** No such offer is open; a backbone may offer its own place. */
  | 'NO_HANDOVER_OPEN'
  /** No such proposal waits for your organisation: a backbone makes one by revising the mission. */
  | 'NO_PRIVACY_PROPOSED'
  /** No such grouping is proposed, or the proposal has lapsed; either side may propose it. */
  | 'NO_PROPOSAL'
  /** The organisation has no stake in it that lets it freeze the contribution; it may note an objection. */
  | 'NO_STANDING'
  /** This objection is recorded already. */
  | 'OBJECTION_EXISTS'
  /** The objection was taken back. */
  | 'OBJECTION_WITHDRAWN'
  /** One organisation cannot stand on both sides of a commitment. */
  | 'ON_BOTH_SIDES'
  /** Something is missing that it takes to open a commitment with this contribution. */
  | 'OPENING_INCOMPLETE'
  /** A mission that anybody may join keeps no texts private: close it, or ask for no privacy. */
  | 'OPEN_AND_PRIVATE'
  /** The organisation exists no more; its successor may act instead, where it has one. */
  | 'ORGANISATION_DISSOLVED'
  /** This organisation is registered already. */
  | 'ORGANISATION_EXISTS'
  /** The last two settlements were those of its control group, and not agreed on: other promisors have their turn first. */
  | 'OTHERS_FIRST'
  /** Your organisation gave it or recorded it; others say something of it. */
  | 'OWN_CONTRIBUTION'
  /** A record is not its own duplicate. */
  | 'OWN_DUPLICATE'
  /** The operator says this of others; of its own organisation another operator does. */
  | 'OWN_ORGANISATION'
  /** An organisation is not its own parent. */
  | 'OWN_PARENT'
  /** An organisation is not its own successor. */
  | 'OWN_SUCCESSOR'
  /** The parent belongs to a control group itself; name the one at its head. */
  | 'PARENT_IN_ANOTHER_GROUP'
  /** The organisation left the promise. */
  | 'PARTY_RELEASED'
  /** More would be handed on than was received. */
  | 'PASSED_ON_TOO_MUCH'
  /** Only what the giver received and corroborated is handed on. */
  | 'PASSED_ON_UNKNOWN'
  /** The mission is paused already: it is resumed or closed first. */
  | 'PAUSED_ALREADY'
  /** A mission is not paused again within 30 days of the end of its last pause. */
  | 'PAUSED_LATELY'
  /** The days named are yet to come. */
  | 'PERIOD_IN_FUTURE'
  /** Figures that are added up may not be of the same days twice. */
  | 'PERIOD_OVERLAPS'
  /** Further texts are proposed to be private already: answer that, or have it taken back. */
  | 'PRIVACY_PROPOSED'
  /** What was proposed, or the place of one that exists no more, was not accepted in time. */
  | 'PROPOSAL_LAPSED'
  /** An evaluator says what makes it one. */
  | 'QUALIFICATION_MISSING'
  /** An evaluator gives a link or a file that shows that it is qualified. */
  | 'QUALIFICATION_NOT_SHOWN'
  /** After a day, or once others acted on it, a contribution is corrected with a reason. */
  | 'REASON_MISSING'
  /** The day named has passed, or is the day itself; a pause ends later than it begins. */
  | 'REASSESS_IN_PAST'
  /** A pause is looked at anew within 90 days; one that takes longer is begun again. */
  | 'REASSESS_TOO_LATE'
  /** Only members of the mission report its figures. */
  | 'REPORTER_NOT_MEMBER'
  /** This review is recorded already. */
  | 'REVIEW_EXISTS'
  /** Both organisations belong to one control group; somebody from outside it must say this. */
  | 'SAME_CONTROL_GROUP'
  /** The key or token presented may only read. */
  | 'SCOPE_MISSING'
  /** The operator looks at whether an organisation is a public body, and records it; the rest is sent with the sector as it is. */
  | 'SECTOR_WAITS'
  /** An organisation does not review its own work. */
  | 'SELF_REVIEW'
  /** The settlement is over. */
  | 'SETTLEMENT_ENDED'
  /** This settlement is recorded already. */
  | 'SETTLEMENT_EXISTS'
  /** A settlement waits for an answer already. */
  | 'SETTLEMENT_OPEN'
  /** A member is not suspended again within 180 days of the end of its suspension, or of the day that was lifted. */
  | 'SUSPENDED_RECENTLY'
  /** A suspension has effect from the eighth day on, and ends within 90 days. */
  | 'SUSPENSION_OUT_OF_RANGE'
  /** A target that has a due date keeps one: without, it would never fall due. */
  | 'TARGET_DATE_DROPPED'
  /** The due date named has passed, or is the day itself: a target is of what is to come. */
  | 'TARGET_IN_PAST'
  /** This is the target already. */
  | 'TARGET_UNCHANGED'
  /** These are the terms already. */
  | 'TERMS_UNCHANGED'
  /** An evaluator says that nothing ties it to those whose work it verifies, or takes another role. */
  | 'TIES_NOT_DENIED'
  /** Others were recording on the same subject all the while; send it again. */
  | 'TOO_MANY_CONFLICTS'
  /** The amount has more decimals than its currency has. */
  | 'TOO_MANY_DECIMALS'
  /** The organisation’s control group has three open disputes with this giver in the mission. */
  | 'TOO_MANY_DISPUTES'
  /** So many invitations to one organisation wait for its answer that it is asked no more for a while. */
  | 'TOO_MANY_INVITATIONS'
  /** The organisation’s control group has three open objections to this giver. */
  | 'TOO_MANY_OBJECTIONS'
  /** So many proposals to one organisation wait for its answer that it is asked no more for a while. */
  | 'TOO_MANY_PROPOSALS'
  /** The indicator has as many targets as it may; replace one of them. */
  | 'TOO_MANY_TARGETS'
  /** The commitment is counted in another unit. */
  | 'UNIT_DIFFERS'
  /** The unit does not fit the kind: money is counted in a currency, and everything else in another unit. */
  | 'UNIT_DOES_NOT_FIT'
  /** The unit stays once something rests on it: a figure, or what others have accepted. */
  | 'UNIT_FIXED'
  /** Figures in a unit of one’s own are never added up, as all but LATEST do. */
  | 'UNIT_NOT_ADDED'
  /** The ledger has no such commitment. */
  | 'UNKNOWN_COMMITMENT'
  /** The commitment has no such contribution. */
  | 'UNKNOWN_CONTRIBUTION'
  /** The log has no such event. */
  | 'UNKNOWN_EVENT'
  /** No such indicator is defined. */
  | 'UNKNOWN_INDICATOR'
  /** The indicator has no such measurement. */
  | 'UNKNOWN_MEASUREMENT'
  /** The promise has no such milestone. */
  | 'UNKNOWN_MILESTONE'
  /** No such mission is declared. */
  | 'UNKNOWN_MISSION'
  /** The commitment has no such objection. */
  | 'UNKNOWN_OBJECTION'
  /** No such organisation is registered. */
  | 'UNKNOWN_ORGANISATION'
  /** The commitment has no such review. */
  | 'UNKNOWN_REVIEW'
  /** The commitment has no such settlement. */
  | 'UNKNOWN_SETTLEMENT'
  /** The last day named is not within what is accepted at once. */
  | 'UNTIL_OUT_OF_RANGE'
  /** A ratio is given by numerator and denominator, every other figure by its value. */
  | 'VALUE_DOES_NOT_FIT'
  /** Other terms are in force by now: those are answered. */
  | 'VERSION_SUPERSEDED'
  /** What was verified is void since a day between the first accreditation and today. */
  | 'VOID_OUTSIDE'
  /** Nobody suspends or removes its own organisation; it may leave, or hand over first. */
  | 'YOUR_OWN_MEMBERSHIP';

/** Whether an estimate rests on enough to be shown. */
export type ReputationPublication =
  /** Withheld; `shortfall` says what would change that. */
  | 'INSUFFICIENT_EVIDENCE'
  /** So many independent control groups weigh, and the mass is so much, as its parameters ask for at least. */
  | 'PUBLISHED';

/** What an organisation does in a mission. It may hold several roles. */
export type Role =
  /** Keeps the mission together: its terms, its indicators, its invitations. */
  | 'BACKBONE'
  /** Verifies what others contributed. */
  | 'EVALUATOR'
  /** Pays for the work of others. */
  | 'FUNDER'
  /** Commits and contributes. */
  | 'MEMBER';

/** Whether the log takes events. */
export type SealState =
  /** Nothing is recorded: this database was not found to continue what was signed, or not yet. */
  | 'CLOSED'
  /** Events are recorded, and sealed a moment later. */
  | 'OPEN';

/** What kind of body an organisation is. */
export type Sector =
  /** An association, a foundation, a union, a group of residents. */
  | 'CIVIL_SOCIETY'
  /** A business, or somebody who works for a living. */
  | 'PRIVATE'
  /** Part of a state or of a local authority, or owned by one. */
  | 'PUBLIC'
  /** Nobody has said. */
  | 'UNDECLARED';

/** How a settlement ended without being agreed on. */
export type SettlementEnd =
  /** One of those asked declined it. */
  | 'DECLINED'
  /** Whoever proposed it took it back. */
  | 'DROPPED';

/** What promisor and counterparties may agree on once a promise is due. */
export type SettlementOutcome =
  /** Leave it at that: what was delivered counts by its evidence. */
  | 'CLOSED_AS_IS'
  /** More time: a later due date. The one before stays visible as missed. */
  | 'EXTENDED';

/** What became of a target, as known on a day. */
export type TargetState =
  /** It fell due without being reached, within the last 30 days, and nobody said yet what became of it. */
  | 'AWAITING_WORD'
  /** It was not reached, and that was said in time: by a figure, another target or a reason. */
  | 'MISSED'
  /** It was not reached, and nobody said so within 30 days. */
  | 'MISSED_IN_SILENCE'
  /** It is in force, and not yet due. */
  | 'OPEN'
  /** When it fell due, the figure of that day was at the target or better. */
  | 'REACHED'
  /** It was not reached when it fell due, and was later. */
  | 'REACHED_LATE'
  /** Another took its place more than 14 days before it was due. */
  | 'REDEFINED_EARLY'
  /** Another took its place within the 14 days before it was due: it counts as due, and as said. */
  | 'REDEFINED_LATE';

/** How a tie is known. */
export type TieBasis =
  /** The reviewer says so, and the log does not show it. */
  | 'DECLARED'
  /** The log shows it, declared or not. */
  | 'FOUND';

/** What may stand between a reviewer and the organisation it reviews. */
export type TieKind =
  /** Money went from the one to the other within the 365 days before the review. */
  | 'PAYMENT'
  /** Both belong to one control group. Such a review is refused. */
  | 'SAME_CONTROL_GROUP'
  /** One and the same person acts for both. */
  | 'SHARED_MEMBER';

/** Whether a read model follows the log. */
export type ViewState =
  /** Nobody has built its tables yet. */
  | 'ABSENT'
  /** An event could not be folded; the view stands just before it. */
  | 'HALTED'
  /** It folds events as they are recorded. */
  | 'RUNNING';

/** How something that is awaited stands on a day, in UTC. */
export type WindowStanding =
  /** Answered on its due date at the latest. */
  | 'IN_TIME'
  /** Answered after its due date. */
  | 'LATE'
  /** Not answered, and not yet past its due date. */
  | 'OPEN'
  /** Past its due date, and not answered. */
  | 'OVERDUE';
