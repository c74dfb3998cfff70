/** As in accountability.ts. */
export const openness = {
  'timeline.EvidenceErased':
    'The operator had a file of evidence erased for good. What names it says its hash still, as far as that is public.',
  'erasure.open': 'Have these words erased',
  'erasure.text':
    'They go for good. That something was said, by whom and when stays on record, with who had it erased and why.',
  'command.EraseValue': 'Have these words erased',
  'command.EraseValue.ground': 'Why',
  'ground.REQUEST_OF_THE_PERSON': 'Somebody they are about asks for it',
  'ground.CONSENT_WITHDRAWN': 'Who had agreed to them agrees no more',
  'ground.LEGAL_OBLIGATION': 'A law, a court or an authority demands it',
  'ground.RECORDED_IN_ERROR': 'They should not have been recorded',
  'command.EraseValue.note': 'A word on it, if you wish',
  'command.EraseValue.note.help': 'Everybody can read this for ever: do not repeat what is erased.',
  'command.EraseValue.send': 'Erase for good',
};
