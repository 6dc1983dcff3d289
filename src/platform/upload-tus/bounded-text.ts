/** The text of an answer of at most `maxBytes`, UTF-8. Rejects when it is longer, and stops reading then. */
export async function readBoundedText(response: Response, maxBytes: number): Promise<string> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw new Error(`The answer is longer than ${String(maxBytes)} bytes.`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
