export const record = {
  'record.signIn': 'To record something, sign in for your organisation.',
  'record.unknown': 'Nothing is recorded at this address; the link may be mistyped.',
  'record.forMission': 'To the mission {mission}',
  'record.forCommitment': 'Towards a promise of {promisors}',
  'record.recorded': 'Recorded.',
  'record.see': 'See it',
  'record.another': 'Record another one',
  'record.unit.none': 'No unit: it is done, or not',
  'commitmentForm.intro':
    'Say what your organisation promises so that anyone can tell later whether it was kept. You may amend it until it is due.',
  'contributionForm.intro':
    'What was in fact given towards the promise. Others can corroborate or dispute it; an evaluator of the mission can verify it.',
  'contributionForm.promised': 'Promised',
  'contributionForm.delivered': 'Given so far',
  'measurementForm.intro':
    'A value of “{indicator}” on a date. It may concern one place or one group of people; these are never added up into a guess.',
  'measurementForm.place': 'Where',
  'measurementForm.place.everywhere': 'Everywhere the mission works',
  'measurementForm.place.other': 'Another place…',
  'field.quantity.amount': 'How much',
  'record.amountMissing': 'Write a number, or choose “no unit”.',
  'field.quantity.unit': 'Unit',
  'field.evidence': 'Evidence',
  'field.note': 'A word on the evidence',
  'form.restored': 'What you had written before is back.',
  'form.discard': 'Start over',
  'form.missing.summary':
    '{count, plural, one {One thing is still missing.} other {# things are still missing.}} Nothing was sent yet.',
};
