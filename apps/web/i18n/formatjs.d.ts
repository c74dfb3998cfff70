import type { Messages } from './messages/en/index.js';

declare global {
  namespace FormatjsIntl {
    interface Message {
      ids: keyof Messages;
    }
  }
}
