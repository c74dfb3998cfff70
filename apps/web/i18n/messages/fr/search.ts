import type { search as english } from '../en/search.js';

export const search: Readonly<Record<keyof typeof english, string>> = {
  'search.title': 'Rechercher',
  'search.titleFor': 'Recherche : {q}',
  'search.label': 'Que cherchez-vous ?',
  'search.help': 'Une partie du titre ou du défi d’une mission, ou du nom d’une organisation.',
  'search.send': 'Rechercher',
  'search.missions': 'Missions',
  'search.missions.count': '{count, plural, =0 {aucune mission} one {# mission} other {# missions}}',
  'search.organisations': 'Organisations',
  'search.organisations.count':
    '{count, plural, =0 {aucune organisation} one {# organisation} other {# organisations}}',
  'search.found': 'Trouvé pour « {q} » : {missions}, {organisations}.',
  'search.foundMore': 'Trouvé pour « {q} » : {missions}, {organisations}, et d’autres plus bas.',
  'search.order': 'Les missions vont de la plus récente à la plus ancienne, les organisations par nom.',
  'search.nothing': 'Rien n’a été trouvé pour « {q} ».',
  'search.widen': 'Pour trouver davantage :',
  'search.widen.shorter': 'essayez une partie plus courte du mot : « logement » trouve aussi « relogement » ;',
  'search.widen.accents': 'vérifiez l’orthographe, accents compris ;',
  'search.widen.promises': 'les engagements se trouvent sur la page de leur mission, et non ici ;',
  'search.widen.all': 'ou parcourez {missions}.',
  'search.widen.allLink': 'toutes les missions',
};
