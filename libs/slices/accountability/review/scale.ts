import type { Dimension } from '../reputation/dimension.js';

/** What a reviewer is asked in one dimension, and what each score from 0 to 4 stands for, in that order. */
export interface Scale {
  readonly question: string;
  readonly anchors: readonly [string, string, string, string, string];
}

type Scales = Readonly<Record<Dimension, Scale>>;

const english: Scales = {
  RESULTS: {
    question: 'What came of it for the people it was meant for?',
    anchors: [
      'Nothing of what was promised has reached anyone.',
      'A little was delivered, too little to change anything for the people it was meant for.',
      'Part of it was delivered as promised, and some people are better off for it.',
      'Most of it was delivered, and most of the people it was meant for are better off.',
      'All of it was delivered, and the people it was meant for say or show that it serves them.',
    ],
  },
  RELIABILITY: {
    question: 'Could you count on what was agreed?',
    anchors: [
      'Dates and agreements passed without a word, and we could not reach anyone about them.',
      'Agreements were often missed, and we learnt of it only when we asked.',
      'Some agreements were kept; of the others we heard late, with little time left to adapt.',
      'Nearly all agreements were kept, and we were told of any delay in time to adapt.',
      'Every agreement was kept, or changed with us before it fell due.',
    ],
  },
  OPENNESS: {
    question: 'Can anyone see for themselves what was done and what came of it?',
    anchors: [
      'Nothing was shown: there is only their word that something was done.',
      'Something was shown when we insisted, and nobody else can see it.',
      'Evidence can be seen for part of the work, though figures or sources are missing.',
      'Evidence and data for most of the work are open to anyone, with their sources.',
      'Evidence and data for all of the work are open to anyone, what went wrong included, and can be checked at the source.',
    ],
  },
  LEARNING: {
    question: 'Did they listen, change course where it was needed, and share what they learnt?',
    anchors: [
      'Nobody was asked for their view, and what did not work was simply repeated.',
      'Views were heard, and nothing was done differently.',
      'Some things were changed after people had spoken up; setbacks were kept to themselves.',
      'They asked those concerned, changed course where it was needed and spoke of setbacks when asked.',
      'They asked early and often, showed what they changed because of it, and shared their setbacks so that others can avoid them.',
    ],
  },
};

const french: Scales = {
  RESULTS: {
    question: 'Qu’en est-il résulté pour les personnes concernées ?',
    anchors: [
      'Rien de ce qui était promis n’est arrivé à qui que ce soit.',
      'Un peu a été fait, trop peu pour changer quoi que ce soit pour les personnes concernées.',
      'Une partie a été faite comme promis, et certaines personnes s’en trouvent mieux.',
      'L’essentiel a été fait, et la plupart des personnes concernées s’en trouvent mieux.',
      'Tout a été fait, et les personnes concernées disent ou montrent que cela leur est utile.',
    ],
  },
  RELIABILITY: {
    question: 'Pouvait-on compter sur ce qui était convenu ?',
    anchors: [
      'Les échéances sont passées sans un mot, et personne n’était joignable à ce sujet.',
      'Ce qui était convenu n’a souvent pas été tenu, et nous ne l’avons appris qu’en le demandant.',
      'Une partie de ce qui était convenu a été tenue ; pour le reste, nous avons été prévenus tard, avec peu de temps pour nous adapter.',
      'Presque tout ce qui était convenu a été tenu, et les retards nous ont été annoncés à temps pour nous adapter.',
      'Tout ce qui était convenu a été tenu, ou modifié avec nous avant l’échéance.',
    ],
  },
  OPENNESS: {
    question: 'Chacun peut-il voir par soi-même ce qui a été fait et ce qui en a résulté ?',
    anchors: [
      'Rien n’a été montré : il n’y a que leur parole pour dire que quelque chose a été fait.',
      'Quelque chose a été montré à notre demande insistante, et personne d’autre ne peut le voir.',
      'Des preuves sont visibles pour une partie du travail, mais des chiffres ou des sources manquent.',
      'Les preuves et les données de l’essentiel du travail sont ouvertes à tous, avec leurs sources.',
      'Les preuves et les données de tout le travail sont ouvertes à tous, y compris sur ce qui n’a pas marché, et se vérifient à la source.',
    ],
  },
  LEARNING: {
    question: 'Ont-ils écouté, changé de cap quand il le fallait, et partagé ce qu’ils ont appris ?',
    anchors: [
      'Personne n’a été consulté, et ce qui ne marchait pas a été répété tel quel.',
      'Des avis ont été entendus, et rien n’a été fait autrement.',
      'Certaines choses ont changé après que des personnes se sont exprimées ; les revers sont restés entre eux.',
      'Ils ont consulté les personnes concernées, changé de cap quand il le fallait et parlé de leurs revers quand on les interrogeait.',
      'Ils ont consulté tôt et souvent, montré ce qu’ils ont changé en conséquence, et partagé leurs revers pour que d’autres les évitent.',
    ],
  },
};

/** By language, as GraphQL names it. */
export const SCALES = { EN: english, FR: french } as const;
