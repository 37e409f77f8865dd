import type { LetterWritten } from '@stx/contracts';
import { DomainDatabase, domainDataSource, systemViewer } from '@stx/platform';
import { member, startMailSink } from '@stx/testing';
import { startIdentity, type SpecIdentity } from '../spec-identity.js';
import { DeliverMail } from './deliver-mail.js';
import { MailOutbox } from './mail-outbox.js';
import { readUnsubscribeToken, unsubscribeToken } from './unsubscribe-token.js';

async function eventually<T>(look: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (const end = Date.now() + 40_000; ;) {
    const value = await look();
    if (holds(value)) return value;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(value)}`);
    await new Promise((wake) => setTimeout(wake, 25));
  }
}

const mailsOf = (exchange: SpecIdentity) =>
  exchange.db.query<{
    id: string;
    state: string;
    tries: number;
    failure: string | null;
    text: string;
    html: string;
  }>('SELECT id, state, tries, failure, text, html FROM mail ORDER BY id');
const failures = (exchange: SpecIdentity) =>
  exchange.db.query<{ subject_id: string; data: object }>(
    `SELECT subject_id, data FROM fact WHERE type = 'MailFailed'`,
  );

const LETTER = { to: 'somebody@example.org', subject: 'Planted subject', text: 'Planted text', kind: 'spec' };

describe('mail', () => {
  it('is kept for operators where no server is configured, and their reading is recorded', async () => {
    const exchange = await startIdentity();
    const outbox = exchange.get(MailOutbox);
    for (let i = 0; i < 3; i++) await outbox.send({ ...LETTER, subject: `No. ${i}` });
    await expect(
      exchange.db.change(() => outbox.send(LETTER).then(() => Promise.reject(new Error('undone')))),
    ).rejects.toThrow('undone');
    const operator = member('OPERATOR');
    const page = await outbox.outbox(operator, 2);
    expect(page).toMatchObject({
      totalCount: 3,
      nodes: [{ subject: 'No. 2', state: 'KEPT' }, { subject: 'No. 1' }],
    });
    expect((await outbox.outbox(operator, 2, page.pageInfo.endCursor)).nodes).toMatchObject([
      { subject: 'No. 0', to: LETTER.to },
    ]);
    await expect(outbox.outbox(member('OFFICER'))).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const facts = await exchange.db.query(`SELECT * FROM fact WHERE type = 'OutboxRead'`);
    expect(facts).toMatchObject([
      { actor_id: operator.personId, data: { mails: 2 } },
      { data: { mails: 1 } },
    ]);
    expect(JSON.stringify(facts)).not.toContain('somebody');
    await exchange.stop();
  }, 60_000);

  it('is delivered by a job that carries an id only, and says nothing to the log', async () => {
    const sink = await startMailSink();
    const exchange = await startIdentity({ STX_SMTP_URL: sink.url });
    const written: string[] = [];
    const write = process.stderr.write.bind(process.stderr);
    process.stderr.write = ((text: string) => written.push(text) > 0) as typeof write;
    await exchange.get(MailOutbox).send(LETTER);
    await eventually(
      () => mailsOf(exchange),
      ([mail]) => mail?.state === 'SENT',
    );
    process.stderr.write = write;
    expect(sink.mails).toEqual([expect.stringContaining('Planted text')]);
    expect(sink.mails[0]).toContain('Planted subject');
    expect(sink.mails[0]).not.toMatch(/list-unsubscribe/i);
    expect(written.join('')).not.toMatch(/Planted|somebody/);
    const { id } = (await mailsOf(exchange))[0]!;
    await Promise.all([exchange.get(DeliverMail).run(id), exchange.get(DeliverMail).run(id)]);
    expect(sink.mails).toHaveLength(1);
    await exchange.stop();
    await sink.stop();
  }, 60_000);

  it('is tried again when the server is busy or falls silent, and arrives once', async () => {
    const sink = await startMailSink(['later', 'silence']);
    const exchange = await startIdentity({ STX_SMTP_URL: sink.url });
    exchange.get(DeliverMail).timeouts.socketTimeout = 300;
    await exchange.get(MailOutbox).send(LETTER);
    const [mail] = await eventually(
      () => mailsOf(exchange),
      ([first]) => first?.state === 'SENT',
    );
    expect(mail).toMatchObject({ tries: 3, failure: null });
    expect(sink.mails).toHaveLength(1);
    expect(sink.mails[0]).toContain(`<${mail!.id}@`);
    expect(await failures(exchange)).toEqual([]);
    await exchange.stop();
    await sink.stop();
  }, 60_000);

  it('is given up at once when refused for good; an operator hears of it and sends it again', async () => {
    const sink = await startMailSink(['refuse']);
    const exchange = await startIdentity({ STX_SMTP_URL: sink.url });
    const outbox = exchange.get(MailOutbox);
    await outbox.send(LETTER);
    const [mail] = await eventually(
      () => mailsOf(exchange),
      ([first]) => first?.state === 'FAILED',
    );
    expect(mail!.failure).toMatch(/^550 /);
    expect(mail!.failure).not.toContain('somebody');
    const { id } = mail!;
    expect(await failures(exchange)).toEqual([{ subject_id: id, data: { kind: 'spec', isMandatory: true } }]);
    await expect(outbox.sendAgain(member('OFFICER'), id)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await outbox.sendAgain(member('OPERATOR'), id);
    await eventually(
      () => mailsOf(exchange),
      ([first]) => first?.state === 'SENT',
    );
    expect(sink.mails).toHaveLength(1);
    await expect(outbox.sendAgain(member('OPERATOR'), id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await exchange.stop();
    await sink.stop();
  }, 60_000);
});

describe('a letter', () => {
  const letter = (more: Partial<LetterWritten>): LetterWritten => ({
    letterId: crypto.randomUUID(),
    kind: 'OUTBID',
    isMandatory: false,
    subject: 'Outbid L2026-000001',
    parts: [
      {
        language: 'en',
        heading: 'Outbid L2026-000001',
        lines: ['A <coating> & more', 'You have been outbid.'],
        link: { label: 'Open', path: '/en/lots/L2026-000001/live' },
      },
    ],
    ...more,
  });

  it('goes to the address of the person once, as text and as HTML, and can be stopped with one POST', async () => {
    const sink = await startMailSink();
    const env = { STX_SMTP_URL: sink.url, STX_PUBLIC_URL: 'https://stx.example' };
    const exchange = await startIdentity(env);
    const { id: personId, email } = await exchange.person();
    await eventually(
      async () => sink.mails.length,
      (n) => n === 1,
    );
    const source = await domainDataSource(exchange.databaseUrl, 'notifications', [], 1).initialize();
    const journal = new DomainDatabase('notifications', source);
    await journal.change(async () => {
      const write = (data: LetterWritten, subjectId = personId) =>
        journal.record({ type: 'LetterWritten', subjectId, data, by: systemViewer });
      write(letter({}));
      write(letter({ isMandatory: true, kind: 'LOT_WON', subject: 'Lot won' }));
      write(letter({}), crypto.randomUUID());
    });
    await eventually(
      async () => sink.mails.length,
      (n) => n === 3,
    );
    const optional = sink.mails.find((text) => text.includes('Subject: Outbid'))!;
    const mandatory = sink.mails.find((text) => text.includes('Subject: Lot won'))!;
    expect(optional).toContain(`To: ${email}`);
    expect(optional).toMatch(/List-Unsubscribe:\s+<https:\/\/stx\.example\/unsubscribe\?token=/);
    expect(optional).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(mandatory).not.toMatch(/list-unsubscribe/i);
    const [, mail] = await mailsOf(exchange);
    for (const words of ['You have been outbid.', 'https://stx.example/en/lots/L2026-000001/live']) {
      expect(mail!.text).toContain(words);
      expect(mail!.html).toContain(words);
    }
    expect(mail!.text).toContain('A <coating> & more');
    expect(mail!.html).toContain('A &lt;coating&gt; &amp; more');
    expect(mail!.html).not.toMatch(/<img|<script|src=/);
    await source.destroy();
    await exchange.stop();
    await sink.stop();
  }, 60_000);

  it('has a link that names one person and one kind, and cannot be altered', () => {
    const token = unsubscribeToken({ personId: 'p', kind: 'OUTBID' }, 'secret');
    expect(readUnsubscribeToken(token, 'secret')).toEqual({ personId: 'p', kind: 'OUTBID' });
    const other = Buffer.from('q OUTBID').toString('base64url');
    for (const forged of [`${other}.${token.split('.')[1]}`, `${token}.x`, token.slice(0, -2), '', 'a.b'])
      expect(readUnsubscribeToken(forged, 'secret')).toBeNull();
    expect(readUnsubscribeToken(token, 'another')).toBeNull();
  });
});
