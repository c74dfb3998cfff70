import type { signIn as english } from '../en/sign-in.js';

export const signIn: Readonly<Record<keyof typeof english, string>> = {
  'signIn.title': 'Se connecter',
  'signIn.why':
    'Lire ne demande aucun compte. Connectez-vous pour enregistrer ce que votre organisation promet, apporte et pense du travail de ses pairs.',
  'signIn.key.title': 'Avec une clé d’accès',
  'signIn.key.label': 'La clé d’accès de votre organisation',
  'signIn.key.help':
    'Elle commence par mlg_. L’exploitant de ce registre la remet à votre organisation. Elle n’est pas gardée dans ce navigateur.',
  'signIn.key.send': 'Se connecter',
  'signIn.key.sending': 'Connexion…',
  'signIn.oidc.title': 'Avec le compte de votre organisation',
  'signIn.oidc.send': 'Aller à sa page de connexion',
  'signIn.personas.title': 'Essayer avec l’exemple',
  'signIn.personas.text':
    'Ce registre contient une coalition fictive. Choisissez pour qui agir ; ce que vous enregistrez reste dans ce registre.',
  'signIn.personas.actAs': 'Agir pour {organisation}',
  'signIn.already': 'Vous agissez déjà pour {organisation}.',
  'signIn.failed': 'Vous n’êtes pas connecté.',
  'signIn.error.not_configured': 'Aucune page de connexion d’organisation n’est installée ici.',
  'signIn.error.issuer_unavailable':
    'La page de connexion de votre organisation ne répond pas. Réessayez dans un moment.',
  'signIn.error.refused': 'La page de connexion de votre organisation ne vous a pas laissé entrer.',
  'signIn.error.interrupted': 'La connexion a été interrompue ou a pris trop de temps. Veuillez recommencer.',
  'signIn.error.invalid_answer':
    'La réponse de la page de connexion de votre organisation n’a pas pu être acceptée. Veuillez recommencer.',
  'signIn.error.no_organisation':
    'Votre compte ne nomme aucune organisation de ce registre. Demandez à qui gère les comptes de votre organisation.',
  'signIn.error.rate_limited': 'Trop de tentatives d’ici. Réessayez dans une minute.',
  'signIn.error.unavailable': 'Le registre ne peut pas vous connecter pour l’instant. Réessayez dans un moment.',
  'signIn.error.other': 'La connexion a échoué. Veuillez recommencer.',
};
