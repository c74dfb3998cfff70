import type { Messages } from '../en/index.js';
import { commitment } from './commitment.js';
import { common } from './common.js';
import { desk } from './desk.js';
import { home } from './home.js';
import { mission } from './mission.js';
import { organisation } from './organisation.js';
import { record } from './record.js';
import { review } from './review.js';
import { search } from './search.js';
import { signIn } from './sign-in.js';
import { accountability } from './slices/accountability.js';
import { missions } from './slices/missions.js';
import { terms } from './terms.js';
import { units } from './units.js';

const messages: Messages = {
  ...common,
  ...terms,
  ...units,
  ...home,
  ...search,
  ...signIn,
  ...mission,
  ...organisation,
  ...commitment,
  ...desk,
  ...review,
  ...record,
  ...accountability,
  ...missions,
};

export default messages;
export * as refusals from './refusals.js';
