import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepFocus } from './keep-focus.ts';

let stop = () => undefined as void;
beforeEach(() => {
  stop = keepFocus();
});
afterEach(() => stop());

const drawn = () =>
  new Promise<void>((resolve) => {
    const wait = (frames: number) =>
      frames === 0 ? resolve() : requestAnimationFrame(() => wait(frames - 1));
    wait(5);
  });

/** A card that goes in steps: its button, then all of it, then what stood for it. */
function Page() {
  const [step, setStep] = useState(0);
  const next = () => setStep(step + 1);
  return (
    <main tabIndex={-1}>
      {step < 2 ? (
        <section id="card" tabIndex={-1} aria-label="card">
          {step === 0 ? <button type="button">gone first</button> : null}
        </section>
      ) : null}
      {step === 2 ? (
        <div>
          <section id="card" tabIndex={-1} aria-label="what became of it" />
        </div>
      ) : null}
      <button type="button" onClick={next}>
        next
      </button>
    </main>
  );
}

it('goes to the nearest thing around what is gone, to what has its id, and to the main part', async () => {
  render(<Page />);
  const next = screen.getByText<HTMLButtonElement>('next');
  act(() => screen.getByText('gone first').focus());
  act(() => next.click());
  await drawn();
  expect(screen.getByRole('region', { name: 'card' })).toHaveFocus();
  act(() => next.click());
  await drawn();
  expect(screen.getByRole('region', { name: 'what became of it' })).toHaveFocus();
  act(() => next.click());
  await drawn();
  expect(screen.getByRole('main')).toHaveFocus();
});

it('leaves a frame to who puts it elsewhere, whatever else changes meanwhile', async () => {
  render(<Page />);
  const next = screen.getByText<HTMLButtonElement>('next');
  act(() => screen.getByText('gone first').focus());
  document.body.append(document.createElement('i'));
  await new Promise((resolve) => requestAnimationFrame(resolve));
  act(() => next.click());
  requestAnimationFrame(() => next.focus());
  await drawn();
  expect(next).toHaveFocus();
});

it('stays where somebody else has put it', async () => {
  render(<Page />);
  const next = screen.getByText<HTMLButtonElement>('next');
  act(() => screen.getByText('gone first').focus());
  act(() => next.click());
  act(() => next.focus());
  await drawn();
  expect(next).toHaveFocus();
});

it('is nowhere for who has clicked beside everything', async () => {
  render(<Page />);
  const user = userEvent.setup();
  await user.click(screen.getByText('next'));
  await user.click(document.body);
  act(() => screen.getByText<HTMLButtonElement>('next').click());
  await drawn();
  expect(document.body).toHaveFocus();
});
