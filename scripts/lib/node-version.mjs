/** The oldest Node that runs this, as package.json's `engines` says. */
const oldest = { major: 20, minor: 19 };

/** Ends the process with one sentence when Node is too old. Uses nothing that an old Node does not have. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return;
  console.error(
    `Sidetone needs Node ${oldest.major}.${oldest.minor} or newer, but this is Node ${process.versions.node}: ` +
      'install a newer one from https://nodejs.org and run the same command again.',
  );
  process.exit(1);
}
