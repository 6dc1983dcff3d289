const isThere = (element: HTMLElement | undefined): boolean =>
  element?.isConnected === true && !element.matches(':disabled') && element.checkVisibility();

/** What lies around an element, from itself outwards. */
function pathOf(element: HTMLElement): readonly HTMLElement[] {
  const path: HTMLElement[] = [];
  for (let at: HTMLElement | null = element; at !== null; at = at.parentElement) path.push(at);
  return path;
}

/** Puts the focus as near as can be to where it was: what has the id of something that is gone stands for it. */
function focusNear(path: readonly HTMLElement[]): void {
  for (const element of [...path, document.querySelector('main')]) {
    const here = element?.isConnected === false ? document.getElementById(element.id) : element;
    here?.focus();
    if (document.activeElement !== document.body) return;
  }
}

/**
 * Keeps the place of whoever uses the keyboard: when what has the focus is removed, hidden or switched off, and nobody has
 * put the focus elsewhere, it goes to the nearest thing around that place that can have it, else to the page's main part.
 * Returns how to end that.
 */
export function keepFocus(): () => void {
  let path: readonly HTMLElement[] = [];
  /** The frame before had the focus nowhere, too. */
  let isLost = false;
  let framesToLook = 0;

  const arrive = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement) path = pathOf(target);
  };
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null) return;
    // A click beside everything: the person wants it nowhere. Of another window, the element has the focus still.
    queueMicrotask(() => {
      if (document.activeElement === document.body && isThere(path[0])) path = [];
    });
  };
  // Lost in two frames in a row: menus and toasts, which put the focus on themselves, do so in the first.
  const look = () => {
    const isNowhere = document.activeElement === document.body && path.length > 0;
    if (isNowhere && isLost) focusNear(path);
    isLost = isNowhere && !isLost;
    framesToLook -= 1;
    if (isLost || framesToLook > 0) requestAnimationFrame(look);
  };
  const observer = new MutationObserver(() => {
    if (path.length === 0) return;
    const isLooking = isLost || framesToLook > 0;
    // What is switched off has the focus until its frame is drawn.
    framesToLook = 2;
    if (!isLooking) requestAnimationFrame(look);
  });
  document.addEventListener('focusin', arrive);
  document.addEventListener('focusout', leave);
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['disabled'],
  });
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', arrive);
    document.removeEventListener('focusout', leave);
  };
}
