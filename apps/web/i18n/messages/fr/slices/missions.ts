import type { missions as english } from '../../en/slices/missions.js';

export const missions: Readonly<Record<keyof typeof english, string>> = {
  'timeline.MissionDeclared': '{actor} a déclaré la mission.',
  'timeline.MissionRevised': '{actor} a modifié ce que la mission dit d’elle-même.',
  'timeline.OrganisationInvited': '{actor} a invité {organisation} à participer ; rôle : {role}.',
  'timeline.InvitationWithdrawn': '{actor} a retiré son invitation à {organisation} ; rôle : {role}.',
  'timeline.MissionJoined': '{organisation} a rejoint la mission ; rôle : {role}.',
  'timeline.MissionJoined.enrolled': '{actor} a inscrit {organisation} ; rôle : {role}.',
  'timeline.MissionLeft': '{organisation} a quitté la mission.',
  'timeline.IndicatorDefined': '{actor} a dit ce qui sera mesuré : {indicator}.',
  'timeline.IndicatorTargetRevised': '{actor} a fixé un nouvel objectif, {value}, pour {indicator}.',
  'timeline.MeasurementRecorded': '{actor} a mesuré {indicator} au {day} : {value}.',
  'timeline.MeasurementRecorded.part': '{actor} a mesuré {indicator} au {day}, {part} : {value}.',
  'timeline.MeasurementRecorded.several': '{actor} a mesuré {indicator} au {day} : {values}.',
  'timeline.MeasurementCorrected': '{actor} a corrigé une mesure pour {indicator} : {value}.',

  'command.RecordMeasurement': 'Enregistrer une mesure',
  'command.RecordMeasurement.value': 'Valeur',
  'command.RecordMeasurement.value.in': 'Valeur, en {unit}',
  'command.RecordMeasurement.date': 'Mesuré le',
  'command.RecordMeasurement.place.name': 'Nom du lieu',
  'command.RecordMeasurement.group': 'Pour qui',
  'command.RecordMeasurement.group.help': 'Laissez vide si tout le monde est compris.',
  'command.RecordMeasurement.note': 'Comment cela a été mesuré',
  'command.RecordMeasurement.send': 'Enregistrer cette mesure',
};
