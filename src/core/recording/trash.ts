/** How long what was deleted can be brought back, on a device and in the store: a day. Then it is gone for good. */
export const trashMs = 24 * 60 * 60 * 1000;
