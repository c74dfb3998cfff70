// `node --import ./test/harness/typescript.js some/file.ts` runs a TypeScript file of this project as it stands, without
// a build: for what tests start as processes of their own, and for Jest's global set-up, which Jest hands to Node as is.
import { register } from 'node:module';

register('./typescript.hooks.js', import.meta.url);
