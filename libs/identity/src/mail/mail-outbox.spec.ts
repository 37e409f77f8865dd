import { createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { member } from '@stx/testing';
import { startIdentity } from '../spec-identity.js';
import { MailOutbox } from './mail-outbox.js';

/** As much of SMTP as a client needs to hand over a letter. */
function smtpServer(received: string[]): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => {
    let isData = false;
    let text = '';
    socket.write('220 spec\r\n');
    socket.on('data', (chunk) => {
      text += chunk.toString();
      if (isData && text.includes('\r\n.\r\n')) {
        received.push(text);
        [isData, text] = [false, ''];
        socket.write('250 kept\r\n');
      }
      for (let end = text.indexOf('\r\n'); !isData && end >= 0; end = text.indexOf('\r\n')) {
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        isData = line === 'DATA';
        socket.write(isData ? '354 go on\r\n' : line === 'QUIT' ? '221 bye\r\n' : '250 well\r\n');
      }
    });
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done({ server, port: (server.address() as { port: number }).port }));
  });
}

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
    const received: string[] = [];
    const { server, port } = await smtpServer(received);
    const exchange = await startIdentity({ STX_SMTP_URL: `smtp://127.0.0.1:${port}` });
    const written: string[] = [];
    const write = process.stderr.write.bind(process.stderr);
    process.stderr.write = ((text: string) => written.push(text) > 0) as typeof write;
    await exchange.get(MailOutbox).send(LETTER);
    for (let waited = 0; received.length === 0 && waited < 10_000; waited += 50) await sleep(50);
    for (let state = ''; state !== 'SENT'; await sleep(20)) {
      state = (await exchange.db.query<{ state: string }>('SELECT state FROM mail'))[0]!.state;
    }
    process.stderr.write = write;
    expect(received).toEqual([expect.stringContaining('Planted text')]);
    expect(received[0]).toContain('Planted subject');
    expect(written.join('')).not.toMatch(/Planted|somebody/);
    await exchange.stop();
    server.close();
  }, 60_000);
});
