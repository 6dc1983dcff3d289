import type { Page } from '@playwright/test';

/** Makes the browser answer every request for a microphone with an error, as it does without a device. Before the page is opened. */
export const breakMicrophone = (page: Page, name: string) =>
  page.addInitScript((errorName) => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException('from the browser', errorName));
  }, name);
