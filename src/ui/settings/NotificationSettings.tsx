import { BellRing } from 'lucide-react';
import { useStore } from 'zustand';
import { Button } from '../shared/Button.tsx';
import { usePage } from '../shared/page-context.ts';
import { words } from '../words.ts';

/** Whether the system tells of calls. Only a click may ask for it. */
export function NotificationSettings() {
  const { desk, openSmallWindow } = usePage();
  const permission = useStore(desk.notifications);
  if (permission !== 'ask') return <p role="status">{words.notifications[permission]}</p>;
  if (openSmallWindow === null) {
    return (
      <p role="status">
        {words.notifications.what} {words.smallWindow.inPage}
      </p>
    );
  }
  return (
    <>
      <p>{words.notifications.what}</p>
      <Button icon={BellRing} onClick={() => void desk.askForNotifications()}>
        {words.notifications.ask}
      </Button>
    </>
  );
}
