import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../shared/Button.tsx';
import { formatBytes } from '../../shared/format.ts';
import { usePage } from '../../shared/page-context.ts';
import { useSoftphone } from '../../shared/softphone-context.ts';
import { words } from '../../words.ts';
import { DataRow } from './DataRow.tsx';

/** The settings are read when the page is loaded: until then it goes on with those that it has. */
export function SettingsRow() {
  const { storage } = usePage();
  const [bytes, setBytes] = useState(() => storage.settingsBytes());
  const [isForgotten, setForgotten] = useState(false);
  const inCall = useStore(useSoftphone().calls, ({ liveCalls }) => liveCalls.size > 0);
  return (
    <DataRow
      name={words.data.settings}
      amount={formatBytes(bytes)}
      isEmpty={bytes === 0}
      question={words.data.settingsQuestion}
      onDelete={async () => {
        await storage.forgetSettings();
        setBytes(storage.settingsBytes());
        setForgotten(true);
      }}
    >
      {isForgotten ? (
        <>
          <p>{inCall ? words.data.settingsAfterCall : words.data.settingsForgotten}</p>
          {inCall ? null : (
            <div>
              <Button icon={RotateCw} onClick={() => location.reload()}>
                {words.crash.reload}
              </Button>
            </div>
          )}
        </>
      ) : null}
    </DataRow>
  );
}
