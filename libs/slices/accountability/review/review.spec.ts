import { describe, it, expect } from '@jest/globals';
import { erasable, secret, upcast } from '@maillage/kernel';
import { asLogged, id, provenance } from '../../../../test/harness/given.js';
import { commitmentCommands } from '../commitment/commands.js';
import { commitmentEvents } from '../commitment/events.js';
import {
  BUILDER,
  CITY,
  COMMITMENT,
  MISSION,
  NEIGHBOUR,
  REVIEW,
  SISTER,
  STRANGER,
  TENANTS,
  UNREGISTERED,
  commitment,
  declinedBy,
  keepingPrivate,
  learnt,
  left,
  made,
  opinion,
  reviewed,
  reviewing,
  withdrawn,
} from '../spec.fixtures.js';

const review = { reviewId: REVIEW, reviewedId: CITY, ...opinion };

describe('A review', () => {
  it('is submitted by any other member of the mission', () => {
    commitment([made()]).when('SubmitReview', COMMITMENT, review, { by: BUILDER }).then(reviewing());
  });

  it('is submitted also between promisors, and of what was withdrawn', () => {
    commitment([made({ promisorIds: [CITY, BUILDER] }), withdrawn])
      .when('SubmitReview', COMMITMENT, review, { by: BUILDER })
      .then(reviewing());
  });

  it('takes the command’s id unless the client chooses one', () => {
    const { reviewId: _, ...unnamed } = review;
    const { result } = commitment([made()]).when('SubmitReview', COMMITMENT, unnamed, { by: BUILDER });
    expect(result).toEqual([reviewing({ reviewId: expect.stringMatching(/^[0-9a-f-]{36}$/) })]);
  });

  it('is of a commitment that was made', () => {
    commitment().when('SubmitReview', COMMITMENT, review, { by: BUILDER }).thenRefused('UNKNOWN_COMMITMENT', ['id']);
  });

  it('is not submitted from outside the mission', () => {
    commitment([made({ counterpartyIds: [TENANTS] })])
      .when('SubmitReview', COMMITMENT, review, { by: TENANTS })
      .thenRefused('NOT_A_MEMBER');
    commitment([made()])
      .when('SubmitReview', COMMITMENT, review, { by: UNREGISTERED })
      .thenRefused('UNKNOWN_ORGANISATION', []);
  });

  it('is not of oneself', () => {
    commitment([made()])
      .when('SubmitReview', COMMITMENT, review, { by: CITY })
      .thenRefused('SELF_REVIEW', ['reviewedId']);
  });

  it('is of a promisor', () => {
    commitment([made()])
      .when('SubmitReview', COMMITMENT, { ...review, reviewedId: NEIGHBOUR }, { by: BUILDER })
      .thenRefused('NOT_REVIEWABLE', ['reviewedId']);
  });

  it('is not given within a control group', () => {
    commitment([made()])
      .when('SubmitReview', COMMITMENT, review, { by: SISTER })
      .thenRefused('SAME_CONTROL_GROUP', ['reviewedId']);
  });

  it('is the only current one of its reviewer on this commitment and organisation', () => {
    const again = { ...review, reviewId: id(99) };
    commitment([made(), reviewed()])
      .when('SubmitReview', COMMITMENT, again, { by: BUILDER })
      .thenRefused('ALREADY_REVIEWED', ['reviewedId']);
    commitment([made({ promisorIds: [CITY, SISTER] }), reviewed()])
      .when('SubmitReview', COMMITMENT, { ...again, reviewedId: SISTER }, { by: BUILDER })
      .then(reviewing({ reviewId: id(99), reviewedId: SISTER }));
  });

  it('has an id of its own', () => {
    commitment([made(), reviewed()])
      .when('SubmitReview', COMMITMENT, review, { by: NEIGHBOUR })
      .thenRefused('REVIEW_EXISTS', ['reviewId']);
  });

  it('scores each dimension from 0 to 4 in whole points', () => {
    const accepts = (results: number) =>
      commitmentCommands.SubmitReview.data.safeParse({ ...review, scores: { ...opinion.scores, results } }).success;
    expect([0, 4].map(accepts)).toEqual([true, true]);
    expect([-1, 5, 2.5, NaN].map(accepts)).toEqual([false, false, false, false]);
  });
});

describe('A tie between reviewer and reviewed', () => {
  it('that is a payment or a shared member is recorded with the review', () => {
    const ties = ['SHARED_MEMBER', 'PAYMENT'];
    commitment([made()])
      .when('SubmitReview', COMMITMENT, { ...review, ties }, { by: BUILDER })
      .then(reviewing({ ties }));
  });

  it('that is a common control group is refused when declared, as it is when found', () => {
    commitment([made()])
      .when('SubmitReview', COMMITMENT, { ...review, ties: ['PAYMENT', 'SAME_CONTROL_GROUP'] }, { by: BUILDER })
      .thenRefused('SAME_CONTROL_GROUP', ['ties', 1]);
    commitment([made()])
      .when('SubmitReview', COMMITMENT, { ...review, ties: ['SAME_CONTROL_GROUP'] }, { by: SISTER })
      .thenRefused('SAME_CONTROL_GROUP', ['reviewedId']);
  });

  it('is of a known kind and declared once', () => {
    const accepts = (...ties: string[]) => commitmentCommands.SubmitReview.data.safeParse({ ...review, ties }).success;
    expect([accepts(), accepts('PAYMENT'), accepts('PAYMENT', 'SHARED_MEMBER')]).toEqual([true, true, true]);
    expect([accepts('PAYMENT', 'PAYMENT'), accepts('FRIENDSHIP')]).toEqual([false, false]);
  });

  it('is none in reviews recorded before ties could be declared, whatever their schema', () => {
    const { ties: _, ...old } = reviewed().data as Record<string, unknown>;
    for (const schema of [1, 2]) {
      const data = upcast('ReviewSubmitted', commitmentEvents.ReviewSubmitted, schema, old, provenance);
      expect(commitmentEvents.ReviewSubmitted.data.parse(data)).toEqual({ ...old, ties: [] });
    }
  });
});

describe('Declining a review', () => {
  const decline = { reviewedId: CITY };

  it('is for whoever might review, and gives a reason or none', () => {
    const reason = 'We joined after it was delivered.';
    commitment([made()]).when('DeclineReview', COMMITMENT, decline, { by: BUILDER }).then(declinedBy(BUILDER));
    commitment([made(), withdrawn])
      .when('DeclineReview', COMMITMENT, { ...decline, reason }, { by: BUILDER })
      .then(declinedBy(BUILDER, { reason: erasable(reason) }));
  });

  it('is refused wherever a review would be', () => {
    const declining = (by: string, reviewedId = CITY) =>
      commitment([made({ counterpartyIds: [TENANTS] })]).when('DeclineReview', COMMITMENT, { reviewedId }, { by });
    declining(TENANTS).thenRefused('NOT_A_MEMBER', []);
    declining(CITY).thenRefused('SELF_REVIEW', ['reviewedId']);
    declining(BUILDER, NEIGHBOUR).thenRefused('NOT_REVIEWABLE', ['reviewedId']);
    declining(SISTER).thenRefused('SAME_CONTROL_GROUP', ['reviewedId']);
    commitment().when('DeclineReview', COMMITMENT, decline, { by: BUILDER }).thenRefused('UNKNOWN_COMMITMENT', ['id']);
  });

  it('comes before a review, and once', () => {
    commitment([made(), reviewed()])
      .when('DeclineReview', COMMITMENT, decline, { by: BUILDER })
      .thenRefused('ALREADY_REVIEWED', ['reviewedId']);
    commitment([made(), declinedBy(BUILDER)])
      .when('DeclineReview', COMMITMENT, decline, { by: BUILDER })
      .thenRefused('ALREADY_DECLINED', ['reviewedId']);
  });

  it('binds only its own reviewer, and towards that promisor only', () => {
    const past = [made({ promisorIds: [CITY, NEIGHBOUR] }), declinedBy(BUILDER)];
    commitment(past)
      .when('DeclineReview', COMMITMENT, { reviewedId: NEIGHBOUR }, { by: BUILDER })
      .then(declinedBy(BUILDER, { reviewedId: NEIGHBOUR }));
    commitment(past).when('DeclineReview', COMMITMENT, decline, { by: NEIGHBOUR }).then(declinedBy(NEIGHBOUR));
  });

  it('leaves the review open', () => {
    commitment([made(), declinedBy(BUILDER)])
      .when('SubmitReview', COMMITMENT, review, { by: BUILDER })
      .then(reviewing());
  });

  it('keeps its reason private where the mission keeps review comments so', () => {
    const reason = 'Their treasurer is my sister.';
    const { result } = commitment([made()], [keepingPrivate('REVIEW_COMMENTS')]).when(
      'DeclineReview',
      COMMITMENT,
      { ...decline, reason },
      { by: BUILDER },
    );
    expect(result).toEqual([declinedBy(BUILDER, { reason: secret(reason) })]);
  });
});

describe('Marking a review as learned', () => {
  const mark = { reviewId: REVIEW };

  it('is for the reviewer and for the reviewed organisation', () => {
    for (const by of [BUILDER, CITY]) {
      commitment([made(), reviewed()]).when('MarkLearned', COMMITMENT, mark, { by }).then(learnt(by));
    }
  });

  it('is once for each', () => {
    for (const by of [BUILDER, CITY]) {
      commitment([made(), reviewed(), learnt(by)])
        .when('MarkLearned', COMMITMENT, mark, { by })
        .thenRefused('ALREADY_LEARNED', ['reviewId']);
    }
    commitment([made(), reviewed(), learnt(CITY)])
      .when('MarkLearned', COMMITMENT, mark, { by: BUILDER })
      .then(learnt(BUILDER));
  });

  it('is not for others', () => {
    for (const by of [NEIGHBOUR, STRANGER]) {
      commitment([made(), reviewed()])
        .when('MarkLearned', COMMITMENT, mark, { by })
        .thenRefused('NOT_YOURS_TO_MARK', ['reviewId']);
    }
  });

  it('is open to the reviewed organisation after it left the mission, and to the reviewer while it takes part', () => {
    commitment([made(), reviewed()], [left(CITY)])
      .when('MarkLearned', COMMITMENT, mark, { by: CITY })
      .then(learnt(CITY));
    commitment([made(), reviewed()], [left(BUILDER)])
      .when('MarkLearned', COMMITMENT, mark, { by: BUILDER })
      .thenRefused('NOT_A_MEMBER');
  });

  it('needs a review', () => {
    commitment([made()])
      .when('MarkLearned', COMMITMENT, mark, { by: CITY })
      .thenRefused('UNKNOWN_REVIEW', ['reviewId']);
  });
});

describe('Where the mission keeps review comments private', () => {
  const keeping = [keepingPrivate('REVIEW_COMMENTS')];
  const secrets = { whatWorked: secret(opinion.whatWorked), whatToTry: secret(opinion.whatToTry) };

  it('what worked and what to try are secrets, and the scores public', () => {
    commitment([made()], keeping)
      .when('SubmitReview', COMMITMENT, review, { by: BUILDER })
      .then(reviewing({ ...secrets, scores: opinion.scores }));
    commitment([made(), reviewed()], keeping)
      .when('ReviseReview', COMMITMENT, { reviewId: REVIEW, ...opinion }, { by: BUILDER })
      .then({
        type: 'ReviewRevised',
        data: { missionId: MISSION, reviewId: REVIEW, reviewedId: CITY, ...opinion, ...secrets },
      });
  });

  it('the answer is a secret', () => {
    const answer = 'We publish the delays since March.';
    commitment([made(), reviewed()], keeping)
      .when('AnswerReview', COMMITMENT, { reviewId: REVIEW, answer }, { by: CITY })
      .then({
        type: 'ReviewAnswered',
        data: { missionId: MISSION, reviewId: REVIEW, reviewerId: BUILDER, answer: secret(answer) },
      });
  });

  it('and elsewhere they are public, and can be erased', () => {
    commitment([made()], [keepingPrivate('EVIDENCE_NOTES')])
      .when('SubmitReview', COMMITMENT, review, { by: BUILDER })
      .then(reviewing());
  });
});

describe('Revising a review', () => {
  const revision = { reviewId: REVIEW, ...opinion, whatToTry: 'Nothing; they publish them now.' };

  it('is for its reviewer, and names whom it is about', () => {
    const [whatWorked, whatToTry] = [erasable(revision.whatWorked), erasable(revision.whatToTry)];
    commitment([made(), reviewed()])
      .when('ReviseReview', COMMITMENT, revision, { by: BUILDER })
      .then({
        type: 'ReviewRevised',
        data: { missionId: MISSION, reviewedId: CITY, ...revision, whatWorked, whatToTry },
      });
    commitment([made(), reviewed()])
      .when('ReviseReview', COMMITMENT, revision, { by: NEIGHBOUR })
      .thenRefused('NOT_YOUR_REVIEW', ['reviewId']);
  });

  it('is for members', () => {
    commitment([made(), reviewed()], [left(BUILDER)])
      .when('ReviseReview', COMMITMENT, revision, { by: BUILDER })
      .thenRefused('NOT_A_MEMBER');
  });

  it('ends where the reviewer has since come into the control group of the organisation reviewed', () => {
    commitment([made(), reviewed({ reviewerId: SISTER })])
      .when('ReviseReview', COMMITMENT, revision, { by: SISTER })
      .thenRefused('SAME_CONTROL_GROUP', ['reviewId']);
  });

  it('needs a review', () => {
    commitment([made()])
      .when('ReviseReview', COMMITMENT, revision, { by: BUILDER })
      .thenRefused('UNKNOWN_REVIEW', ['reviewId']);
  });
});

describe('Answering a review', () => {
  const answer = { reviewId: REVIEW, answer: 'We publish the delays since March.' };
  const answering = (text: string) => ({
    type: 'ReviewAnswered',
    data: { missionId: MISSION, reviewId: REVIEW, reviewerId: BUILDER, answer: erasable(text) },
  });
  const answered = answering(answer.answer);

  it('is for the reviewed organisation, also after it left the mission', () => {
    commitment([made(), reviewed()]).when('AnswerReview', COMMITMENT, answer, { by: CITY }).then(answered);
    commitment([made(), reviewed()], [left(CITY)])
      .when('AnswerReview', COMMITMENT, answer, { by: CITY })
      .then(answered);
  });

  it('is not for others', () => {
    for (const by of [BUILDER, STRANGER]) {
      commitment([made(), reviewed()])
        .when('AnswerReview', COMMITMENT, answer, { by })
        .thenRefused('NOT_YOURS_TO_ANSWER', ['reviewId']);
    }
  });

  it('may be done again: the second answer replaces the first', () => {
    const second = { ...answer, answer: 'And the causes, too.' };
    commitment([made(), reviewed(), asLogged(answered)])
      .when('AnswerReview', COMMITMENT, second, { by: CITY })
      .then(answering(second.answer));
  });

  it('needs a review', () => {
    commitment([made()])
      .when('AnswerReview', COMMITMENT, answer, { by: CITY })
      .thenRefused('UNKNOWN_REVIEW', ['reviewId']);
  });
});
