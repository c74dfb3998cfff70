import { MARKUP } from './hostile.network.js';
import { words } from './words.js';

/** What of it fits into every text. */
const LITERAL = MARKUP.slice(0, MARKUP.indexOf('<script>'));

export interface Found {
  readonly hacked: string;
  readonly elements: readonly string[];
  readonly protocols: readonly string[];
  readonly tooWide: boolean;
  /** Marks of texts, and what follows each. */
  readonly marked: readonly (readonly [mark: string, rest: string])[];
}

/** Run in the page, whatever its policy says: by the debugger. */
export const LOOK = `(() => {
  const { documentElement: root, title } = document;
  const text = title + ' ' + root.textContent;
  return {
    hacked: String(window.hacked),
    elements: [...document.querySelectorAll('img, iframe, object, embed, form[action], [onerror], script:not([src])')]
      .map((element) => element.outerHTML),
    protocols: [...new Set([...document.links].map(({ protocol }) => protocol))],
    tooWide: root.scrollWidth > window.innerWidth,
    marked: [...text.matchAll(/§([a-z-]+)§([^]{0,${LITERAL.length}})/g)].map(([, mark, rest]) => [mark, rest]),
  };
})()`;

/** Whatever waits behind a button: the rest of a text, a disclosure, the table of a chart. */
export const OPEN_ALL = `(async () => {
  for (let round = 0; round < 3; round += 1) {
    const buttons = [...document.querySelectorAll('main button')].filter((button) =>
      button.getAttribute('aria-expanded') === 'false' || button.textContent.startsWith(${JSON.stringify(words('en')('chart.table'))}));
    const closed = [...buttons, ...document.querySelectorAll('details:not([open]) > summary')];
    if (closed.length === 0) return;
    for (const button of closed) button.click();
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
})()`;

/** The markup as it was written, or so much of it as a page shows that leaves off. */
export function isLiteral(rest: string): boolean {
  const [shown = ''] = rest.split('…');
  return shown.length > 0 && LITERAL.startsWith(shown);
}
