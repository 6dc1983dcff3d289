/** Lets the browser ask before the page goes, while that is wanted. Its words are the browser's own (HTML §7.4.4). */
export function createCloseGuard(
  page: Pick<Window, 'addEventListener' | 'removeEventListener'>,
): (wanted: boolean) => void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  let isGuarding = false;
  return (wanted) => {
    if (wanted === isGuarding) return;
    isGuarding = wanted;
    // Only while it is wanted: a page with such a listener is kept out of the browser's cache.
    if (wanted) page.addEventListener('beforeunload', ask);
    else page.removeEventListener('beforeunload', ask);
  };
}
