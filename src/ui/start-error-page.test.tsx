import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { StartErrorPage } from './StartErrorPage.tsx';

it.each([
  ['config/invalid', 'This phone is not set up correctly', 'recording.policy: "allways"'],
  ['internal/unexpected', 'The page ran into a mistake of its own', 'x is not a function'],
] as const)('a phone that cannot be started says so: %s', (code, title, details) => {
  render(<StartErrorPage error={{ code, details }} />);
  expect(screen.getByRole('heading', { name: title })).toBeInTheDocument();
  expect(screen.getByRole('alert')).not.toBeEmptyDOMElement();
  expect(screen.getByText(`${code}: ${details}`)).toBeInTheDocument();
});
