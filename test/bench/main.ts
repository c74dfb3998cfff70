import '../../apps/host/production.js';
import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { appends } from './appends.js';
import { attack } from './attack.js';
import { http } from './http.js';
import { journey } from './journey.js';
import { lag } from './lag.js';
import { pages } from './pages.js';
import { rebuild } from './rebuild.js';
import { reputation } from './reputation.js';
import { seal } from './seal.js';
import { HELP, readOptions, UsageError, type Options, type Section } from './options.js';
import { meets, printTable, progress, type Figure } from './report.js';
import { startServer, type BenchServer } from './server.js';

const RUN: Readonly<Record<Section, (server: BenchServer, options: Options) => Promise<readonly Figure[]>>> = {
  appends,
  rebuild,
  lag,
  http,
  seal,
  reputation,
  pages,
  attack,
  journey,
};

async function run(options: Options): Promise<void> {
  const server = await startServer();
  const leave = (signal: NodeJS.Signals) => {
    progress(`Stopped by ${signal}.`);
    void server.stop().finally(() => process.exit(1));
  };
  process.once('SIGINT', leave);
  process.once('SIGTERM', leave);
  try {
    process.stdout.write(`${server.machine}\n`);
    const figures: Figure[] = [];
    const failures: Error[] = [];
    for (const section of options.sections) {
      await server.settle();
      try {
        figures.push(...(await RUN[section](server, options)));
      } catch (error) {
        // The other sections' figures are still worth having.
        progress(`${section} failed: ${(error as Error).stack ?? String(error)}`);
        failures.push(error as Error);
      }
    }
    process.stdout.write('\n');
    printTable(figures);
    const { json, profile: _, ...sizes } = options;
    if (json !== undefined) {
      const told = figures.map((figure) => ({ ...figure, met: meets(figure) }));
      await writeFile(json, `${JSON.stringify({ machine: server.machine, sizes, figures: told }, null, 2)}\n`);
    }
    if (failures.length > 0) process.exitCode = 1;
  } finally {
    process.off('SIGINT', leave);
    process.off('SIGTERM', leave);
    await server.stop();
  }
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options === undefined) process.stdout.write(HELP);
  else await run(options);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n\n${HELP}`);
  process.exitCode = 2;
}
