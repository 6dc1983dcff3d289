import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { Button } from './Button.tsx';
import { UndoLine } from './UndoLine.tsx';

const pressed = () => vi.fn<() => void>();

it('a line that takes something back is there, silent, before it says something', async () => {
  const [onUndo, onDismiss] = [pressed(), pressed()];
  const line = (said: string | null) => <UndoLine said={said} onUndo={onUndo} onDismiss={onDismiss} />;
  const user = userEvent.setup();
  const { rerender } = render(line(null));
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
  rerender(line('The call was deleted.'));
  expect(screen.getByRole('status')).toHaveTextContent('The call was deleted.');
  await user.tab();
  await user.keyboard('{Enter}{Tab}{Enter}');
  expect([onUndo.mock.calls.length, onDismiss.mock.calls.length]).toEqual([1, 1]);
});

it('the keys take back what was done last, once for each press', async () => {
  const taken: string[] = [];
  const Lines = () => {
    const [said, setSaid] = useState<Readonly<Record<string, string | null>>>({
      added: 'added',
      removed: null,
    });
    return (
      <>
        {(['removed', 'added'] as const).map((name) => (
          <UndoLine
            key={name}
            said={said[name] ?? null}
            onUndo={() => {
              taken.push(name);
              setSaid((lines) => ({ ...lines, [name]: null }));
            }}
            onDismiss={pressed()}
          />
        ))}
        <Button onClick={() => setSaid((lines) => ({ ...lines, removed: 'removed' }))}>Remove</Button>
      </>
    );
  };
  const user = userEvent.setup();
  render(<Lines />);
  await user.click(screen.getByRole('button', { name: 'Remove' }));
  await user.keyboard('{Control>}z{/Control}');
  expect(taken).toEqual(['removed']);
  await user.keyboard('{Control>}z{/Control}');
  expect(taken).toEqual(['removed', 'added']);
});
