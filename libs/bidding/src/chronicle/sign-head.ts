import { createPrivateKey, createPublicKey, hkdfSync, sign, verify, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson, PLATFORM_OPTIONS, type Json, type PlatformOptions } from '@stx/platform';
import type { LotTerms } from '../lot/lot.entity.js';

/** The last line of a chronicle: what was announced, how many events followed, and the exchange's word for it. */
export interface SignedHead {
  schema: 'stx-chronicle/1';
  type: 'HEAD';
  terms: LotTerms;
  events: number;
  /** Hash of the last event; of the terms when there is none. */
  head: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** Ed25519, raw, base64url. */
  publicKey: string;
  /** Over the canonical JSON of everything above. */
  signature: string;
}

/** PKCS #8 and SPKI wrapping of a raw Ed25519 key (RFC 8410). */
const PRIVATE_DER = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_DER = Buffer.from('302a300506032b6570032100', 'hex');

/** Signs the end of a lot with the exchange's key, which follows from the secret of the installation. */
@Injectable()
export class SignHead {
  private readonly key: KeyObject;
  /** Published, so that everybody can tell the exchange's heads from others. */
  readonly publicKey: string;

  constructor(@Inject(PLATFORM_OPTIONS) { secret }: PlatformOptions) {
    const seed = Buffer.from(hkdfSync('sha256', secret, '', 'stx chronicle signing', 32));
    this.key = createPrivateKey({ key: Buffer.concat([PRIVATE_DER, seed]), format: 'der', type: 'pkcs8' });
    const spki = createPublicKey(this.key).export({ format: 'der', type: 'spki' });
    this.publicKey = spki.subarray(PUBLIC_DER.length).toString('base64url');
  }

  run(terms: LotTerms, events: number, head: string, at: number): SignedHead {
    const unsigned = {
      schema: 'stx-chronicle/1',
      type: 'HEAD',
      terms,
      events,
      head,
      at,
      publicKey: this.publicKey,
    } as const;
    return { ...unsigned, signature: sign(null, bytesOf(unsigned), this.key).toString('base64url') };
  }
}

const bytesOf = (head: object): Buffer => Buffer.from(canonicalJson(head as { [key: string]: Json }), 'utf8');

/** @throws RangeError for a text that is not the one way to write its bytes */
function decoded(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw new RangeError('not base64url as we write it');
  return bytes;
}

/** Does the signature belong to this head and its public key? Whose key it is, the caller has to know. */
export function isSignedHead({ signature, ...head }: SignedHead): boolean {
  try {
    const spki = Buffer.concat([PUBLIC_DER, decoded(head.publicKey)]);
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    return verify(null, bytesOf(head), key, decoded(signature));
  } catch {
    return false; // not a key or not canonical: nothing that the exchange has signed
  }
}
