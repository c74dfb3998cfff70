import {
  createContext,
  Fragment,
  use,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
  type ReactNode,
  type RefObject,
} from 'react';
import { Link } from 'wouter';
import type { Language } from '../i18n/language-list.js';
import { FirstPlaces } from './first-places.js';
import { piecesOf, type Term } from './glossary.js';

interface Tying {
  readonly places: FirstPlaces;
  readonly language: Language;
}

const TyingContext = createContext<Tying | undefined>(undefined);

/** Within it each word of the glossary leads to what it means, where it first stands and a link may be. */
export function TermsTied({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  const tying = useMemo(() => ({ places: new FirstPlaces(), language }), [language]);
  return <TyingContext value={tying}>{children}</TyingContext>;
}

/** Text of the pages' own, as every message is drawn; what people wrote is never looked through. */
export function WithTerms({ children }: { readonly children?: ReactNode }) {
  const tying = use(TyingContext);
  if (tying === undefined) return <>{children}</>;
  const parts = Array.isArray(children) ? (children as readonly ReactNode[]) : [children];
  return parts.map((part, index) => (
    <Fragment key={index}>{typeof part === 'string' ? <Text tying={tying} text={part} /> : part}</Fragment>
  ));
}

function Text({ tying: { places, language }, text }: { readonly tying: Tying; readonly text: string }) {
  const pieces = useMemo(() => piecesOf(text, language), [text, language]);
  return pieces.map((piece, index) =>
    typeof piece === 'string' ? (
      <Fragment key={index}>{piece}</Fragment>
    ) : (
      <TermAt key={`${index} ${piece.term}`} places={places} {...piece} />
    ),
  );
}

function TermAt({ places, term, word }: { readonly places: FirstPlaces; readonly term: Term; readonly word: string }) {
  const id = useId();
  const element = useRef<HTMLElement>(null);
  useLayoutEffect(() => places.enter(term, id, element), [places, term, id]);
  const isFirst = useSyncExternalStore(places.subscribe, () => places.isFirst(term, id));
  if (!isFirst) return <span ref={element}>{word}</span>;
  return (
    <Link ref={element as RefObject<HTMLAnchorElement | null>} className="term" href={`/glossary#${term}`}>
      {word}
    </Link>
  );
}
