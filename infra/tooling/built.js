// What is built already, and what has to be built anew: plain JavaScript, as it runs before anything is compiled.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/**
 * The files at these paths and in these folders, sorted, as paths below the root. What is not there is no file.
 * @param wanted which of the files in a folder count.
 */
export async function filesOf(root, paths, wanted = /./) {
  const found = await Promise.all(paths.map((path) => filesAt(root, path, wanted)));
  return [...new Set(found.flat())].sort();
}

async function filesAt(root, path, wanted) {
  const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true }).catch(({ code }) => code);
  if (entries === 'ENOTDIR') return [path];
  if (entries === 'ENOENT') return [];
  if (!Array.isArray(entries)) throw new Error(`${join(root, path)} cannot be read: ${entries}.`);
  return entries
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)));
}

/** One hash of all names and contents. */
async function hashOf(root, files) {
  const hash = createHash('sha256');
  const contents = await Promise.all(files.map((file) => readFile(join(root, file))));
  for (const [n, file] of files.entries()) hash.update(`${file}\0${contents[n].length}\0`).update(contents[n]);
  return hash.digest('hex');
}

const inputsOf = async (root, { inputs, wanted }) => hashOf(root, await filesOf(root, inputs, wanted));
const outputsOf = async (root, { outputs }) => hashOf(root, await filesOf(root, outputs));

/**
 * Whether what a step makes is there, whole, and made from its inputs as they are now. A stamp that cannot be read says
 * nothing: a build that was killed has left none.
 */
export async function isCurrent(root, step) {
  const stamp = await readFile(stampOf(root, step), 'utf8')
    .then(JSON.parse)
    .catch(() => undefined);
  return stamp?.outputs === (await outputsOf(root, step)) && stamp.inputs === (await inputsOf(root, step));
}

/**
 * Runs `make` and stamps what it made. The stamp goes first and comes back last, so that a build killed in between is begun
 * anew; one whose inputs are changed meanwhile counts as made from the old ones.
 */
export async function build(root, step, make) {
  const stamp = stampOf(root, step);
  await rm(stamp, { force: true });
  const inputs = await inputsOf(root, step);
  await make();
  const unfinished = `${stamp}.${process.pid}`;
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(unfinished, JSON.stringify({ inputs, outputs: await outputsOf(root, step) }));
  await rename(unfinished, stamp);
}

/** Beside what was built, to go with it. */
function stampOf(root, { name }) {
  return join(root, 'dist', 'built', `${name}.json`);
}
