import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it } from 'vitest';
import { parseConfig } from '#core/config/parse-config.ts';
import { callEndings, loseFarEnd } from '#testing/call-endings.ts';
import { createPlainPage } from '#testing/plain-page.ts';
import { patience, setUpRawStage } from '#testing/raw-stage.ts';
import { startCensus, watchPage, type Census } from '#testing/resource-census.ts';
import { App } from '#ui/App.tsx';

watchPage();
const census = startCensus();

// What is recorded is to stay here: there is no server that would take it.
const config = '{"recording":{"policy":"on-demand","sinks":["folder"]}}';
const stage = setUpRawStage(config);

/** So often that the calls are a hundred. */
const rounds = Math.ceil(100 / Object.keys(callEndings).length);

const untilOver = () => expect.poll(stage.liveCalls, patience).toEqual([]);

it('a hundred calls, ended in twenty-six ways, leave nothing behind', { timeout: 90_000 }, async () => {
  census.watchStores(stage.phone);
  const container = document.createElement('div');
  document.body.append(container);
  const root = createRoot(container);
  root.render(
    createElement(App, {
      softphone: stage.phone,
      config: parseConfig(config, location.origin),
      page: createPlainPage(),
    }),
  );

  let afterFirst: Census | undefined;
  for (let round = 0; round < rounds; round += 1) {
    // Once, for its time, and not where what it leaves would be taken for what is there to stay.
    if (round === 1) await loseFarEnd(stage);
    for (const end of Object.values(callEndings)) {
      await end(stage);
      await untilOver();
    }
    // What the first round has made is there to stay: the audio context, the recorder's worker.
    afterFirst ??= census();
  }
  const nothing = { connections: 0, tracks: 0, nodes: 0, sessions: 0, dialogs: 0 };
  await expect.poll(census, patience).toEqual({ ...afterFirst, ...nothing });
  root.unmount();
  container.remove();
});
