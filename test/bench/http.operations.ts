/** Answered, as by default, once the commitment can be read; and it is read. */
export const MAKE_COMMITMENT = `mutation ($input: MakeCommitmentInput!) {
  makeCommitment(input: $input) {
    __typename
    ... on CommitmentRecorded {
      commitment { id kind dueOn quantity { amount unit } }
      receipt { commandId events { id position hash } }
    }
    ... on Refusal { code: reason message path }
  }
}`;

/** What a page about one mission shows: its figures, and twenty promises with what came of them and from whom. */
export const MISSION_PAGE = `query ($id: ID!) {
  mission(id: $id) {
    id title challenge hashtag
    membersBySector { sector organisations }
    indicators(first: 10) {
      edges { node { id name unit progress { state share value } } }
    }
    progress {
      commitments { kind state count }
      contributions { kind evidence unit amount count disputed }
      kept due overdue withdrawn
    }
    commitments(first: 20) {
      edges {
        node {
          id kind description dueOn quantity { amount unit }
          promisors { id name sector }
          counterparties { id name sector }
          contributions(first: 10) {
            edges { node { id evidence disputed quantity { amount unit } contributor { id name sector } } }
          }
        }
      }
    }
  }
}`;
