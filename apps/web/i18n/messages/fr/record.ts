import type { record as english } from '../en/record.js';

export const record: Readonly<Record<keyof typeof english, string>> = {
  'record.signIn': 'Pour enregistrer quelque chose, connectez-vous pour votre organisation.',
  'record.unknown': 'Rien n’est enregistré à cette adresse ; le lien est peut-être mal saisi.',
  'record.forMission': 'Pour la mission {mission}',
  'record.forCommitment': 'Pour un engagement de {promisors}',
  'record.recorded': 'Enregistré.',
  'record.see': 'Le voir',
  'record.another': 'En enregistrer un autre',
  'record.unit.none': 'Sans unité : c’est fait, ou non',
  'commitmentForm.intro':
    'Dites ce que votre organisation promet, de sorte que chacun puisse dire plus tard si c’est tenu. Vous pouvez le modifier jusqu’à l’échéance.',
  'contributionForm.intro':
    'Ce qui a réellement été apporté pour tenir l’engagement. D’autres peuvent le corroborer ou le contester ; un évaluateur de la mission peut le vérifier.',
  'contributionForm.promised': 'Promis',
  'contributionForm.delivered': 'Apporté jusqu’ici',
  'measurementForm.intro':
    'Une valeur de « {indicator} » à une date. Elle peut concerner un lieu ou un groupe de personnes ; on ne les additionne jamais à l’aveugle.',
  'measurementForm.place': 'Où',
  'measurementForm.place.everywhere': 'Partout où la mission agit',
  'measurementForm.place.other': 'Un autre lieu…',
  'field.quantity.amount': 'Combien',
  'record.amountMissing': 'Écrivez un nombre, ou choisissez « sans unité ».',
  'field.quantity.unit': 'Unité',
  'field.evidence': 'Preuves',
  'field.note': 'Un mot sur les preuves',
  'form.restored': 'Ce que vous aviez déjà écrit est là.',
  'form.discard': 'Tout recommencer',
  'form.missing.summary':
    '{count, plural, one {Il manque encore une chose.} other {Il manque encore # choses.}} Rien n’a été envoyé.',
};
