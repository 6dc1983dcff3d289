/** The header that shows a token (RFC 6750 §2.1); none where none is wanted. */
export const bearerHeaders = (token: string | null): Record<string, string> =>
  token === null ? {} : { authorization: `Bearer ${token}` };
