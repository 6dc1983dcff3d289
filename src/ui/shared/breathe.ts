/** Lets the page draw and answer. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
