/** What the mail server does next with a letter. */
export type MailAnswer = 'take' | 'refuse' | 'later' | 'silence';

/** A real mail server on a free port of loopback; `answers` are used up in order, after them it takes everything. */
export async function startMailSink(answers: MailAnswer[] = []) {
  const { SMTPServer } = await import('smtp-server'); // only where it is used
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
      stream.on('end', () => {
        const answer = answers.shift() ?? 'take';
        if (answer === 'silence') return stream.destroy();
        const code = answer === 'refuse' ? 550 : 451;
        if (answer !== 'take') return done(Object.assign(new Error('no somebody'), { responseCode: code }));
        mails.push(text);
        done();
      });
    },
  });
  server.on('error', () => undefined); // a client that breaks off is no matter of the spec
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as { port: number };
  return {
    mails,
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise<void>((done) => server.close(done)),
  };
}
