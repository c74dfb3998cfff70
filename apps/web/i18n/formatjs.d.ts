import type { Messages } from '../generated/messages/en.js';

declare global {
  namespace FormatjsIntl {
    interface Message {
      ids: keyof Messages;
    }
  }
}
