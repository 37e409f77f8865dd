import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const NEW_CREDENTIAL = 0x40;

/** What a page was told to do, of which an authenticator needs this much. */
interface Options {
  challenge: string;
}

export interface Circumstances {
  origin?: string;
  host?: string;
  isVerified?: boolean;
  /** Signatures made so far, as the authenticator says. */
  counter?: number;
}

/** An authenticator with one P-256 key (WebAuthn level 2, attestation "none"), which can be told to misbehave. */
export class SpecAuthenticator {
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private readonly id = randomBytes(16);
  private counter = 0;

  register(options: Options, how: Circumstances = {}): Record<string, unknown> {
    const data = Buffer.concat([
      this.data(NEW_CREDENTIAL, how),
      Buffer.alloc(16), // the model stays unnamed
      Buffer.from([0, this.id.length]),
      this.id,
      this.publicKey(),
    ]);
    // CBOR: { fmt: "none", attStmt: {}, authData: data }
    const object = Buffer.concat([
      Buffer.from([0xa3, 0x63]),
      Buffer.from('fmt'),
      Buffer.from([0x64]),
      Buffer.from('none'),
      Buffer.from([0x67]),
      Buffer.from('attStmt'),
      Buffer.from([0xa0, 0x68]),
      Buffer.from('authData'),
      Buffer.from([0x58, data.length]),
      data,
    ]);
    return this.answer({
      clientDataJSON: this.client('webauthn.create', options, how).toString('base64url'),
      attestationObject: object.toString('base64url'),
      transports: ['internal'],
    });
  }

  signIn(options: Options, how: Circumstances = {}): Record<string, unknown> {
    this.counter++;
    const data = this.data(0, how);
    const client = this.client('webauthn.get', options, how);
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), this.keys.privateKey);
    return this.answer({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
    });
  }

  private answer(response: object): Record<string, unknown> {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  private client(
    type: string,
    { challenge }: Options,
    { origin = 'http://localhost' }: Circumstances,
  ): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  private data(flags: number, { host = 'localhost', isVerified = true, counter }: Circumstances): Buffer {
    const rest = Buffer.alloc(5);
    rest[0] = flags | USER_PRESENT | (isVerified ? USER_VERIFIED : 0);
    rest.writeUInt32BE(counter ?? this.counter, 1);
    return Buffer.concat([sha256(host), rest]);
  }

  /** COSE: { 1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y } */
  private publicKey(): Buffer {
    const { x, y } = this.keys.publicKey.export({ format: 'jwk' });
    return Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
      Buffer.from(x!, 'base64url'),
      Buffer.from([0x22, 0x58, 0x20]),
      Buffer.from(y!, 'base64url'),
    ]);
  }
}
