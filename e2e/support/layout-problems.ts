import type { Page } from '@playwright/test';

/**
 * What does not fit on a page: the page or a part of it that scrolls sideways, text that is cut off where nobody meant it
 * (with an ellipsis, or after some lines, it is meant), that touches the edge of its control or stands out of it, controls out
 * of sight or at the edge of the card that they are on, shadows with a hard edge, and dialogs that are not in the middle.
 */
export function findLayoutProblems(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const problems: string[] = [];
    const root = document.documentElement;
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}”`;
    if (root.scrollWidth > root.clientWidth) problems.push('the page scrolls sideways');

    /** For a screen reader only. */
    const isUnseen = (element: Element) => element.closest('.unseen, [hidden]') !== null;
    const isShown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) && !isUnseen(element);

    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const { overflowX, textOverflow, webkitLineClamp, clipPath } = getComputedStyle(element);
      const isWider = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
      if (!isWider || clipPath !== 'none' || !isShown(element)) continue;
      if (overflowX === 'auto' || overflowX === 'scroll')
        problems.push(`scrolls sideways: ${nameOf(element)}`);
      // One moves about in what one has typed.
      if (element instanceof HTMLInputElement && element.value !== '') continue;
      const isMeant = textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
      const isCut = overflowX === 'hidden' || overflowX === 'clip';
      if (isCut && !isMeant) problems.push(`is cut off: ${nameOf(element)}`);
    }

    /** What has an edge of its own, and room inside of it. */
    const isCard = (element: Element) => {
      const { boxShadow, borderLeftWidth, paddingLeft, paddingRight } = getComputedStyle(element);
      const hasRoom = [paddingLeft, paddingRight].every((padding) => Number.parseFloat(padding) >= 8);
      return hasRoom && (boxShadow !== 'none' || borderLeftWidth !== '0px');
    };
    /** Whether a control touches the edge of the card that it is on. What is only a sign may stand in the padding, so that the sign is in line. */
    const isAtEdge = (control: Element) => {
      let card = control.parentElement;
      while (card !== null && !isCard(card)) card = card.parentElement;
      if (card === null || getComputedStyle(control).position === 'absolute') return false;
      const [inner, outer] = [control.getBoundingClientRect(), card.getBoundingClientRect()];
      return inner.left < outer.left + 2 || inner.right > outer.right - 2;
    };

    /** Text that is cut off with an ellipsis, for a screen reader only, or in a badge, which is meant to stand out. */
    const isNoText = (element: Element) => {
      const { overflowX, position, clipPath } = getComputedStyle(element);
      return overflowX !== 'visible' || position === 'absolute' || clipPath !== 'none' || isUnseen(element);
    };
    /** Where the lines of a control's text are. */
    const textsOf = (control: Element): readonly DOMRect[] => {
      if (isNoText(control)) return [];
      return [...control.childNodes].flatMap((child) => {
        if (child instanceof Element) return textsOf(child);
        const text = document.createRange();
        text.selectNodeContents(child);
        return [...text.getClientRects()].filter(({ width }) => width > 1);
      });
    };

    /** What is seen to have an edge. Text keeps away from that. */
    const isFramed = (control: Element) => {
      const { borderLeftWidth, borderLeftColor, backgroundColor } = getComputedStyle(control);
      const isDrawn = (colour: string) => !/^(?:transparent|.*[,/] ?0\))$/.test(colour);
      return (borderLeftWidth !== '0px' && isDrawn(borderLeftColor)) || isDrawn(backgroundColor);
    };

    const controls = 'a[href], button, input, select, textarea, [role="slider"]';
    for (const control of document.body.querySelectorAll<HTMLElement>(controls)) {
      if (!isShown(control)) continue;
      const box = control.getBoundingClientRect();
      if (box.width < 2) continue;
      if (box.left < -1 || box.right > root.clientWidth + 1)
        problems.push(`out of sight: ${nameOf(control)}`);
      if (isAtEdge(control)) problems.push(`at the edge of its card: ${nameOf(control)}`);
      // A select is as wide as it is.
      if (control.matches('select')) continue;
      const room = isFramed(control) ? 3 : -1;
      if (textsOf(control).some(({ left, right }) => left < box.left + room || right > box.right - room))
        problems.push(`text touches the edge of: ${nameOf(control)}`);
    }

    for (const floating of document.body.querySelectorAll('dialog[open], [role="alertdialog"]')) {
      const box = floating.getBoundingClientRect();
      const middle = (box.left + box.right) / 2;
      if (floating.matches(':modal') && Math.abs(middle - root.clientWidth / 2) > 1)
        problems.push(`not in the middle: ${nameOf(floating)}`);
      const scroller = floating.parentElement;
      if (scroller === null || getComputedStyle(scroller).overflowX === 'visible') continue;
      // At the edge of the page nothing is left to fall on.
      const edge = scroller.getBoundingClientRect();
      const isCutLeft = edge.left > 1 && box.left - edge.left < 24;
      const isCutRight = edge.right < root.clientWidth - 1 && edge.right - box.right < 24;
      if (isCutLeft || isCutRight) problems.push(`the shadow is cut: ${nameOf(floating)}`);
    }
    return [...new Set(problems)];
  });
}

/** Every text that one sees on a page, and every name of a control. */
export function readTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const texts = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement?.closest('script, style, bdi') === null)
        texts.add(node.textContent?.trim() ?? '');
    }
    for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder]')) {
      for (const name of ['aria-label', 'title', 'placeholder']) {
        texts.add(element.getAttribute(name)?.trim() ?? '');
      }
    }
    return [...texts].filter((text) => /\p{L}{2}/u.test(text));
  });
}
