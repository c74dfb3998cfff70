import type { recovery as english } from '../en/recovery.js';

export const recovery: Readonly<Record<keyof typeof english, string>> = {
  'recovery.title': 'Organisations pour qui plus personne ne peut agir',
  'recovery.text':
    'Quand une organisation n’a plus personne pour l’administrer, vous en confiez l’administration à quelqu’un, preuves à l’appui. Qui y a une place, et qui administre les pilotes de ses missions, est prévenu ; une seule objection, dans les trois jours après le dernier message ou tant que ce n’est pas fait, arrête tout.',
  'recovery.withAdmin':
    'Tant que quelqu’un l’administre, cette personne donne ce rôle à une autre, ou se connecte avec une autre de ses adresses ou un autre de ses appareils. Elle ne compte plus quand les serveurs de toutes ses boîtes aux lettres disent qu’elles n’existent pas et qu’aucun appareil ne la connecte, ou quand personne n’a confirmé sa place depuis un an et 30 jours.',
  'recovery.open': 'Confier une organisation à quelqu’un',
  'recovery.organisation': 'Organisation',
  'recovery.organisation.help': 'Écrivez son nom, puis choisissez-la ci-dessous.',
  'recovery.which': 'Laquelle ?',
  'recovery.address': 'Adresse e-mail de la personne qui l’administrera',
  'recovery.address.help':
    'Elle se connecte avec cette adresse même. Les personnes prévenues n’en voient que la première lettre, et l’adresse entière sur la page de leur lien.',
  'recovery.evidence': 'Ce que vous avez vu',
  'recovery.evidence.help':
    'Un procès-verbal, un registre, une lettre : les personnes prévenues le lisent. Ce n’est jamais public, et s’efface quand tout est fini.',
  'recovery.send': 'Prévenir tout le monde et commencer',
  'recovery.to': 'À confier à {address}.',
  'recovery.objected': 'quelqu’un s’y oppose : {at}',
  'recovery.waits': 'Les objections sont attendues jusqu’à {at}.',
  'recovery.unproved': 'Personne ne s’est encore connecté avec cette adresse.',
  'recovery.moot': 'Quelqu’un l’administre de nouveau : rien n’en résulte.',
  'recovery.told':
    '{people, plural, =0 {Personne n’était à prévenir} one {# personne prévenue} other {# personnes prévenues}}{unreached, plural, =0 {} one {, dont # non jointe} other {, dont # non jointes}}{waiting, plural, =0 {} one { ; pour # d’entre elles, le message attend encore, et les trois jours comptent à partir de son envoi} other { ; pour # d’entre elles, le message attend encore, et les trois jours comptent à partir de son envoi}}.',
  'recovery.complete': 'Confier maintenant : {organisation}',
  'recovery.drop': 'Annuler : {organisation}',
  'recovery.objection': 'Vous y opposez-vous ?',
  'recovery.shown': 'Ce que l’exploitant a vu : {evidence}',
  'recovery.object': 'Je m’y oppose : tout arrêter',
  'recovery.stopped': 'C’est arrêté. L’exploitant voit que quelqu’un s’y est opposé, et non qui.',
  'me.recoveries': 'Qui l’administre désormais',
  'me.recovery.yours':
    'L’exploitant veut vous confier l’administration de « {organisation} », pour qui plus personne ne peut agir. Qui la connaît peut s’y opposer jusqu’à {at} ; vous pourrez ensuite commencer ici.',
  'me.recovery.others':
    'L’exploitant a vu des preuves que plus personne ne peut agir pour « {organisation} », et veut en confier l’administration à {address}. Rien ne se passe avant {at}.',
  'me.recovery.complete': 'Administrer {organisation}',
};
