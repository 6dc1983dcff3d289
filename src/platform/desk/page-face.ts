import type { DeskActivity } from '#core/desk/desk-port.ts';

const dots: Readonly<Record<Exclude<DeskActivity, 'idle'>, string>> = {
  ringing: '<circle cx="24" cy="8" r="8" fill="#f5a524" stroke="#161e2f" stroke-width="2"/>',
  'in-call': '<circle cx="24" cy="8" r="8" fill="#3ddaba" stroke="#161e2f" stroke-width="2"/>',
};

/** The page's own icon with a dot; its shape alone says it, the title has the words. */
const withDot = (icon: string, dot: string): string =>
  `data:image/svg+xml,${encodeURIComponent(icon.replace('</svg>', `${dot}</svg>`))}`;

/** Title and icon of the page. `icon` is the link in its head; its picture is read once, when it is first changed. */
export function createPageFace(
  page: { title: string },
  icon: Pick<HTMLLinkElement, 'href'> | null,
): (title: string, activity: DeskActivity) => void {
  const original = icon?.href ?? '';
  let picture: Promise<string> | null = null;
  let shown: DeskActivity = 'idle';

  const draw = async (link: Pick<HTMLLinkElement, 'href'>, activity: DeskActivity): Promise<void> => {
    if (activity === 'idle') {
      link.href = original;
      return;
    }
    picture ??= fetch(original).then((response) => response.text());
    const svg = await picture;
    // Another state may have come in the meantime.
    if (shown === activity) link.href = withDot(svg, dots[activity]);
  };

  return (title, activity) => {
    if (page.title !== title) page.title = title;
    if (activity === shown) return;
    shown = activity;
    if (icon === null) return;
    draw(icon, activity).catch(() => {
      picture = null;
    });
  };
}
