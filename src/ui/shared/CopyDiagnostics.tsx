import { ClipboardCopy } from 'lucide-react';
import { useId, useState } from 'react';
import { words } from '../words.ts';
import { Button } from './Button.tsx';
import { copyText } from './copy-text.ts';
import styles from './CopyDiagnostics.module.css';

function selectAll(area: HTMLTextAreaElement | null): void {
  area?.focus();
  area?.select();
}

/** Copies what whoever helps has to know. Where the browser does not let it, the text is there to be selected. */
export function CopyDiagnostics({ diagnose }: { readonly diagnose: () => Promise<string> }) {
  const [isCopied, setCopied] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  const id = useId();
  const copy = async () => {
    setCopied(false);
    setShown(null);
    const text = await diagnose();
    if (await copyText(text)) setCopied(true);
    else setShown(text);
  };
  return (
    <div className={styles.diagnostics}>
      <div>
        <Button icon={ClipboardCopy} aria-describedby={id} onClick={() => void copy()}>
          {words.diagnostics.copy}
        </Button>
      </div>
      <p id={id} className={styles.hint}>
        {words.diagnostics.hint}
      </p>
      <p role="status" className={styles.said}>
        {isCopied ? words.diagnostics.copied : null}
        {shown === null ? null : words.diagnostics.refused}
      </p>
      {shown === null ? null : (
        <textarea
          readOnly
          className={styles.text}
          aria-label={words.diagnostics.text}
          rows={8}
          value={shown}
          dir="ltr"
          ref={selectAll}
        />
      )}
    </div>
  );
}
