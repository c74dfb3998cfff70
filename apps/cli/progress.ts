import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  update(done: number, total: number): void;
  end(): void;
}

const LINE_EVERY_MS = 2_000;

/** A bar where a person looks on, a plain line now and then where not. Both go to standard error; output stays clean. */
export function progress(label: string): Progress {
  return process.stderr.isTTY ? bar(label) : lines(label);
}

function bar(label: string): Progress {
  const single = new SingleBar(
    {
      format: `${label} [{bar}] {percentage}% {value}/{total} {eta_formatted}`,
      stream: process.stderr,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  let started = false;
  return {
    update(done, total) {
      if (!started) {
        single.start(total, done);
        started = true;
        return;
      }
      single.setTotal(total);
      single.update(done);
    },
    end() {
      if (started) single.stop();
    },
  };
}

function lines(label: string): Progress {
  let last = -Infinity;
  let said = '';
  return {
    update(done, total) {
      const now = performance.now();
      if (now - last < LINE_EVERY_MS && done < total) return;
      last = now;
      const line = `${label}: ${done}/${total}\n`;
      if (line !== said) process.stderr.write(line);
      said = line;
    },
    end: () => undefined,
  };
}
