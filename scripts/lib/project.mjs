import { fileURLToPath } from 'node:url';

/** The directory that holds package.json, with a slash at its end. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

/**
 * A path inside the project.
 * @param {string} path relative to package.json
 */
export const inProject = (path) => fileURLToPath(new URL(path, new URL('../../', import.meta.url)));
