/** What the words of the ledger mean, for whoever meets them first: see parts/glossary.ts. */
export const glossary = {
  'glossary.title': 'Glossary',
  'glossary.text': 'The words that these pages use in a sense of their own.',
  'glossary.mission': 'Mission',
  'glossary.mission.means':
    'A challenge that several organisations take on together, and the figures by which they see that they get somewhere.',
  'glossary.backbone': 'Backbone',
  'glossary.backbone.means':
    'The organisation, or several, that leads a mission: it invites, says what is measured and keeps the rules. It cannot change what others record.',
  'glossary.evaluator': 'Evaluator',
  'glossary.evaluator.means':
    'An organisation that a mission invited to look at the evidence, and that says nothing ties it to those it judges.',
  'glossary.indicator': 'Indicator',
  'glossary.indicator.means':
    'What a mission measures, how and in which unit, so that anybody can tell later what a figure means.',
  'glossary.baseline': 'Start',
  'glossary.baseline.means':
    'The value an indicator had before the mission. Progress is the way from there to the target.',
  'glossary.commitment': 'Commitment',
  'glossary.commitment.means':
    'A promise: what, how much, by when, for whom. It binds whoever accepted it, and nobody else.',
  'glossary.contribution': 'Contribution',
  'glossary.contribution.means': 'What was in fact given towards a commitment: money, time, work, data and so on.',
  'glossary.declared': 'Declared',
  'glossary.declared.means': 'Whoever gave it says so, and nobody else does yet.',
  'glossary.corroborated': 'Corroborated',
  'glossary.corroborated.means': 'Somebody else who saw it, such as whoever received it, says so too.',
  'glossary.verified': 'Verified',
  'glossary.verified.means': 'An evaluator of the mission looked at the evidence and found it so.',
  'glossary.disputed': 'Disputed',
  'glossary.disputed.means':
    'Somebody in the mission says that it is not so, and why. It counts for nothing until that is settled.',
  'glossary.review': 'Review',
  'glossary.review.means':
    'What one organisation thinks of another’s work on a commitment: what worked, and what to try. The other may answer.',
  'glossary.controlGroup': 'Control group',
  'glossary.controlGroup.means':
    'Organisations that belong to one another, as a firm and its subsidiaries do. What one says of another of its group counts for nothing.',
  'glossary.reputation': 'Reputation',
  'glossary.reputation.means':
    'What can be said of an organisation’s work from reviews and from promises past their date, with how sure that is. It is no ranking.',
  'glossary.confirmed': 'Confirmed identity',
  'glossary.confirmed.means':
    'Whoever runs this ledger compared the organisation with a public register. Without it, it says itself who it is.',
  'glossary.log': 'Log',
  'glossary.log.means':
    'The list of all that was recorded, in order. Nothing in it can be changed or taken out without everybody seeing it; corrections are added.',
};
