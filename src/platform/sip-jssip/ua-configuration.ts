import type { Socket } from 'jssip';
import type { UAConfiguration } from 'jssip/lib/UA';
import { defaultRegisterExpiresSec } from '#core/registration/registration-status.ts';
import { assertNever } from '#core/shared/assert-never.ts';
import type { AccountSettings, Credentials } from '#core/config/phone-config.ts';

/** Long enough that JsSIP's refresh, which ends the call when the WebSocket is down at that moment, seldom comes. */
export const sessionTimersExpiresSec = 1800;

function toCredentialFields(credentials: Credentials): Partial<UAConfiguration> {
  switch (credentials.kind) {
    case 'password':
      return { password: credentials.password };
    case 'ha1':
      return { ha1: credentials.ha1, realm: credentials.realm };
    case 'jwt':
      return { authorization_jwt: credentials.jwt };
    default:
      return assertNever(credentials);
  }
}

/** JsSIP's configuration of an account. `instanceId` must outlive a reload, or each reload leaves a dead binding behind. */
export function toUaConfiguration(
  account: AccountSettings,
  sockets: readonly Socket[],
  instanceId: string,
): UAConfiguration {
  return {
    uri: `sip:${account.address}`,
    // The first server is the preferred one: JsSIP takes the highest weight that has not failed.
    sockets: sockets.map((socket, index) => ({ socket, weight: sockets.length - index })),
    ...(account.displayName === null ? {} : { display_name: account.displayName }),
    ...toCredentialFields(account.credentials),
    instance_id: instanceId,
    register: true,
    register_expires: defaultRegisterExpiresSec,
    session_timers: true,
    connection_recovery_min_interval: 1,
    connection_recovery_max_interval: 5,
    user_agent: 'Sidetone',
  };
}
