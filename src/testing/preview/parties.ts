/** As long as names get. */
export const longName =
  'Wolfeschlegelsteinhausenbergerdorff Konstantin-Maximilian von und zu Hohenlohe-Langenburg';

/** Who calls and is called in the scenes. */
export const parties = {
  bob: { remoteUri: 'sip:bob@example.com', remoteDisplayName: 'Bob Okonkwo' },
  carol: { remoteUri: 'sip:carol@example.com', remoteDisplayName: 'Carol Lindqvist' },
  konstantin: { remoteUri: 'sip:reception@example.com', remoteDisplayName: longName },
  sara: { remoteUri: 'sip:sara@example.com', remoteDisplayName: 'שרה לוי' },
} as const;
