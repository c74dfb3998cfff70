export const home = {
  'home.intro':
    'Organisations from government, business and civil society share a mission. What each one promises, gives and finds of its peers’ work is written in a public log, so that all can see it and learn from it.',
  'home.missions': 'Missions',
  'home.none': 'No mission has been declared yet.',
  'home.open': 'Open: your organisation may join',
  'home.from': 'Since {from}',
  'home.until': 'Until {to}',
  'home.ended': 'Ended on {to}',
  'home.places': 'Where',
  'home.members': 'Who takes part',
  'home.noMembers': 'Nobody yet',
  'home.members.PUBLIC': '{count} public',
  'home.members.PRIVATE': '{count, plural, one {# business} other {# businesses}}',
  'home.members.CIVIL_SOCIETY': '{count} of civil society',
  'home.members.UNDECLARED': '{count} undeclared',
  'home.morePlaces': 'and {count} more',
};
