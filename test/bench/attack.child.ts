// One attack, in a process of its own, so that reading the answers does not delay who is measured beside it. Ends on SIGTERM
// and says how often it was answered how, in one line of JSON.
import { ATTACKS, type Target } from './attacks.js';

const [name, target = ''] = process.argv.slice(2);
const answers: Record<string, number> = {};
process.once('SIGTERM', () => {
  process.stdout.write(`${JSON.stringify(answers)}\n`, () => process.exit());
});
await ATTACKS.find((attack) => attack.name === name)?.begin(JSON.parse(target) as Target, (how) => {
  answers[how] = (answers[how] ?? 0) + 1;
});
