import type { search as english } from '../en/search.js';

export const search: Readonly<Record<keyof typeof english, string>> = {
  'search.title': 'Rechercher',
  'search.titleFor': 'Recherche : {q}',
  'search.label': 'Que cherchez-vous ?',
  'search.help':
    'Des mots du titre, du défi ou du mot-dièse d’une mission, du nom d’une organisation, ou d’un engagement.',
  'search.send': 'Rechercher',
  'search.missions': 'Missions',
  'search.missions.count': '{count, plural, =0 {aucune mission} one {# mission} other {# missions}}',
  'search.organisations': 'Organisations',
  'search.organisations.count':
    '{count, plural, =0 {aucune organisation} one {# organisation} other {# organisations}}',
  'search.commitments': 'Engagements',
  'search.commitments.count': '{count, plural, =0 {aucun engagement} one {# engagement} other {# engagements}}',
  'search.found': 'Trouvé pour « {q} » : {missions}, {organisations}, {commitments}.',
  'search.order':
    'Les missions vont de la plus récente à la plus ancienne, les organisations par nom, les engagements dans l’ordre où ils ont été pris.',
  'search.nothing': 'Rien n’a été trouvé pour « {q} ».',
  'search.widen': 'Pour trouver davantage :',
  'search.widen.shorter': 'essayez une partie plus courte du mot : « logement » trouve aussi « relogement » ;',
  'search.widen.accents': 'vérifiez l’orthographe ; les accents, les majuscules et l’ordre des mots ne comptent pas ;',
  'search.widen.all': 'ou parcourez {missions}.',
  'search.widen.allLink': 'toutes les missions',
};
