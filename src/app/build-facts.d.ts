/** What the build says of itself: vite.config.ts. */
interface ImportMetaEnv {
  /** Of package.json. */
  readonly SIDETONE_VERSION: string;
}
