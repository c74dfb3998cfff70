import { parentPort } from 'node:worker_threads';
import { EntryChecker } from './entry.js';
import { sent, type Order } from './threads.js';

/** A thread that checks the bundles it is sent, in that order; see threads.ts. */
const checker = new EntryChecker();
parentPort?.on('message', (order: Order) => {
  if ('job' in order) parentPort?.postMessage(sent(checker.check(order.job)));
  else checker.addSchema(order.path, order.text);
});
