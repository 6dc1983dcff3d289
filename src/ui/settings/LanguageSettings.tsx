import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { knownLanguages, pickLanguage, type LanguageTag } from '../languages/known-languages.ts';
import { ChoiceList } from '../shared/ChoiceList.tsx';
import { Notice } from '../shared/Notice.tsx';
import { usePage } from '../shared/page-context.ts';
import { words } from '../words.ts';

type Choice = LanguageTag | 'automatic';

/** In which language the page is. A change draws the page anew; calls and recordings do not notice. */
export function LanguageSettings() {
  const { language } = usePage();
  const chosen = useStore(language.store, (state) => state.chosen);
  const [failed, setFailed] = useState(false);
  const automatic = knownLanguages[pickLanguage(navigator.languages)].name;
  const choices: readonly { readonly value: Choice; readonly label: string; readonly lang?: string }[] = [
    { value: 'automatic', label: words.language.automatic(automatic) },
    ...Object.values(knownLanguages).map(({ tag, name }) => ({ value: tag, label: name, lang: tag })),
  ];
  const choose = (next: Choice) => {
    setFailed(false);
    language.choose(next === 'automatic' ? null : next).catch(() => setFailed(true));
  };
  return (
    <>
      <ChoiceList
        label={words.language.page}
        value={chosen ?? 'automatic'}
        choices={choices}
        onChoose={choose}
      />
      {failed ? (
        <Notice tone="warning" icon={TriangleAlert} urgent>
          <p>{words.language.failed}</p>
        </Notice>
      ) : null}
    </>
  );
}
