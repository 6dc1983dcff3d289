import { CloudOff } from 'lucide-react';
import { type FunctionComponent, lazy, Suspense, useReducer } from 'react';
import { words } from '../words.ts';
import { Button } from './Button.tsx';
import styles from './late-part.module.css';
import { Notice } from './Notice.tsx';

/** The rules of one that could not be fetched may not be read, as if it were from another server. */
function hasRules({ sheet }: HTMLLinkElement): boolean {
  try {
    return sheet !== null && sheet.cssRules.length > 0;
  } catch {
    return false;
  }
}

/** Vite asks for a style sheet once, and takes one that could not be fetched for one that is there. Rejects when it still cannot. */
async function restoreStyles(): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  const fetchAgain = (link: HTMLLinkElement) =>
    new Promise((resolve, reject) => {
      const next = link.cloneNode() as HTMLLinkElement;
      next.addEventListener('load', resolve);
      next.addEventListener('error', () => reject(new Error(`${next.href} could not be fetched`)));
      link.replaceWith(next);
    });
  await Promise.all(links.filter((link) => !hasRules(link)).map(fetchAgain));
}

interface Retry {
  readonly onTryAgain: () => void;
}

function NotLoaded({ onTryAgain }: Retry) {
  return (
    <Notice
      tone="warning"
      icon={CloudOff}
      urgent
      action={<Button onClick={onTryAgain}>{words.people.again}</Button>}
    >
      {words.pageNotLoaded}
    </Notice>
  );
}

/**
 * A part of the page that is fetched when it is first shown. Where that fails it says so and can be fetched again: a reload
 * would end the calls.
 */
export function createLatePart<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  const begin = () =>
    lazy<FunctionComponent<Props & Retry>>(() =>
      restoreStyles()
        .then(load)
        .then(
          (part) => ({ default: part }),
          () => ({ default: NotLoaded }),
        ),
    );
  let Part = begin();

  return function LatePart(props: Props) {
    const [, drawAnew] = useReducer((count: number) => count + 1, 0);
    const tryAgain = () => {
      Part = begin();
      drawAnew();
    };
    return (
      <Suspense fallback={<p className={styles.loading}>{words.pageLoading}</p>}>
        <Part {...props} onTryAgain={tryAgain} />
      </Suspense>
    );
  };
}
