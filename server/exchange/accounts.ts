/** Someone who may sign in. */
export interface ExchangeAccount {
  /** User part of the SIP address, lower case. */
  readonly user: string;
  readonly password: string;
  /** For people who choose an account from a list. The exchange itself puts no name into anybody's message. */
  readonly displayName: string;
}
