import { passkey } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';

/**
 * A passkey that signs somebody in stands for password and second factor together, so it must have verified its user
 * (a finger, a face, a PIN): mere possession is one factor only, and is refused.
 */
function mustVerifyUser(userVerified: boolean | undefined): void {
  if (!userVerified) throw new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED' });
}

/** WebAuthn, with the origin that the gateway names and the host of the public address as relying party. */
export const passkeys = () =>
  passkey({
    rpName: 'Southern Technology Exchange',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      afterVerification: async ({ verification }) =>
        mustVerifyUser(verification.registrationInfo?.userVerified),
    },
    authentication: {
      afterVerification: async ({ verification }) =>
        mustVerifyUser(verification.authenticationInfo.userVerified),
    },
    advanced: { webAuthnChallengeCookie: 'passkey' },
    schema: {
      passkey: {
        modelName: 'passkey',
        fields: {
          userId: 'person_id',
          publicKey: 'public_key',
          credentialID: 'credential_id',
          deviceType: 'device_type',
          backedUp: 'backed_up',
          createdAt: 'created_at',
        },
      },
    },
  });
