import type { Page } from '@playwright/test';

/**
 * The controls whose shape is hard to see: neither their edge nor their ground stands out 3 to 1 from what lies around
 * them (WCAG 1.4.11, which axe does not check). What is switched off is exempt, and so is what shows no shape, as links do.
 */
export function findFaintEdges(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
    const paint = canvas.getContext('2d', { willReadFrequently: true });
    if (paint === null) throw new Error('no canvas');

    /** Relative luminance; null for a colour that lets everything through. */
    const luminance = (colour: string): number | null => {
      paint.clearRect(0, 0, 1, 1);
      paint.fillStyle = colour;
      paint.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = paint.getImageData(0, 0, 1, 1).data;
      const linear = (value: number) =>
        value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
      return alpha === 0 ? null : 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    };
    const ground = (element: Element): number | null => luminance(getComputedStyle(element).backgroundColor);
    const around = (element: Element): number => {
      const parent = element.parentElement;
      return parent === null ? 1 : (ground(parent) ?? around(parent));
    };
    const contrast = (one: number, other: number) =>
      (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

    return [...document.querySelectorAll('button:enabled, a, div:has(> input)')].flatMap((element) => {
      const { borderTopColor, borderTopWidth } = getComputedStyle(element);
      const edge = borderTopWidth === '0px' ? null : luminance(borderTopColor);
      const shapes = [edge, ground(element)].filter((shape) => shape !== null);
      const isFaint = shapes.length > 0 && shapes.every((shape) => contrast(shape, around(element)) < 3);
      return isFaint ? [element.outerHTML.slice(0, 120)] : [];
    });
  });
}
