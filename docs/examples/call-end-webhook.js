/**
 * Posts every call's end to a webhook, with where its recording is kept. Recordings go to the recording server as before.
 *
 * Lay this file beside index.html and say so in config.json: { "hooks": "/call-end-webhook.js" }
 */
const webhook = '/call-ends';

/** @param {{ upload: object }} shipped the sinks that the phone comes with */
export function createRegistry(shipped) {
  const post = (end) => {
    // A call's end must not wait for the webhook; one that is lost is only said.
    fetch(webhook, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(end),
      keepalive: true,
    }).catch((error) => console.warn('The webhook was not told of a call', error));
  };
  return {
    lifecycle: {
      onBye: (call, hangup, _recording, result) => post({ call, hangup, recording: result.url }),
      onFailed: (call, hangup, result) => post({ call, hangup, recording: result.url }),
    },
    recording: shipped.upload,
  };
}
