import type { openness as english } from '../../en/slices/openness.js';

export const openness: Readonly<Record<keyof typeof english, string>> = {
  'timeline.EvidenceErased':
    'L’exploitant a fait effacer pour de bon un fichier de preuve. Ce qui le nomme en dit toujours l’empreinte, si elle est publique.',
  'erasure.open': 'Faire effacer ces mots',
  'erasure.text':
    'Ils disparaissent pour toujours. Qu’une chose ait été dite, par qui et quand, reste inscrit, avec qui l’a fait effacer et pourquoi.',
  'command.EraseValue': 'Faire effacer ces mots',
  'command.EraseValue.ground': 'Pourquoi',
  'ground.REQUEST_OF_THE_PERSON': 'Une personne dont ils parlent le demande',
  'ground.CONSENT_WITHDRAWN': 'Qui y avait consenti n’y consent plus',
  'ground.LEGAL_OBLIGATION': 'Une loi, un tribunal ou une autorité l’exige',
  'ground.RECORDED_IN_ERROR': 'Ils n’auraient pas dû être enregistrés',
  'command.EraseValue.note': 'Un mot à ce sujet, si vous voulez',
  'command.EraseValue.note.help': 'Tout le monde pourra toujours le lire : ne répétez pas ce qui est effacé.',
  'command.EraseValue.send': 'Effacer pour toujours',
};
