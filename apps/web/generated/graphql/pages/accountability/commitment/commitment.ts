// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../../../schema.js';
import type { TypedDocument } from '../../../../../shell/graphql/document.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type CommitmentPageQueryVariables = Exact<{
  id: string | number;
  afterPosition?: string | null | undefined;
  language: Schema.Language;
}>;

export type CommitmentPageQuery = {
  readonly viewer: {
    readonly canWrite: boolean;
    readonly administers: boolean;
    readonly expiresAt: string | null;
    readonly organisation: {
      readonly id: string;
      readonly name: string;
      readonly identityConfirmed: boolean;
      readonly reviewsGiven: {
        readonly nodes: ReadonlyArray<{
          readonly id: string;
          readonly may: ReadonlyArray<{
            readonly command: Schema.CommandName;
            readonly about: string | null;
            readonly allowed: boolean;
            readonly code: Schema.RefusalCode | null;
            readonly message: string | null;
          }>;
          readonly reviewed: { readonly id: string } | null;
        }>;
      };
    } | null;
    readonly person: { readonly id: string; readonly name: string } | null;
  } | null;
  readonly reviewScale: ReadonlyArray<{
    readonly dimension: Schema.Dimension;
    readonly question: string;
    readonly anchors: ReadonlyArray<{ readonly score: number; readonly sentence: string }>;
  }>;
  readonly commitment: {
    readonly id: string;
    readonly kind: Schema.CommitmentKind;
    readonly description: string | null;
    readonly dueOn: string | null;
    readonly dueOnAgreed: string | null;
    readonly freeToChangeUntil: string | null;
    readonly termsVersion: number;
    readonly completion: Schema.Completion;
    readonly madeAt: string;
    readonly withdrawnAt: string | null;
    readonly withdrawalReason: string | null;
    readonly may: ReadonlyArray<{
      readonly command: Schema.CommandName;
      readonly about: string | null;
      readonly allowed: boolean;
      readonly code: Schema.RefusalCode | null;
      readonly message: string | null;
    }>;
    readonly whatAChangeWouldNeed: {
      readonly inGoodTime: boolean;
      readonly nobodyToAgree: boolean;
      readonly organisations: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly identityConfirmed: boolean;
      }>;
      readonly anyOneOf: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly identityConfirmed: boolean;
      }>;
    } | null;
    readonly openAmendment: {
      readonly version: number;
      readonly takesBack: boolean;
      readonly kind: Schema.CommitmentKind | null;
      readonly description: string | null;
      readonly dueOn: string | null;
      readonly reason: string | null;
      readonly proposedOn: string;
      readonly openUntil: string;
      readonly milestones: ReadonlyArray<{
        readonly key: string;
        readonly what: string | null;
        readonly dueOn: string | null;
      }>;
      readonly quantity: { readonly amount: string; readonly unit: string } | null;
      readonly proposedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
      readonly mustAccept: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly identityConfirmed: boolean;
      }>;
      readonly acceptedBy: ReadonlyArray<{
        readonly on: string;
        readonly asBackbone: boolean;
        readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean };
      }>;
    } | null;
    readonly settlements: ReadonlyArray<{
      readonly id: string;
      readonly outcome: Schema.SettlementOutcome;
      readonly dueOn: string | null;
      readonly reason: string;
      readonly proposedOn: string;
      readonly answeredUntil: string;
      readonly agreedBySilence: boolean;
      readonly agreedFrom: string | null;
      readonly backboneUntil: string | null;
      readonly ended: Schema.SettlementEnd | null;
      readonly may: ReadonlyArray<{
        readonly command: Schema.CommandName;
        readonly about: string | null;
        readonly allowed: boolean;
        readonly code: Schema.RefusalCode | null;
        readonly message: string | null;
      }>;
      readonly proposedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
      readonly mustAccept: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly identityConfirmed: boolean;
      }>;
      readonly acceptedBy: ReadonlyArray<{
        readonly on: string;
        readonly asBackbone: boolean;
        readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean };
      }>;
      readonly declinedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
      readonly declineReason: {
        readonly text: string | null;
        readonly disclosure: Schema.Disclosure;
        readonly eventId: string | null;
        readonly path: string | null;
        readonly mayErase: boolean;
      } | null;
    }>;
    readonly awaitedFrom: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly identityConfirmed: boolean;
    }>;
    readonly milestones: ReadonlyArray<{
      readonly key: string;
      readonly what: string | null;
      readonly dueOn: string | null;
      readonly reached: boolean;
    }>;
    readonly parties: ReadonlyArray<{
      readonly part: Schema.CommitmentPart;
      readonly state: Schema.PartyAnswer;
      readonly acceptedVersion: number | null;
      readonly acceptedVersionOn: string | null;
      readonly acceptedOn: string | null;
      readonly boundOn: string | null;
      readonly releasedOn: string | null;
      readonly dissolved: boolean;
      readonly answerUntil: string | null;
      readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
      readonly inPlaceOf: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
      readonly reason: {
        readonly text: string | null;
        readonly disclosure: Schema.Disclosure;
        readonly eventId: string | null;
        readonly path: string | null;
        readonly mayErase: boolean;
      } | null;
    }>;
    readonly progressNotes: ReadonlyArray<{
      readonly notedOn: string;
      readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
      readonly text: {
        readonly text: string | null;
        readonly disclosure: Schema.Disclosure;
        readonly eventId: string | null;
        readonly path: string | null;
        readonly mayErase: boolean;
      };
    }>;
    readonly quantity: { readonly amount: string; readonly unit: string } | null;
    readonly madeBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    readonly source: { readonly dataset: string; readonly record: string; readonly verified: boolean } | null;
    readonly standing: {
      readonly on: string;
      readonly state: Schema.CommitmentState;
      readonly delivered: { readonly amount: string; readonly unit: string } | null;
    };
    readonly mission: { readonly id: string; readonly title: string; readonly hashtag: string } | null;
    readonly promisors: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly identityConfirmed: boolean;
      readonly sector: Schema.Sector;
    }>;
    readonly terms: ReadonlyArray<{
      readonly position: string;
      readonly kind: Schema.CommitmentKind;
      readonly description: string | null;
      readonly dueOn: string | null;
      readonly reason: string | null;
      readonly recordedAt: string;
      readonly quantity: { readonly amount: string; readonly unit: string } | null;
      readonly recordedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    }>;
    readonly contributions: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly description: string | null;
        readonly disputed: boolean;
        readonly evidence: Schema.Evidence;
        readonly milestone: string | null;
        readonly completes: boolean;
        readonly retractedOn: string | null;
        readonly retractionReason: string | null;
        readonly recordedAt: string;
        readonly may: ReadonlyArray<{
          readonly command: Schema.CommandName;
          readonly about: string | null;
          readonly allowed: boolean;
          readonly code: Schema.RefusalCode | null;
          readonly message: string | null;
        }>;
        readonly found: { readonly amount: string; readonly unit: string } | null;
        readonly passesOn: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
        readonly versions: ReadonlyArray<{
          readonly version: number;
          readonly reason: string | null;
          readonly recordedAt: string;
          readonly quantity: { readonly amount: string; readonly unit: string } | null;
          readonly period: { readonly from: string; readonly to: string };
        }>;
        readonly objections: ReadonlyArray<{
          readonly id: string;
          readonly folded: boolean;
          readonly notedOn: string;
          readonly withdrawnOn: string | null;
          readonly may: ReadonlyArray<{
            readonly command: Schema.CommandName;
            readonly about: string | null;
            readonly allowed: boolean;
            readonly code: Schema.RefusalCode | null;
            readonly message: string | null;
          }>;
          readonly organisation: {
            readonly id: string;
            readonly name: string;
            readonly identityConfirmed: boolean;
          } | null;
          readonly reason: {
            readonly text: string | null;
            readonly disclosure: Schema.Disclosure;
            readonly eventId: string | null;
            readonly path: string | null;
            readonly mayErase: boolean;
          };
          readonly answer: {
            readonly text: string | null;
            readonly disclosure: Schema.Disclosure;
            readonly eventId: string | null;
            readonly path: string | null;
            readonly mayErase: boolean;
          } | null;
        }>;
        readonly note: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        } | null;
        readonly contributor: {
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
        } | null;
        readonly recordedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly period: { readonly from: string; readonly to: string };
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly source: { readonly dataset: string; readonly record: string; readonly verified: boolean } | null;
        readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
        readonly evidenceFiles: ReadonlyArray<{
          readonly sha256: string | null;
          readonly name: string | null;
          readonly mediaType: string | null;
          readonly size: number | null;
          readonly title: string | null;
          readonly url: string | null;
          readonly private: boolean;
          readonly state: Schema.EvidenceFileState;
        }>;
        readonly statements: ReadonlyArray<{
          readonly superseded: boolean;
          readonly accredited: boolean | null;
          readonly paid: boolean | null;
          readonly tied: boolean | null;
          readonly tiedToParty: boolean | null;
          readonly act: Schema.ContributionAct;
          readonly recordedAt: string;
          readonly found: { readonly amount: string; readonly unit: string } | null;
          readonly text: {
            readonly text: string | null;
            readonly disclosure: Schema.Disclosure;
            readonly eventId: string | null;
            readonly path: string | null;
            readonly mayErase: boolean;
          } | null;
          readonly organisation: {
            readonly id: string;
            readonly name: string;
            readonly identityConfirmed: boolean;
          } | null;
          readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
          readonly evidenceFiles: ReadonlyArray<{
            readonly sha256: string | null;
            readonly name: string | null;
            readonly mediaType: string | null;
            readonly size: number | null;
            readonly title: string | null;
            readonly url: string | null;
            readonly private: boolean;
            readonly state: Schema.EvidenceFileState;
          }>;
        }>;
      }>;
    };
    readonly reviews: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly submittedAt: string;
        readonly silencedOn: string | null;
        readonly revisedAt: string | null;
        readonly answeredAt: string | null;
        readonly learnedByReviewer: string | null;
        readonly learnedByReviewed: string | null;
        readonly may: ReadonlyArray<{
          readonly command: Schema.CommandName;
          readonly about: string | null;
          readonly allowed: boolean;
          readonly code: Schema.RefusalCode | null;
          readonly message: string | null;
        }>;
        readonly scores: {
          readonly results: number;
          readonly reliability: number;
          readonly openness: number;
          readonly learning: number;
        };
        readonly whatWorked: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        };
        readonly whatToTry: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        };
        readonly answer: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        } | null;
        readonly reviewer: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly reviewed: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly commitment: { readonly id: string; readonly description: string | null } | null;
        readonly ties: ReadonlyArray<{
          readonly kind: Schema.TieKind;
          readonly basis: Schema.TieBasis;
          readonly contribution: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
        }>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
  readonly service: {
    readonly timeZone: string | null;
    readonly accessibility: { readonly state: Schema.AccessibilityState };
  };
};

export type AgreementLineFragment = {
  readonly on: string;
  readonly asBackbone: boolean;
  readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean };
};

export type CommitmentContributionsFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly description: string | null;
    readonly disputed: boolean;
    readonly evidence: Schema.Evidence;
    readonly milestone: string | null;
    readonly completes: boolean;
    readonly retractedOn: string | null;
    readonly retractionReason: string | null;
    readonly recordedAt: string;
    readonly may: ReadonlyArray<{
      readonly command: Schema.CommandName;
      readonly about: string | null;
      readonly allowed: boolean;
      readonly code: Schema.RefusalCode | null;
      readonly message: string | null;
    }>;
    readonly found: { readonly amount: string; readonly unit: string } | null;
    readonly passesOn: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
    readonly versions: ReadonlyArray<{
      readonly version: number;
      readonly reason: string | null;
      readonly recordedAt: string;
      readonly quantity: { readonly amount: string; readonly unit: string } | null;
      readonly period: { readonly from: string; readonly to: string };
    }>;
    readonly objections: ReadonlyArray<{
      readonly id: string;
      readonly folded: boolean;
      readonly notedOn: string;
      readonly withdrawnOn: string | null;
      readonly may: ReadonlyArray<{
        readonly command: Schema.CommandName;
        readonly about: string | null;
        readonly allowed: boolean;
        readonly code: Schema.RefusalCode | null;
        readonly message: string | null;
      }>;
      readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
      readonly reason: {
        readonly text: string | null;
        readonly disclosure: Schema.Disclosure;
        readonly eventId: string | null;
        readonly path: string | null;
        readonly mayErase: boolean;
      };
      readonly answer: {
        readonly text: string | null;
        readonly disclosure: Schema.Disclosure;
        readonly eventId: string | null;
        readonly path: string | null;
        readonly mayErase: boolean;
      } | null;
    }>;
    readonly note: {
      readonly text: string | null;
      readonly disclosure: Schema.Disclosure;
      readonly eventId: string | null;
      readonly path: string | null;
      readonly mayErase: boolean;
    } | null;
    readonly contributor: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    readonly recordedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    readonly period: { readonly from: string; readonly to: string };
    readonly quantity: { readonly amount: string; readonly unit: string } | null;
    readonly source: { readonly dataset: string; readonly record: string; readonly verified: boolean } | null;
    readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
    readonly evidenceFiles: ReadonlyArray<{
      readonly sha256: string | null;
      readonly name: string | null;
      readonly mediaType: string | null;
      readonly size: number | null;
      readonly title: string | null;
      readonly url: string | null;
      readonly private: boolean;
      readonly state: Schema.EvidenceFileState;
    }>;
    readonly statements: ReadonlyArray<{
      readonly superseded: boolean;
      readonly accredited: boolean | null;
      readonly paid: boolean | null;
      readonly tied: boolean | null;
      readonly tiedToParty: boolean | null;
      readonly act: Schema.ContributionAct;
      readonly recordedAt: string;
      readonly found: { readonly amount: string; readonly unit: string } | null;
      readonly text: {
        readonly text: string | null;
        readonly disclosure: Schema.Disclosure;
        readonly eventId: string | null;
        readonly path: string | null;
        readonly mayErase: boolean;
      } | null;
      readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
      readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
      readonly evidenceFiles: ReadonlyArray<{
        readonly sha256: string | null;
        readonly name: string | null;
        readonly mediaType: string | null;
        readonly size: number | null;
        readonly title: string | null;
        readonly url: string | null;
        readonly private: boolean;
        readonly state: Schema.EvidenceFileState;
      }>;
    }>;
  }>;
};

export type ContributionLineFragment = {
  readonly id: string;
  readonly description: string | null;
  readonly disputed: boolean;
  readonly evidence: Schema.Evidence;
  readonly milestone: string | null;
  readonly completes: boolean;
  readonly retractedOn: string | null;
  readonly retractionReason: string | null;
  readonly recordedAt: string;
  readonly may: ReadonlyArray<{
    readonly command: Schema.CommandName;
    readonly about: string | null;
    readonly allowed: boolean;
    readonly code: Schema.RefusalCode | null;
    readonly message: string | null;
  }>;
  readonly found: { readonly amount: string; readonly unit: string } | null;
  readonly passesOn: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
  readonly versions: ReadonlyArray<{
    readonly version: number;
    readonly reason: string | null;
    readonly recordedAt: string;
    readonly quantity: { readonly amount: string; readonly unit: string } | null;
    readonly period: { readonly from: string; readonly to: string };
  }>;
  readonly objections: ReadonlyArray<{
    readonly id: string;
    readonly folded: boolean;
    readonly notedOn: string;
    readonly withdrawnOn: string | null;
    readonly may: ReadonlyArray<{
      readonly command: Schema.CommandName;
      readonly about: string | null;
      readonly allowed: boolean;
      readonly code: Schema.RefusalCode | null;
      readonly message: string | null;
    }>;
    readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    readonly reason: {
      readonly text: string | null;
      readonly disclosure: Schema.Disclosure;
      readonly eventId: string | null;
      readonly path: string | null;
      readonly mayErase: boolean;
    };
    readonly answer: {
      readonly text: string | null;
      readonly disclosure: Schema.Disclosure;
      readonly eventId: string | null;
      readonly path: string | null;
      readonly mayErase: boolean;
    } | null;
  }>;
  readonly note: {
    readonly text: string | null;
    readonly disclosure: Schema.Disclosure;
    readonly eventId: string | null;
    readonly path: string | null;
    readonly mayErase: boolean;
  } | null;
  readonly contributor: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
  readonly recordedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
  readonly period: { readonly from: string; readonly to: string };
  readonly quantity: { readonly amount: string; readonly unit: string } | null;
  readonly source: { readonly dataset: string; readonly record: string; readonly verified: boolean } | null;
  readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
  readonly evidenceFiles: ReadonlyArray<{
    readonly sha256: string | null;
    readonly name: string | null;
    readonly mediaType: string | null;
    readonly size: number | null;
    readonly title: string | null;
    readonly url: string | null;
    readonly private: boolean;
    readonly state: Schema.EvidenceFileState;
  }>;
  readonly statements: ReadonlyArray<{
    readonly superseded: boolean;
    readonly accredited: boolean | null;
    readonly paid: boolean | null;
    readonly tied: boolean | null;
    readonly tiedToParty: boolean | null;
    readonly act: Schema.ContributionAct;
    readonly recordedAt: string;
    readonly found: { readonly amount: string; readonly unit: string } | null;
    readonly text: {
      readonly text: string | null;
      readonly disclosure: Schema.Disclosure;
      readonly eventId: string | null;
      readonly path: string | null;
      readonly mayErase: boolean;
    } | null;
    readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
    readonly evidenceFiles: ReadonlyArray<{
      readonly sha256: string | null;
      readonly name: string | null;
      readonly mediaType: string | null;
      readonly size: number | null;
      readonly title: string | null;
      readonly url: string | null;
      readonly private: boolean;
      readonly state: Schema.EvidenceFileState;
    }>;
  }>;
};

export type MoreContributionsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreContributionsQuery = {
  readonly commitment: {
    readonly contributions: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly description: string | null;
        readonly disputed: boolean;
        readonly evidence: Schema.Evidence;
        readonly milestone: string | null;
        readonly completes: boolean;
        readonly retractedOn: string | null;
        readonly retractionReason: string | null;
        readonly recordedAt: string;
        readonly may: ReadonlyArray<{
          readonly command: Schema.CommandName;
          readonly about: string | null;
          readonly allowed: boolean;
          readonly code: Schema.RefusalCode | null;
          readonly message: string | null;
        }>;
        readonly found: { readonly amount: string; readonly unit: string } | null;
        readonly passesOn: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
        readonly versions: ReadonlyArray<{
          readonly version: number;
          readonly reason: string | null;
          readonly recordedAt: string;
          readonly quantity: { readonly amount: string; readonly unit: string } | null;
          readonly period: { readonly from: string; readonly to: string };
        }>;
        readonly objections: ReadonlyArray<{
          readonly id: string;
          readonly folded: boolean;
          readonly notedOn: string;
          readonly withdrawnOn: string | null;
          readonly may: ReadonlyArray<{
            readonly command: Schema.CommandName;
            readonly about: string | null;
            readonly allowed: boolean;
            readonly code: Schema.RefusalCode | null;
            readonly message: string | null;
          }>;
          readonly organisation: {
            readonly id: string;
            readonly name: string;
            readonly identityConfirmed: boolean;
          } | null;
          readonly reason: {
            readonly text: string | null;
            readonly disclosure: Schema.Disclosure;
            readonly eventId: string | null;
            readonly path: string | null;
            readonly mayErase: boolean;
          };
          readonly answer: {
            readonly text: string | null;
            readonly disclosure: Schema.Disclosure;
            readonly eventId: string | null;
            readonly path: string | null;
            readonly mayErase: boolean;
          } | null;
        }>;
        readonly note: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        } | null;
        readonly contributor: {
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
        } | null;
        readonly recordedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly period: { readonly from: string; readonly to: string };
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly source: { readonly dataset: string; readonly record: string; readonly verified: boolean } | null;
        readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
        readonly evidenceFiles: ReadonlyArray<{
          readonly sha256: string | null;
          readonly name: string | null;
          readonly mediaType: string | null;
          readonly size: number | null;
          readonly title: string | null;
          readonly url: string | null;
          readonly private: boolean;
          readonly state: Schema.EvidenceFileState;
        }>;
        readonly statements: ReadonlyArray<{
          readonly superseded: boolean;
          readonly accredited: boolean | null;
          readonly paid: boolean | null;
          readonly tied: boolean | null;
          readonly tiedToParty: boolean | null;
          readonly act: Schema.ContributionAct;
          readonly recordedAt: string;
          readonly found: { readonly amount: string; readonly unit: string } | null;
          readonly text: {
            readonly text: string | null;
            readonly disclosure: Schema.Disclosure;
            readonly eventId: string | null;
            readonly path: string | null;
            readonly mayErase: boolean;
          } | null;
          readonly organisation: {
            readonly id: string;
            readonly name: string;
            readonly identityConfirmed: boolean;
          } | null;
          readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
          readonly evidenceFiles: ReadonlyArray<{
            readonly sha256: string | null;
            readonly name: string | null;
            readonly mediaType: string | null;
            readonly size: number | null;
            readonly title: string | null;
            readonly url: string | null;
            readonly private: boolean;
            readonly state: Schema.EvidenceFileState;
          }>;
        }>;
      }>;
    };
  } | null;
};

export type MoreReviewsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreReviewsQuery = {
  readonly commitment: {
    readonly reviews: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly submittedAt: string;
        readonly silencedOn: string | null;
        readonly revisedAt: string | null;
        readonly answeredAt: string | null;
        readonly learnedByReviewer: string | null;
        readonly learnedByReviewed: string | null;
        readonly may: ReadonlyArray<{
          readonly command: Schema.CommandName;
          readonly about: string | null;
          readonly allowed: boolean;
          readonly code: Schema.RefusalCode | null;
          readonly message: string | null;
        }>;
        readonly scores: {
          readonly results: number;
          readonly reliability: number;
          readonly openness: number;
          readonly learning: number;
        };
        readonly whatWorked: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        };
        readonly whatToTry: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        };
        readonly answer: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        } | null;
        readonly reviewer: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly reviewed: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly commitment: { readonly id: string; readonly description: string | null } | null;
        readonly ties: ReadonlyArray<{
          readonly kind: Schema.TieKind;
          readonly basis: Schema.TieBasis;
          readonly contribution: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
        }>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export const CommitmentPageDocument =
  'query CommitmentPage($id: ID!, $afterPosition: Position, $language: Language!) {\n  ...Viewer\n  viewer {\n    organisation {\n      reviewsGiven(first: 30, commitmentId: $id) {\n        nodes {\n          id\n          may {\n            ...May\n          }\n          reviewed {\n            id\n          }\n        }\n      }\n    }\n  }\n  reviewScale(language: $language) {\n    ...Scale\n  }\n  commitment(id: $id, afterPosition: $afterPosition) {\n    id\n    may {\n      ...May\n    }\n    kind\n    description\n    dueOn\n    dueOnAgreed\n    freeToChangeUntil\n    whatAChangeWouldNeed {\n      inGoodTime\n      nobodyToAgree\n      organisations {\n        id\n        name\n        identityConfirmed\n      }\n      anyOneOf {\n        id\n        name\n        identityConfirmed\n      }\n    }\n    openAmendment {\n      version\n      takesBack\n      kind\n      description\n      milestones {\n        key\n        what\n        dueOn\n      }\n      dueOn\n      reason\n      proposedOn\n      openUntil\n      quantity {\n        amount\n        unit\n      }\n      proposedBy {\n        id\n        name\n        identityConfirmed\n      }\n      mustAccept {\n        id\n        name\n        identityConfirmed\n      }\n      acceptedBy {\n        ...AgreementLine\n      }\n    }\n    settlements {\n      id\n      may {\n        ...May\n      }\n      outcome\n      dueOn\n      reason\n      proposedOn\n      answeredUntil\n      agreedBySilence\n      agreedFrom\n      backboneUntil\n      ended\n      proposedBy {\n        id\n        name\n        identityConfirmed\n      }\n      mustAccept {\n        id\n        name\n        identityConfirmed\n      }\n      acceptedBy {\n        ...AgreementLine\n      }\n      declinedBy {\n        id\n        name\n        identityConfirmed\n      }\n      declineReason {\n        ...Words\n      }\n    }\n    awaitedFrom {\n      id\n      name\n      identityConfirmed\n    }\n    termsVersion\n    completion\n    milestones {\n      key\n      what\n      dueOn\n      reached\n    }\n    parties {\n      part\n      state\n      acceptedVersion\n      acceptedVersionOn\n      acceptedOn\n      boundOn\n      releasedOn\n      dissolved\n      answerUntil\n      organisation {\n        id\n        name\n        identityConfirmed\n      }\n      inPlaceOf {\n        id\n        name\n        identityConfirmed\n      }\n      reason {\n        ...Words\n      }\n    }\n    progressNotes {\n      notedOn\n      organisation {\n        id\n        name\n        identityConfirmed\n      }\n      text {\n        ...Words\n      }\n    }\n    madeAt\n    withdrawnAt\n    withdrawalReason\n    quantity {\n      amount\n      unit\n    }\n    madeBy {\n      id\n      name\n      identityConfirmed\n    }\n    source {\n      dataset\n      record\n      verified\n    }\n    standing {\n      on\n      state\n      delivered {\n        amount\n        unit\n      }\n    }\n    mission {\n      id\n      title\n      hashtag\n    }\n    promisors {\n      id\n      name\n      identityConfirmed\n      sector\n    }\n    terms {\n      position\n      kind\n      description\n      dueOn\n      reason\n      recordedAt\n      quantity {\n        amount\n        unit\n      }\n      recordedBy {\n        id\n        name\n        identityConfirmed\n      }\n    }\n    contributions(first: 10) {\n      ...CommitmentContributions\n    }\n    reviews(first: 20) {\n      ...ReviewsShown\n    }\n  }\n}\nfragment AgreementLine on Agreement {\n  on\n  asBackbone\n  organisation {\n    id\n    name\n    identityConfirmed\n  }\n}\nfragment CommitmentContributions on ContributionConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    ...ContributionLine\n  }\n}\nfragment ContributionLine on Contribution {\n  id\n  may {\n    ...May\n  }\n  description\n  disputed\n  evidence\n  milestone\n  completes\n  retractedOn\n  retractionReason\n  found {\n    amount\n    unit\n  }\n  passesOn {\n    id\n    commitment {\n      id\n    }\n  }\n  versions {\n    version\n    reason\n    recordedAt\n    quantity {\n      amount\n      unit\n    }\n    period {\n      from\n      to\n    }\n  }\n  objections {\n    id\n    may {\n      ...May\n    }\n    folded\n    notedOn\n    withdrawnOn\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n    reason {\n      ...Words\n    }\n    answer {\n      ...Words\n    }\n  }\n  note {\n    ...Words\n  }\n  recordedAt\n  contributor {\n    id\n    name\n    identityConfirmed\n  }\n  recordedBy {\n    id\n    name\n    identityConfirmed\n  }\n  period {\n    from\n    to\n  }\n  quantity {\n    amount\n    unit\n  }\n  source {\n    dataset\n    record\n    verified\n  }\n  evidenceLinks {\n    url\n    title\n  }\n  evidenceFiles {\n    ...FileLine\n  }\n  statements {\n    ...StatementLine\n    superseded\n    accredited\n    paid\n    tied\n    tiedToParty\n    found {\n      amount\n      unit\n    }\n  }\n}\nfragment FileLine on EvidenceFile {\n  sha256\n  name\n  mediaType\n  size\n  title\n  url\n  private\n  state\n}\nfragment May on Permission {\n  command\n  about\n  allowed\n  code\n  message\n}\nfragment ReviewShown on Review {\n  id\n  may {\n    ...May\n  }\n  submittedAt\n  silencedOn\n  revisedAt\n  answeredAt\n  learnedByReviewer\n  learnedByReviewed\n  scores {\n    results\n    reliability\n    openness\n    learning\n  }\n  whatWorked {\n    ...Words\n  }\n  whatToTry {\n    ...Words\n  }\n  answer {\n    ...Words\n  }\n  reviewer {\n    id\n    name\n    identityConfirmed\n  }\n  reviewed {\n    id\n    name\n    identityConfirmed\n  }\n  commitment {\n    id\n    description\n  }\n  ties {\n    kind\n    basis\n    contribution {\n      id\n      commitment {\n        id\n      }\n    }\n  }\n}\nfragment ReviewsShown on ReviewConnection {\n  nodes {\n    ...ReviewShown\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment Scale on DimensionScale {\n  dimension\n  question\n  anchors {\n    score\n    sentence\n  }\n}\nfragment StatementLine on ContributionStatement {\n  act\n  recordedAt\n  text {\n    ...Words\n  }\n  organisation {\n    id\n    name\n    identityConfirmed\n  }\n  evidenceLinks {\n    url\n    title\n  }\n  evidenceFiles {\n    ...FileLine\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    administers\n    expiresAt\n    person {\n      id\n      name\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n  service {\n    timeZone\n    accessibility {\n      state\n    }\n  }\n}\nfragment Words on DisclosedText {\n  text\n  disclosure\n  eventId\n  path\n  mayErase\n}' as TypedDocument<
    CommitmentPageQuery,
    CommitmentPageQueryVariables
  >;

export const MoreContributionsDocument =
  'query MoreContributions($id: ID!, $after: String) {\n  commitment(id: $id) {\n    contributions(first: 10, after: $after) {\n      ...CommitmentContributions\n    }\n  }\n}\nfragment CommitmentContributions on ContributionConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    ...ContributionLine\n  }\n}\nfragment ContributionLine on Contribution {\n  id\n  may {\n    ...May\n  }\n  description\n  disputed\n  evidence\n  milestone\n  completes\n  retractedOn\n  retractionReason\n  found {\n    amount\n    unit\n  }\n  passesOn {\n    id\n    commitment {\n      id\n    }\n  }\n  versions {\n    version\n    reason\n    recordedAt\n    quantity {\n      amount\n      unit\n    }\n    period {\n      from\n      to\n    }\n  }\n  objections {\n    id\n    may {\n      ...May\n    }\n    folded\n    notedOn\n    withdrawnOn\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n    reason {\n      ...Words\n    }\n    answer {\n      ...Words\n    }\n  }\n  note {\n    ...Words\n  }\n  recordedAt\n  contributor {\n    id\n    name\n    identityConfirmed\n  }\n  recordedBy {\n    id\n    name\n    identityConfirmed\n  }\n  period {\n    from\n    to\n  }\n  quantity {\n    amount\n    unit\n  }\n  source {\n    dataset\n    record\n    verified\n  }\n  evidenceLinks {\n    url\n    title\n  }\n  evidenceFiles {\n    ...FileLine\n  }\n  statements {\n    ...StatementLine\n    superseded\n    accredited\n    paid\n    tied\n    tiedToParty\n    found {\n      amount\n      unit\n    }\n  }\n}\nfragment FileLine on EvidenceFile {\n  sha256\n  name\n  mediaType\n  size\n  title\n  url\n  private\n  state\n}\nfragment May on Permission {\n  command\n  about\n  allowed\n  code\n  message\n}\nfragment StatementLine on ContributionStatement {\n  act\n  recordedAt\n  text {\n    ...Words\n  }\n  organisation {\n    id\n    name\n    identityConfirmed\n  }\n  evidenceLinks {\n    url\n    title\n  }\n  evidenceFiles {\n    ...FileLine\n  }\n}\nfragment Words on DisclosedText {\n  text\n  disclosure\n  eventId\n  path\n  mayErase\n}' as TypedDocument<
    MoreContributionsQuery,
    MoreContributionsQueryVariables
  >;

export const MoreReviewsDocument =
  'query MoreReviews($id: ID!, $after: String) {\n  commitment(id: $id) {\n    reviews(first: 20, after: $after) {\n      ...ReviewsShown\n    }\n  }\n}\nfragment May on Permission {\n  command\n  about\n  allowed\n  code\n  message\n}\nfragment ReviewShown on Review {\n  id\n  may {\n    ...May\n  }\n  submittedAt\n  silencedOn\n  revisedAt\n  answeredAt\n  learnedByReviewer\n  learnedByReviewed\n  scores {\n    results\n    reliability\n    openness\n    learning\n  }\n  whatWorked {\n    ...Words\n  }\n  whatToTry {\n    ...Words\n  }\n  answer {\n    ...Words\n  }\n  reviewer {\n    id\n    name\n    identityConfirmed\n  }\n  reviewed {\n    id\n    name\n    identityConfirmed\n  }\n  commitment {\n    id\n    description\n  }\n  ties {\n    kind\n    basis\n    contribution {\n      id\n      commitment {\n        id\n      }\n    }\n  }\n}\nfragment ReviewsShown on ReviewConnection {\n  nodes {\n    ...ReviewShown\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment Words on DisclosedText {\n  text\n  disclosure\n  eventId\n  path\n  mayErase\n}' as TypedDocument<
    MoreReviewsQuery,
    MoreReviewsQueryVariables
  >;
