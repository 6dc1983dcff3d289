import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Phone, Trash2 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createFakeSoftphone } from '#testing/fake-softphone.ts';
import { Button } from './Button.tsx';
import { ChoiceList } from './ChoiceList.tsx';
import { Details } from './Details.tsx';
import { EmptyList } from './EmptyList.tsx';
import { IconButton } from './IconButton.tsx';
import { Keypad } from './Keypad.tsx';
import { LineLamp } from './LineLamp.tsx';
import { setLocale } from './locale.ts';
import { MoreMenu } from './MoreMenu.tsx';
import { Notice } from './Notice.tsx';
import { ProgressBar } from './ProgressBar.tsx';
import { Question } from './Question.tsx';
import { SearchField } from './SearchField.tsx';
import { SelectBox } from './SelectBox.tsx';
import { SoftphoneProvider } from './softphone-context.ts';
import { SwitchLine } from './SwitchLine.tsx';
import { TextField } from './TextField.tsx';

const draw = (element: ReactElement) => ({ ...render(element), user: userEvent.setup() });
const pressed = () => vi.fn<() => void>();

/** A control with a value that follows what is done to it. */
function Holding<Value>({
  first,
  children,
}: {
  readonly first: Value;
  readonly children: (value: Value, set: (value: Value) => void) => ReactElement;
}) {
  const [value, set] = useState(first);
  return children(value, set);
}

describe('a button', () => {
  it('is pressed by Enter and by Space, and not at all while it is off', async () => {
    const onClick = pressed();
    const { user, rerender } = draw(<Button onClick={onClick}>Call</Button>);
    act(() => screen.getByRole('button').focus());
    await user.keyboard('{Enter} ');
    expect(onClick).toHaveBeenCalledTimes(2);
    rerender(
      <Button onClick={onClick} disabled>
        Call
      </Button>,
    );
    await user.click(screen.getByRole('button'));
    expect(onClick).toHaveBeenCalledTimes(2);
  });

  it('submits no form unless it is made for that', async () => {
    const onSubmit = pressed();
    const { user } = draw(
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <Button>Beside</Button>
        <Button type="submit">Send</Button>
      </form>,
    );
    await user.click(screen.getByRole('button', { name: 'Beside' }));
    expect(onSubmit).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(onSubmit).toHaveBeenCalledTimes(1);
  });

  it('with an icon alone has a name and a tip', () => {
    draw(<IconButton label="Delete" icon={Trash2} aria-pressed />);
    const button = screen.getByRole('button', { name: 'Delete', pressed: true });
    expect(button).toHaveAttribute('title', 'Delete');
  });
});

describe('a field', () => {
  it('has its hint, and in its place what is wrong', () => {
    const { rerender } = draw(<TextField label="Number" hint="Like 100" defaultValue="" />);
    expect(screen.getByLabelText('Number')).toHaveAccessibleDescription('Like 100');
    expect(screen.getByLabelText('Number')).toBeValid();
    rerender(<TextField label="Number" hint="Like 100" error="Too long" defaultValue="" />);
    expect(screen.getByLabelText('Number')).toHaveAccessibleDescription('Too long');
    expect(screen.getByLabelText('Number')).toBeInvalid();
  });

  it('for searching is emptied by Escape and by its button, which goes and leaves the caret in it', async () => {
    const { user } = draw(
      <Holding first="">{(value, set) => <SearchField hint="Names" value={value} onChange={set} />}</Holding>,
    );
    const field = screen.getByRole('searchbox');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    await user.type(field, 'bob{Escape}');
    expect(field).toHaveValue('');
    await user.type(field, 'bob');
    await user.tab();
    await user.keyboard('{Enter}');
    expect(field).toHaveValue('');
    expect(field).toHaveFocus();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});

describe('a choice', () => {
  it('of what is in sight is moved by the arrow keys', async () => {
    const choices = [
      { value: 'light', label: 'Light' },
      { value: 'dark', label: 'Dark' },
    ] as const;
    const { user } = draw(
      <Holding<'light' | 'dark'> first="light">
        {(value, set) => <ChoiceList label="Theme" value={value} choices={choices} onChoose={set} />}
      </Holding>,
    );
    expect(screen.getByRole('group', { name: 'Theme' })).toBeInTheDocument();
    await user.tab();
    expect(screen.getByRole('radio', { name: 'Light' })).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('radio', { name: 'Dark' })).toBeChecked();
  });

  it('from a list can be off, and says when it leaves something out', () => {
    const options = <option value="all">All</option>;
    const { rerender } = draw(
      <SelectBox aria-label="Day" disabled>
        {options}
      </SelectBox>,
    );
    expect(screen.getByRole('combobox', { name: 'Day' })).toBeDisabled();
    rerender(
      <SelectBox aria-label="Day" isSet>
        {options}
      </SelectBox>,
    );
    expect(screen.getByRole('combobox', { name: 'Day' }).parentElement).toHaveAttribute('data-set', 'true');
  });

  it('of on and off is switched by Space, and says what it means', async () => {
    const { user } = draw(
      <Holding first={false}>
        {(value, set) => <SwitchLine label="Beep" hint="Every 15 s" checked={value} onChange={set} />}
      </Holding>,
    );
    const control = screen.getByRole('switch', { name: 'Beep', description: 'Every 15 s' });
    expect(control).not.toBeChecked();
    await user.tab();
    await user.keyboard(' ');
    expect(control).toBeChecked();
    await user.click(screen.getByText('Every 15 s'));
    expect(control).not.toBeChecked();
  });
});

it('a keypad tells each of its keys, and only one for dialling has a plus', async () => {
  const onKey = vi.fn<(key: string) => void>();
  const { user, rerender } = draw(<Keypad onKey={onKey} />);
  expect(screen.getAllByRole('button').map((key) => key.getAttribute('aria-label'))).toEqual(
    Array.from('123456789*0#'),
  );
  await user.click(screen.getByRole('button', { name: '#' }));
  expect(onKey).toHaveBeenLastCalledWith('#');
  rerender(<Keypad plus onKey={onKey} />);
  screen.getByRole('button', { name: '0, hold for plus' }).focus();
  await user.keyboard('{Enter}');
  expect(onKey).toHaveBeenLastCalledWith('0');
});

it('a menu opens by the keyboard, closes by Escape and when something is done, and gives the focus back', async () => {
  const onAction = pressed();
  const items = [
    { id: 'call', label: 'Call', icon: Phone, onAction },
    { id: 'delete', label: 'Delete', icon: Trash2, onAction: pressed() },
  ];
  const { user } = draw(<MoreMenu label="More" items={() => items} />);
  const opener = screen.getByRole('button', { name: 'More', expanded: false });
  await user.tab();
  await user.keyboard('{Enter}');
  expect((await screen.findAllByRole('menuitem')).map((line) => line.textContent)).toEqual([
    'Call',
    'Delete',
  ]);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
  await waitFor(() => expect(opener).toHaveFocus());
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('menuitem', { name: 'Call' }));
  expect(onAction).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
  await waitFor(() => expect(opener).toHaveFocus());
});

it('a menu speaks the language of the page, whatever that of the browser is', async () => {
  setLocale('de');
  onTestFinished(() => setLocale('en'));
  const items = [{ id: 'call', label: 'Anrufen', icon: Phone, onAction: pressed() }];
  const { user } = draw(<MoreMenu label="Mehr" items={() => items} />);
  await user.click(screen.getByRole('button', { name: 'Mehr' }));
  // For a screen reader, by react-aria.
  expect(await screen.findAllByRole('button', { name: 'Schließen', hidden: true })).not.toEqual([]);
});

it('a question has the focus on the answer that changes nothing', async () => {
  const [onKeep, onConfirm] = [pressed(), pressed()];
  const { user } = draw(
    <Question question="Delete all?" keep="Keep" confirm="Delete" onKeep={onKeep} onConfirm={onConfirm} />,
  );
  expect(screen.getByRole('alert')).toHaveTextContent('Delete all?');
  expect(screen.getByRole('button', { name: 'Keep' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect([onKeep.mock.calls.length, onConfirm.mock.calls.length]).toEqual([1, 0]);
});

it('a notice is read out at once only where it is urgent', () => {
  const { rerender } = draw(
    <Notice tone="info" icon={Phone}>
      A newer version is ready.
    </Notice>,
  );
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  rerender(
    <Notice tone="danger" icon={Phone} urgent action={<Button>Try again</Button>}>
      It failed.
    </Notice>,
  );
  expect(screen.getByRole('alert')).toHaveTextContent('It failed.');
  expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
});

it('details stay closed until somebody wants them', async () => {
  const { user } = draw(<Details error={{ code: 'call/not-registered', details: '403' }} />);
  expect(screen.getByRole('group')).not.toHaveAttribute('open');
  await user.click(screen.getByText('Details'));
  expect(screen.getByRole('group')).toHaveAttribute('open');
  expect(screen.getByText('call/not-registered: 403')).toBeVisible();
});

it('progress and an empty list say how far things are', () => {
  const { rerender } = draw(<ProgressBar value={2} max={5} aria-label="2 of 5" />);
  expect(screen.getByRole('progressbar', { name: '2 of 5' })).toHaveAttribute('value', '2');
  rerender(<EmptyList hint="Reading…" />);
  expect(screen.getByText('Reading…').parentElement).toHaveAttribute('aria-busy', 'true');
  rerender(<EmptyList title="No calls" hint="They are listed here." />);
  expect(screen.getByRole('heading', { name: 'No calls' }).parentElement).toHaveAttribute(
    'aria-busy',
    'false',
  );
});

it('a lamp shows the most telling of what is known, and nothing of a stranger', () => {
  const phone = createFakeSoftphone();
  phone.busyLamps.setState(
    new Map([
      ['bob', 'idle'],
      ['carol', 'ringing'],
      ['dave', 'busy'],
    ]),
  );
  const lamp = (...addresses: readonly string[]) => (
    <SoftphoneProvider value={phone}>
      <p data-testid="lamp">
        <LineLamp addresses={addresses} />
      </p>
    </SoftphoneProvider>
  );
  const { rerender } = draw(lamp('bob'));
  expect(screen.getByTestId('lamp')).toHaveTextContent(/^Free$/);
  rerender(lamp('bob', 'carol'));
  expect(screen.getByTestId('lamp')).toHaveTextContent(/^Ringing$/);
  rerender(lamp('bob', 'carol', 'dave'));
  expect(screen.getByTestId('lamp')).toHaveTextContent(/^In a call$/);
  rerender(lamp('mallory'));
  expect(screen.getByTestId('lamp')).toBeEmptyDOMElement();
});
