import { memo, useId } from 'react';
import { AudioLines, History, type LucideIcon, Phone, Settings, Users } from 'lucide-react';
import { useStore } from 'zustand';
import { Mark } from '../shared/Mark.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import styles from './Navigation.module.css';
import { hrefOf, type Route, routes } from '../shared/addresses.ts';

const icons: Readonly<Record<Route, LucideIcon>> = {
  phone: Phone,
  recordings: AudioLines,
  history: History,
  contacts: Users,
  settings: Settings,
};

/** The rail; on narrow screens the bar at the bottom. */
export const Navigation = memo(function Navigation({ current }: { readonly current: Route }) {
  const missed = useStore(useSoftphone().people.missedCalls);
  const badgeId = useId();
  return (
    <nav aria-label={words.navigation.label} className={styles.rail}>
      <span className={styles.mark}>
        <Mark size={40} />
      </span>
      {routes.map((route) => {
        const Icon = icons[route];
        const hasBadge = route === 'history' && missed > 0;
        return (
          <a
            key={route}
            href={hrefOf(route)}
            className={styles.item}
            aria-current={route === current ? 'page' : undefined}
            aria-describedby={hasBadge ? badgeId : undefined}
          >
            <span className={styles.icon}>
              <Icon aria-hidden size={20} />
              {hasBadge ? <MissedBadge id={badgeId} count={missed} /> : null}
            </span>
            {words.navigation[route]}
          </a>
        );
      })}
    </nav>
  );
});

/** How many missed calls the person has not seen. It describes its link, whose name it must not change. */
function MissedBadge({ id, count }: { readonly id: string; readonly count: number }) {
  return (
    <span className={styles.missed} aria-hidden>
      <span className={styles.badge}>{count > 99 ? '99+' : count}</span>
      <span id={id} className="unseen">
        {words.history.missedCount(count)}
      </span>
    </span>
  );
}
