import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDtlsCertificate } from './dtls-certificate.ts';

const dayMs = 24 * 60 * 60 * 1000;
const certificate = (expires: number) => ({ expires }) as RTCCertificate;

describe('the DTLS certificate', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 0, toFake: ['Date'] }));
  afterEach(() => void vi.useRealTimers());

  it('is left to the browser until it is made, and where none can be made', async () => {
    const made = createDtlsCertificate(() => Promise.resolve(certificate(30 * dayMs)));
    expect(made.forCall()).toEqual([]);
    await expect.poll(made.forCall).toEqual([certificate(30 * dayMs)]);
    const none = createDtlsCertificate(() => Promise.reject(new Error('no')));
    await Promise.resolve();
    expect(none.forCall()).toEqual([]);
  });

  it('is one for all calls until its last day, and then another', async () => {
    let made = 0;
    const keeper = createDtlsCertificate(() => Promise.resolve(certificate((made += 1) * 30 * dayMs)));
    await expect.poll(keeper.forCall).toEqual([certificate(30 * dayMs)]);
    vi.setSystemTime(28 * dayMs);
    expect(keeper.forCall()).toEqual([certificate(30 * dayMs)]);
    expect(made).toBe(1);
    vi.setSystemTime(29.5 * dayMs);
    expect(keeper.forCall()).toEqual([certificate(30 * dayMs)]);
    await expect.poll(keeper.forCall).toEqual([certificate(60 * dayMs)]);
  });

  it('is never one that has expired', async () => {
    const keeper = createDtlsCertificate(() => Promise.resolve(certificate(dayMs)));
    await expect.poll(keeper.forCall).toEqual([certificate(dayMs)]);
    vi.setSystemTime(2 * dayMs);
    expect(keeper.forCall()).toEqual([]);
  });
});
