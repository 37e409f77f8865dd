import { SetMetadata } from '@nestjs/common';

export const ACCESS_KEY = 'stx:access';

/** Who may call an operation; the service enforces it, this states it for readers and for the permission walk. */
export type AccessRule = 'public' | 'signed-in' | { roles: readonly string[] };

/** Stated on every query, mutation and entity look-up; an operation without it fails the build. */
export const Access = (rule: AccessRule) => SetMetadata(ACCESS_KEY, rule);
