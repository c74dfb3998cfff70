/**
 * What recording a command does, in a sentence before it is sent: `foretold.<command>`. `{actor}` is whoever acts; a day or a
 * choice is named as its field is, and the sentence stands once it is filled in.
 */
export const foretold = {
  'foretold.forGood': 'Once sent it stays on record: what is said later is added to it.',
  'foretold.inWords': 'what you described',

  'foretold.RecordContribution': '{contributor} gave {quantity} on {day}.',
  'foretold.MakeCommitment': '{actor} promises {quantity}.',
  'foretold.MakeCommitment.by': '{actor} promises {quantity} by {day}.',
  'foretold.MakeCommitment.proposed': '{actor} proposes this promise: each of those named is bound once it accepts.',
  'foretold.RecordMeasurement': '“{indicator}” stood at {quantity} on {day}.',

  'foretold.AcceptCommitment': '{actor} accepts this promise and is bound by it, as it is worded now.',
  'foretold.DeclineCommitment': '{actor} says no to this promise and is not bound by it.',
  'foretold.NoteProgress': '{actor} tells everyone how it is going; nothing is counted by it.',
  'foretold.AmendCommitment':
    '{actor} changes the terms of this promise, at once in good time, or else once the others agree; the earlier terms stay to be read.',
  'foretold.DropAmendment': '{actor} drops the change: the promise stays as it is.',
  'foretold.WithdrawCommitment':
    '{actor} takes the promise back, at once in good time, or else once the others agree; that it was made stays to be read.',
  'foretold.ReleaseParty': '{actor} leaves this promise; those left stay bound.',
  'foretold.ProposeSettlement':
    '{actor} proposes how to settle what is missing: {outcome}. It holds once the others agree.',
  'foretold.AcceptSettlement': '{actor} agrees to settle it this way.',
  'foretold.DeclineSettlement': '{actor} does not agree to settle it this way.',
  'foretold.DropSettlement': '{actor} drops the settlement: what was promised is still due.',
  'foretold.AcceptReceiving': '{actor} accepts whatever is promised to it here until {until}, and owes nothing by it.',
  'foretold.EndReceiving': '{actor} accepts promises one by one again; those accepted already stay so.',

  'foretold.DeclareContribution': '{actor} says that it gave this itself.',
  'foretold.CorroborateContribution': '{actor} confirms that this was given.',
  'foretold.VerifyContribution': '{actor} verifies what was given, and answers for what it found.',
  'foretold.CorrectContribution':
    '{actor} corrects what was given; the earlier words stay to be read, and confirmations of them start anew.',
  'foretold.RetractContribution': '{actor} takes this back: it stays to be read, and counts for nothing.',
  'foretold.DisputeContribution':
    '{actor} disputes this: it counts for nothing until that is settled, for 60 days at most.',
  'foretold.WithdrawDispute': '{actor} disputes this no more: what was given counts again.',
  'foretold.NoteObjection': '{actor} objects to this: the giver is asked for an answer, and nothing is held up.',
  'foretold.AnswerObjection': '{actor} answers the objection, below it, for everyone to read.',
  'foretold.WithdrawObjection': '{actor} takes its objection back; that there was one stays to be read.',

  'foretold.SubmitReview': '{actor} tells everyone what it thinks of this work, under its own name.',
  'foretold.ReviseReview': '{actor} revises its review; what it said before stays to be read.',
  'foretold.AnswerReview': '{actor} answers this review, below it, for everyone to read.',
  'foretold.DeclineReview': '{actor} says that it cannot judge this work.',

  'foretold.DeclareMission': '{actor} declares this mission and leads it.',
  'foretold.ReviseMission': '{actor} changes what the mission says of itself; what it said before stays to be read.',
  'foretold.PauseMission': '{actor} pauses the mission, to be looked at anew by {reassessBy}.',
  'foretold.ResumeMission': '{actor} goes on with the mission, and tells what was learnt.',
  'foretold.CloseMission': '{actor} closes the mission, and tells what was learnt; what was recorded stays to be read.',
  'foretold.InviteOrganisation': '{actor} invites this organisation to take part as: {role}.',
  'foretold.WithdrawInvitation': '{actor} takes the invitation back.',
  'foretold.DeclineInvitation': '{actor} declines to take part as: {role}.',
  'foretold.JoinMission': '{actor} joins the mission as: {role}.',
  'foretold.LeaveMission': '{actor} leaves the mission; what it promised stays, and may still be kept.',
  'foretold.ListMember':
    '{actor} lists this organisation as: {role}, as published data says; that binds it to nothing.',
  'foretold.SuspendMember':
    'In seven days {actor} suspends this member, until {until}: no new promise and no new review in that time.',
  'foretold.LiftSuspension': '{actor} lifts the suspension: the member may promise and give reviews again.',
  'foretold.RemoveMember': '{actor} removes this member from the mission; what it recorded stays.',
  'foretold.AcceptPrivacy': '{actor} agrees to keep these texts out of the public log from now on.',
  'foretold.DeclinePrivacy': '{actor} does not agree: these texts stay public.',
  'foretold.DropPrivacy': '{actor} takes its proposal back: these texts stay public.',
  'foretold.ProposeBackboneHandover':
    '{actor} offers its place as a backbone, and leads the mission until that is accepted.',
  'foretold.DropBackboneHandover': '{actor} takes its offer back and stays a backbone.',
  'foretold.AcceptBackboneHandover': '{actor} takes the place of a backbone and leads the mission from now on.',
  'foretold.DeclineBackboneHandover': '{actor} declines the place of a backbone.',

  'foretold.DefineIndicator': '{actor} says what the mission measures, and how.',
  'foretold.AgreeIndicator': '{actor} agrees to this indicator as it is measured now.',
  'foretold.ReviseIndicator': '{actor} changes how this is measured; figures so far stay under the earlier definition.',
  'foretold.ReviseIndicatorTarget': '{actor} sets this target; an earlier one stays to be read.',
  'foretold.RetireIndicator': '{actor} retires this indicator for good: it is measured no more, and its figures stay.',
  'foretold.ConfirmMeasurement': '{actor} confirms this figure as the one that counts.',
  'foretold.CorrectMeasurement': '{actor} corrects its figure; the earlier one stays to be read.',

  'foretold.ReviseOrganisation':
    '{actor} changes what is said of this organisation; what was said before stays to be read.',
  'foretold.ProposeGrouping': '{actor} proposes that the two belong together, which holds once the other accepts.',
  'foretold.AcceptGrouping':
    '{actor} agrees that the two belong together: what one says of the other then counts for nothing.',
  'foretold.DeclineGrouping': '{actor} says that the two do not belong together.',
  'foretold.DropGrouping': '{actor} takes its proposal back.',
  'foretold.ContestGrouping':
    '{actor} contests that the two belong together: it does not count, unless a case upholds it.',
  'foretold.UngroupOrganisation': '{actor} ends the grouping, which counts for a year more.',
  'foretold.AssertGrouping':
    '{actor} asserts, by a public register, that the two belong together; it counts in 14 days unless one of them contests it.',
  'foretold.DropGroupingAssertion': '{actor} takes its assertion back: the two do not count as one group by it.',
  'foretold.ConfirmIdentity': '{actor} confirms who this organisation is, by a public register.',
  'foretold.WithdrawIdentityConfirmation':
    '{actor} takes the confirmation back: the organisation says itself who it is.',
  'foretold.MarkDuplicate': '{actor} marks this record as a duplicate, by which nobody acts any more.',
  'foretold.ClearDuplicate': '{actor} says that this record is no duplicate: it may be acted by again.',
  'foretold.DissolveOrganisation': '{actor} records that this organisation exists no more, which cannot be undone.',
  'foretold.AccreditEvaluator': '{actor} accredits this evaluator from {from} until {until}.',
  'foretold.EndAccreditation': '{actor} ends the accreditation of this evaluator.',

  'foretold.EraseValue':
    '{actor} has these words erased: nobody can bring them back, and that there were some stays on record.',
};
