import type { home as english } from '../en/home.js';

export const home: Readonly<Record<keyof typeof english, string>> = {
  'home.intro':
    'Des organisations des pouvoirs publics, des entreprises et de la société civile partagent une mission. Ce que chacune promet, apporte et pense du travail de ses pairs est inscrit dans un registre public, pour que tous le voient et en apprennent.',
  'home.missions': 'Missions',
  'home.none': 'Aucune mission n’a encore été déclarée.',
  'home.open': 'Ouverte : votre organisation peut la rejoindre',
  'home.from': 'Depuis le {from}',
  'home.until': 'Jusqu’au {to}',
  'home.ended': 'Terminée le {to}',
  'home.places': 'Où',
  'home.members': 'Qui participe',
  'home.noMembers': 'Personne pour l’instant',
  'home.members.PUBLIC': '{count, plural, one {# publique} other {# publiques}}',
  'home.members.PRIVATE': '{count, plural, one {# entreprise} other {# entreprises}}',
  'home.members.CIVIL_SOCIETY': '{count} de la société civile',
  'home.members.UNDECLARED': '{count, plural, one {# non déclarée} other {# non déclarées}}',
  'home.morePlaces': 'et {count, plural, one {# autre} other {# autres}}',
};
