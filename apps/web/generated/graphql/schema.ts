// Written by `npm run generate` from the SDL and the pages’ .graphql files.
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
  /** For its promisors, or a backbone, until it is due: replaces the terms as a whole; the earlier ones stay visible. */
  | 'AmendCommitment'
  /** For the organisation reviewed, a member or not by now: its answer. A later one replaces it. */
  | 'AnswerReview'
  /** For the organisation that recorded it, and for backbones and evaluators: replaces what it says as a whole. */
  | 'CorrectMeasurement'
  /** For a receiver or, where none is named, another member: confirms that it was given. */
  | 'CorroborateContribution'
  /** For the giver: makes its own what another recorded on its behalf. */
  | 'DeclareContribution'
  /** For any registered organisation, which becomes the mission’s first backbone. */
  | 'DeclareMission'
  /** “We cannot judge this”, for whoever could review: it is asked no more, and may still review. Nobody gains or loses by it. */
  | 'DeclineReview'
  /** For backbones of the mission: how its progress is measured. */
  | 'DefineIndicator'
  /** For receivers and members outside the giver’s control group: says that it was not given as recorded. */
  | 'DisputeContribution'
  /** For the organisation that recorded the value, or an operator (scope "admin"): erases a private value for good, on record. The log and every proof of it stay as they are. */
  | 'EraseValue'
  /** For the organisation itself, or the operator: places it in the control group of its ultimate parent. */
  | 'GroupOrganisation'
  /** For its backbones: an organisation may from then on join in that role. */
  | 'InviteOrganisation'
  /** For your own organisation, where the mission is open or has invited it; a backbone may enrol another one. */
  | 'JoinMission'
  /** For a member: gives up all the roles it holds. It may come back. */
  | 'LeaveMission'
  /** For its promisors, or on their behalf for a backbone of the mission: something is promised. */
  | 'MakeCommitment'
  /** For the reviewer and for the organisation reviewed, once each: the point is taken, on either side. */
  | 'MarkLearned'
  /** For the giver, or on its behalf for a backbone: what was given towards a commitment, or opens one. */
  | 'RecordContribution'
  /** For members of the mission: a value over a day or a span of days. */
  | 'RecordMeasurement'
  /** For the operator, whose key has the scope "admin": a body takes its place in the ledger. */
  | 'RegisterOrganisation'
  /** For backbones of the mission: replaces the target; earlier ones stay on record. */
  | 'ReviseIndicatorTarget'
  /** For its backbones: replaces what the mission says of itself as a whole. */
  | 'ReviseMission'
  /** For the organisation itself, or the operator: replaces what is said of it as a whole. */
  | 'ReviseOrganisation'
  /** For the reviewer: replaces what the review says. The latest counts; all stay visible. */
  | 'ReviseReview'
  /** For members outside its control group: a formative view of one promisor’s work. */
  | 'SubmitReview'
  /** For the organisation itself, or the operator: it stands by itself again. */
  | 'UngroupOrganisation'
  /** For evaluators of the mission with no tie to any party: finds that it was given, which settles disputes. */
  | 'VerifyContribution'
  /** For its promisors, or a backbone, until it is due: takes the promise back. */
  | 'WithdrawCommitment'
  /** For its backbones: takes back an invitation that nobody has accepted yet. */
  | 'WithdrawInvitation';

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

/** How a commitment stands on a date. */
export type CommitmentState =
  /** Not kept yet, and its due date has not passed or was never set. */
  | 'DUE'
  /** Undisputed contributions reach the promised amount, late or not; or, where none was promised, there is one. */
  | 'KEPT'
  /** Not kept, and its due date has passed. */
  | 'OVERDUE'
  /** Taken back by then, for a reason. */
  | 'WITHDRAWN';

/** What an organisation says of a contribution. */
export type ContributionAct =
  /** It was given. */
  | 'CORROBORATED'
  /** It is its own. */
  | 'DECLARED'
  /** It was not given as recorded. */
  | 'DISPUTED'
  /** It was found to be as recorded. */
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

/** Why a text is shown, or is null. A mission may keep texts out of the public log; they are then shown to members of the mission, to the parties to the commitment and to whoever recorded them, by their own key or token. */
export type Disclosure =
  /** It was not in the log and exists no more: the text is null. See the query `erasures`. */
  | 'ERASED'
  /** Not in the log, which holds its salted hash. You may see it; the public may not. */
  | 'PRIVATE'
  /** In the log, for anyone to read. */
  | 'PUBLIC'
  /** Not in the log, which holds its salted hash. You may not see it: the text is null. */
  | 'WITHHELD';

/** How well a contribution is attested. */
export type Evidence =
  /** By a receiver outside the giver’s control group. */
  | 'CORROBORATED'
  /** By the giver. */
  | 'DECLARED'
  /** Recorded by another, and not yet declared by the giver. */
  | 'NONE'
  /** By an evaluator of the mission with no tie to any party. */
  | 'VERIFIED';

/** Whether a file can be had. */
export type EvidenceFileState =
  /** Its address gives the content. */
  | 'AVAILABLE'
  /** The content is not kept here any more; its hash still says which file was shown. */
  | 'ERASED';

/** What can be said of an indicator’s progress: the first of these that holds, in this order. */
export type IndicatorProgressState =
  /** Between baseline and target, both included. */
  | 'MEASURED'
  /** Nothing was measured of everybody everywhere. Places and groups are not added up into a guess. */
  | 'NOT_MEASURED'
  /** It was measured, but nobody said where it started. */
  | 'NO_BASELINE'
  /** The target is no better than the baseline, by the indicator’s direction: there is no way to cover. */
  | 'NO_DISTANCE'
  /** It was measured, but nobody set a target. */
  | 'NO_TARGET'
  /** Worse than the baseline, share below 0, or better than the target, share above 1. */
  | 'OFF_THE_SCALE';

/** What `joinMission` takes. */
export type JoinMissionInput = {
  /** Chosen by the client; the same one again is the same command again. */
  readonly commandId: string;
  /** The mission it is about, by its id. */
  readonly missionId: string | number;
  /** For a backbone that enrols another organisation; everyone else joins for itself. */
  readonly organisationId?: string | number | null | undefined;
  /** What it is to do: one of several roles an organisation may hold. */
  readonly role: Role;
};

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

/** Texts a mission may ask to be kept out of the public log, where only salted hashes of them then stand. */
export type PrivateFields =
  /** Notes, statements and findings beside the evidence of its contributions. The reasons of disputes stay public. */
  | 'EVIDENCE_NOTES'
  /** What worked and what to try of its reviews, and the answers to them. */
  | 'REVIEW_COMMENTS';

/** Why something was refused: the codes of all commands. */
export type RefusalCode =
  /** The due date has passed; until then a promise may be changed. */
  | 'AFTER_DUE'
  /** Your organisation has corroborated this contribution already. */
  | 'ALREADY_CORROBORATED'
  /** The contribution is declared already. */
  | 'ALREADY_DECLARED'
  /** Your organisation has said already that it cannot judge this; it may still review. */
  | 'ALREADY_DECLINED'
  /** Your organisation has disputed this contribution already. */
  | 'ALREADY_DISPUTED'
  /** This value is erased already. */
  | 'ALREADY_ERASED'
  /** The organisation has an open invitation to this role already. */
  | 'ALREADY_INVITED'
  /** The organisation is in this control group already. */
  | 'ALREADY_IN_GROUP'
  /** Your organisation has marked this review as learned already. */
  | 'ALREADY_LEARNED'
  /** The organisation has this role in the mission already. */
  | 'ALREADY_MEMBER'
  /** Your organisation has reviewed this work already; it may revise its review. */
  | 'ALREADY_REVIEWED'
  /** The contribution is verified already. */
  | 'ALREADY_VERIFIED'
  /** Nobody is made a backbone by another: invite the organisation, and it joins by itself. */
  | 'BACKBONE_NOT_ENROLLED'
  /** Another command has this id already. */
  | 'COMMAND_ID_REUSED'
  /** This commitment is recorded already. */
  | 'COMMITMENT_EXISTS'
  /** The commitment was withdrawn. */
  | 'COMMITMENT_WITHDRAWN'
  /** This contribution is recorded already. */
  | 'CONTRIBUTION_EXISTS'
  /** The commitment is to other organisations. */
  | 'COUNTERPARTIES_DIFFER'
  /** A commitment that has a due date keeps one. */
  | 'DUE_DATE_DROPPED'
  /** The due date named has passed. */
  | 'DUE_IN_PAST'
  /** It is too long for one entry of the log. */
  | 'EVENT_TOO_LARGE'
  /** This indicator is defined already. */
  | 'INDICATOR_EXISTS'
  /** Something in the input is not acceptable; the message says what would be. */
  | 'INVALID_INPUT'
  /** The commitment is of another kind, which it keeps. */
  | 'KIND_DIFFERS'
  /** The mission would be left without a backbone. */
  | 'LAST_BACKBONE'
  /** This measurement is recorded already; correct it, or record another. */
  | 'MEASUREMENT_EXISTS'
  /** The commitment is to another mission. */
  | 'MISSION_DIFFERS'
  /** This mission is declared already. */
  | 'MISSION_EXISTS'
  /** Contributions are verified by an evaluator of the mission. */
  | 'NOT_AN_EVALUATOR'
  /** The commitment names whom it is to: one of those corroborates it. */
  | 'NOT_A_COUNTERPARTY'
  /** The organisation takes no part in the mission; it must join first. */
  | 'NOT_A_MEMBER'
  /** This is for an organisation that made the promise or, on its behalf, a backbone of the mission. */
  | 'NOT_A_PROMISOR'
  /** Only a backbone of the mission may do this. */
  | 'NOT_BACKBONE'
  /** There is no open invitation to this role. */
  | 'NOT_INVITED'
  /** The organisation stands by itself already. */
  | 'NOT_IN_A_GROUP'
  /** Nothing private stands there; what is public stays. */
  | 'NOT_PRIVATE'
  /** A review is of an organisation that made the promise. */
  | 'NOT_REVIEWABLE'
  /** A measurement is corrected by whoever recorded it, and by backbones and evaluators of the mission. */
  | 'NOT_YOURS'
  /** A review is answered by the organisation that it is about. */
  | 'NOT_YOURS_TO_ANSWER'
  /** A value is erased by the organisation that recorded it, or by the operator. */
  | 'NOT_YOURS_TO_ERASE'
  /** A review is marked as learned by the organisation that gave it, or by the one that it is about. */
  | 'NOT_YOURS_TO_MARK'
  /** Only the giver may declare a contribution its own. */
  | 'NOT_YOUR_CONTRIBUTION'
  /** Only the organisation itself, or the operator, may say this of it. */
  | 'NOT_YOUR_ORGANISATION'
  /** A review is revised by the organisation that gave it. */
  | 'NOT_YOUR_REVIEW'
  /** One organisation cannot stand on both sides of a commitment. */
  | 'ON_BOTH_SIDES'
  /** Something is missing that it takes to open a commitment with this contribution. */
  | 'OPENING_INCOMPLETE'
  /** This organisation is registered already. */
  | 'ORGANISATION_EXISTS'
  /** Your organisation gave it or recorded it; others say something of it. */
  | 'OWN_CONTRIBUTION'
  /** An organisation is not its own parent. */
  | 'OWN_PARENT'
  /** The parent belongs to a control group itself; name the one at its head. */
  | 'PARENT_IN_ANOTHER_GROUP'
  /** The days named are yet to come. */
  | 'PERIOD_IN_FUTURE'
  /** This review is recorded already. */
  | 'REVIEW_EXISTS'
  /** Both organisations belong to one control group; somebody from outside it must say this. */
  | 'SAME_CONTROL_GROUP'
  /** The key or token presented may only read. */
  | 'SCOPE_MISSING'
  /** An organisation does not review its own work. */
  | 'SELF_REVIEW'
  /** This is the target already. */
  | 'TARGET_UNCHANGED'
  /** These are the terms already. */
  | 'TERMS_UNCHANGED'
  /** Others were recording on the same subject all the while; send it again. */
  | 'TOO_MANY_CONFLICTS'
  /** The commitment is counted in another unit. */
  | 'UNIT_DIFFERS'
  /** The unit does not fit the kind: money is counted in a currency, and everything else in another unit. */
  | 'UNIT_DOES_NOT_FIT'
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
  /** No such mission is declared. */
  | 'UNKNOWN_MISSION'
  /** No such organisation is registered. */
  | 'UNKNOWN_ORGANISATION'
  /** The commitment has no such review. */
  | 'UNKNOWN_REVIEW';

/** Whether an estimate rests on enough to be shown. */
export type ReputationPublication =
  /** Withheld; `shortfall` says what would change that. */
  | 'INSUFFICIENT_EVIDENCE'
  /** At least 3 independent control groups weigh, and the mass is 3 or more. */
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
