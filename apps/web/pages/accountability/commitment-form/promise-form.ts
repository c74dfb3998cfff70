import type { MakeCommitment } from '../../../generated/commands/MakeCommitment.js';
import type { CommandForm } from '../../../parts/forms/use-command-form.js';

export type PromiseForm = CommandForm<typeof MakeCommitment>;
