/**
 * Stands in for the package `debug`, by which JsSIP logs. An entry in localStorage switches that on for good, and what it
 * writes has passwords' digests in it.
 */
const createSilentLog = () => () => undefined;
createSilentLog.default = createSilentLog;

module.exports = createSilentLog;
