import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { PhoneErrorCode } from '#core/errors/phone-error.ts';
import type { RecordingItem } from '#core/recording/recording-item.ts';
import { RecordingState } from './RecordingState.tsx';

const textOf = (item: Pick<RecordingItem, 'progress' | 'localCopy' | 'comparison'>) =>
  render(<RecordingState {...item} />).container.textContent;
const waits = (code: PhoneErrorCode, retryAtMs: number | null = null) =>
  ({ phase: 'waiting', error: { code }, retryAtMs }) as const;

describe('the state of a recording', () => {
  it('says when it is saved again to a folder that could not be written to', () => {
    const progress = waits('folder/write-failed', Date.now() + 12_000);
    expect(textOf({ progress, localCopy: null })).toMatch(
      /^Will be saved again in 0:12 · The recording could not be saved to your folder\./,
    );
  });

  const progress = { phase: 'stored', url: '/recordings/recording-1' } as const;

  it('says that a copy of it stays on this device', () => {
    expect(textOf({ progress, localCopy: { endsAtMs: null } })).toBe('Stored, also on this device');
  });

  const localCopy = { endsAtMs: null, isUncompared: true } as const;

  it.each([
    [undefined, 'Stored, also on this device, until the copy there can be checked'],
    [
      { phase: 'sending', sentBytes: 0, totalBytes: 1 },
      'Stored, also on this device. The copy there is being checked',
    ],
    [
      waits('upload/refused'),
      'Stored, also on this device · The recording server has something else. Tell whoever runs it.',
    ],
    [
      waits('upload/not-accepted'),
      'Stored, also on this device · The recording server does not let this phone check its copy.',
    ],
    [
      waits('upload/server-unreachable'),
      'Stored, also on this device · The recording server does not answer. The recording is safe on this device.',
    ],
  ] as const)('says how it goes to check the copy of the store: %j', (comparison, text) => {
    expect(textOf({ progress, localCopy, ...(comparison && { comparison }) })).toBe(text);
  });
});
