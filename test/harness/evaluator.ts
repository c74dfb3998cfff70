/** What an organisation says of itself as it joins a mission as an evaluator: data of the command, and of the API's input. */
export const AS_EVALUATOR = {
  role: 'EVALUATOR',
  noTies: true,
  qualification: 'Has surveyed damp homes since 2009.',
  evidence: [{ url: 'https://example.org/surveys', title: 'Surveys' }],
} as const;
