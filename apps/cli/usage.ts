/** What was asked cannot be done as asked; the message says what can. Shown without a stack, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
