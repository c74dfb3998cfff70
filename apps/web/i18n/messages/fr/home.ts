import type { home as english } from '../en/home.js';

export const home: Readonly<Record<keyof typeof english, string>> = {
  'home.intro':
    'Certains défis sont trop grands pour un seul. Ici, pouvoirs publics, entreprises et société civile partagent une mission, disent ce que chacun fera et donnent leur avis sur le travail des autres, au grand jour.',
  'home.way.read': 'Voyez ce qui a été promis, apporté et appris. Aucun compte n’est demandé.',
  'home.way.read.link': 'Choisir une mission',
  'home.way.act': 'Agissez pour votre organisation : promettez, apportez, donnez votre avis, apprenez.',
  'home.way.act.signIn': 'Se connecter pour participer',
  'home.way.act.desk': 'Voir ce qui attend votre organisation',
  'home.way.check': 'Vérifiez vous-même : chaque chiffre vient d’un registre que nul ne réécrit sans que cela se voie.',
  'home.way.check.link': 'Voir l’état signé du registre',
  'home.missions': 'Missions',
  'home.none': 'Aucune mission n’a encore été déclarée.',
  'home.none.text':
    'Une mission commence par un défi que nulle organisation ne relève seule. Dites lequel, à quoi vous verrez que vous avancez, et qui vous invitez : c’est l’affaire de quelques minutes.',
  'home.none.first': 'Lancer la première mission',
  'home.open': 'Ouverte à toute organisation',
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
