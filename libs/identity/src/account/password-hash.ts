import { hash, verify } from '@node-rs/argon2';

/** Argon2id (the library's default kind) at OWASP's first choice: 19 MiB, two passes, one lane (S32). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST);

export const isPassword = ({
  hash: stored,
  password,
}: {
  hash: string;
  password: string;
}): Promise<boolean> => verify(stored, password.normalize('NFKC'));
