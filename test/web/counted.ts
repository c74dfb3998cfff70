import type { BrowserContext } from 'playwright-core';

/** What somebody has done on pages so far. */
export interface Done {
  /** Each button that was pressed, by Enter in a field too, and each link or file button: what leads on. Fields are none. */
  steps: number;
  /** Each press of a mouse, or of a finger. */
  pointed: number;
}

/** For the page, before anything of its own. A button that is pressed by a key may be clicked by that, or not: it is one step. */
const COUNTING = `
  const LEADING = 'a[href], button, input[type=file]';
  let isCounted = false;
  addEventListener('keydown', ({ target, key, repeat }) => {
    isCounted = !repeat && (key === 'Enter' || key === ' ') && target.closest(LEADING) !== null;
    if (isCounted) tellDone('steps');
  }, true);
  addEventListener('click', ({ target }) => {
    if (!isCounted && target.closest(LEADING) !== null) tellDone('steps');
    isCounted = false;
  }, true);
  addEventListener('pointerdown', () => {
    isCounted = false;
    tellDone('pointed');
  }, true);`;

/** Counts on all pages of a context that are opened from now on. */
export async function counted(context: BrowserContext): Promise<Done> {
  const done: Done = { steps: 0, pointed: 0 };
  await context.exposeBinding('tellDone', (_, what: keyof Done) => {
    done[what] += 1;
  });
  await context.addInitScript(COUNTING);
  return done;
}
