/** A bucket of S3, or of something that speaks its API. Who we are is what the AWS SDK finds: AWS_ACCESS_KEY_ID, a role, a profile. */
export interface S3Settings {
  readonly bucket: string;
  readonly region: string;
  /** Where the API is when it is not Amazon's; then buckets are paths, not host names. */
  readonly endpoint?: string;
}
