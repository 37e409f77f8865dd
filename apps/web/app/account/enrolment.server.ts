import QRCode from 'qrcode';

export interface Enrolment {
  /** SVG as a `data:` address. */
  picture: string;
  /** The secret as text, in groups of four. */
  secret: string;
  backupCodes: string[];
}

/** What an authenticator needs, as a picture and as text. */
export async function enrolment({
  totpUri,
  backupCodes,
}: {
  totpUri: string;
  backupCodes: string[];
}): Promise<Enrolment> {
  const svg = await QRCode.toString(totpUri, { type: 'svg', margin: 2 });
  const secret = new URL(totpUri).searchParams.get('secret') ?? '';
  return {
    picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
    secret: secret.match(/.{1,4}/g)?.join(' ') ?? '',
    backupCodes,
  };
}
