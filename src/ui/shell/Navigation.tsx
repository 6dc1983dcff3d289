import { memo } from 'react';
import { AudioLines, type LucideIcon, Phone, Settings } from 'lucide-react';
import { Mark } from '../shared/Mark.tsx';
import { words } from '../words.ts';
import styles from './Navigation.module.css';
import { hrefOf, type Route, routes } from './use-route.ts';

const icons: Readonly<Record<Route, LucideIcon>> = {
  phone: Phone,
  recordings: AudioLines,
  settings: Settings,
};

/** The rail; on narrow screens the bar at the bottom. */
export const Navigation = memo(function Navigation({ current }: { readonly current: Route }) {
  return (
    <nav aria-label={words.navigation.label} className={styles.rail}>
      <span className={styles.mark}>
        <Mark size={40} />
      </span>
      {routes.map((route) => {
        const Icon = icons[route];
        return (
          <a
            key={route}
            href={hrefOf(route)}
            className={styles.item}
            aria-current={route === current ? 'page' : undefined}
          >
            <span className={styles.icon}>
              <Icon aria-hidden size={20} />
            </span>
            {words.navigation[route]}
          </a>
        );
      })}
    </nav>
  );
});
