import type { KeptText } from '#core/shared/kept-text.ts';
import { createStore, type ReadonlyStore } from '#core/shared/store.ts';

/** What can be chosen. The first of each follows the system. */
export const looks = {
  theme: ['system', 'light', 'dark'],
  contrast: ['system', 'more'],
  motion: ['system', 'less'],
} as const;

/** How the page looks. */
export interface Look {
  readonly theme: (typeof looks.theme)[number];
  readonly contrast: (typeof looks.contrast)[number];
  readonly motion: (typeof looks.motion)[number];
}

/** The look of the page, and how it is changed. */
export interface Appearance {
  readonly store: ReadonlyStore<Look>;
  /** Changes it and remembers that. */
  readonly choose: (change: Partial<Look>) => void;
}

const followSystem: Look = { theme: 'system', contrast: 'system', motion: 'system' };

const oneOf = <Choice extends string>(choices: readonly Choice[], value: unknown, fallback: Choice): Choice =>
  choices.find((choice) => choice === value) ?? fallback;

/** A look as it was kept; whatever cannot be understood follows the system. */
function readLook(text: string | null): Look {
  try {
    const kept: Partial<Record<keyof Look, unknown>> = JSON.parse(text ?? '{}');
    return {
      theme: oneOf(looks.theme, kept.theme, 'system'),
      contrast: oneOf(looks.contrast, kept.contrast, 'system'),
      motion: oneOf(looks.motion, kept.motion, 'system'),
    };
  } catch {
    return followSystem;
  }
}

/** The part of `matchMedia` that is used. */
export type MatchMedia = (query: string) => Pick<MediaQueryList, 'matches' | 'addEventListener'>;

/**
 * Brings the chosen look, or the system's, onto the root element: `data-theme` where it is not the system's, `data-contrast`
 * `more` and `data-motion` `less` where either of the two wants it. The style sheets know only these.
 */
export function createAppearance({
  kept,
  root,
  matchMedia,
}: {
  readonly kept: KeptText;
  readonly root: Pick<HTMLElement, 'dataset'>;
  readonly matchMedia: MatchMedia;
}): Appearance {
  const store = createStore(readLook(kept.read()));
  const systemContrast = matchMedia('(prefers-contrast: more)');
  const systemMotion = matchMedia('(prefers-reduced-motion: reduce)');

  const put = (name: string, value: string | null): void => {
    if (value === null) delete root.dataset[name];
    else root.dataset[name] = value;
  };
  const show = (): void => {
    const { theme, contrast, motion } = store.getState();
    put('theme', theme === 'system' ? null : theme);
    put('contrast', contrast === 'more' || systemContrast.matches ? 'more' : null);
    put('motion', motion === 'less' || systemMotion.matches ? 'less' : null);
  };
  for (const query of [systemContrast, systemMotion]) query.addEventListener('change', show);
  store.subscribe(show);
  show();

  return {
    store,
    choose(change) {
      store.setState((look) => ({ ...look, ...change }));
      kept.write(JSON.stringify(store.getState()));
    },
  };
}
