/** Puts a text on the clipboard. False where the browser does not let the page do that. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Denied, or a page without a secure context, which has no clipboard at all.
    return false;
  }
}
