import { useStore } from 'zustand';
import { looks, type Look } from '../appearance/appearance.ts';
import { ChoiceList } from '../shared/ChoiceList.tsx';
import { usePage } from '../shared/page-context.ts';
import { words } from '../words.ts';

/** Light or dark, contrast and motion. */
export function LookSettings() {
  return (
    <>
      <LookChoice part="theme" />
      <LookChoice part="contrast" />
      <LookChoice part="motion" />
    </>
  );
}

function LookChoice({ part }: { readonly part: keyof Look }) {
  const { appearance } = usePage();
  const value = useStore(appearance.store, (look) => look[part]);
  const names: Readonly<Record<string, string>> = words.look[part];
  return (
    <ChoiceList
      label={words.look[part].label}
      value={value}
      choices={looks[part].map((choice) => ({ value: choice, label: names[choice] ?? choice }))}
      onChoose={(choice) => appearance.choose({ [part]: choice })}
    />
  );
}
