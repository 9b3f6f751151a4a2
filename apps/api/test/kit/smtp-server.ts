import { SMTPServer } from 'smtp-server';

export type Letter = { to: string[]; source: string; text: string };

/** A real SMTP server that keeps what it takes. `refuseNext` makes it turn so many away for now. */
export class TestSmtp {
  readonly letters: Letter[] = [];
  refuseNext = 0;

  private constructor(
    private readonly server: SMTPServer,
    readonly url: string,
  ) {}

  static async start(): Promise<TestSmtp> {
    const own: { smtp?: TestSmtp } = {};
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: (_, __, done) => done(own.smtp?.refusal()),
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address);
          own.smtp?.take(to, Buffer.concat(chunks).toString());
          done();
        });
      },
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.server.address();
    if (address === null || typeof address === 'string') throw new Error('The mail server has no port');
    own.smtp = new TestSmtp(server, `smtp://127.0.0.1:${address.port}`);
    return own.smtp;
  }

  private refusal(): Error | undefined {
    if (this.refuseNext === 0) return undefined;
    this.refuseNext -= 1;
    return Object.assign(new Error('Not now'), { responseCode: 450 });
  }

  private take(to: string[], source: string): void {
    const body = source.slice(source.indexOf('\r\n\r\n') + 4);
    const isBase64 = /^content-transfer-encoding: base64/im.test(source);
    // Quoted-printable or base64, as the transport chose.
    const text = isBase64
      ? Buffer.from(body, 'base64').toString()
      : body
          .replaceAll('=\r\n', '')
          .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    this.letters.push({ to, source, text: text.replaceAll('\r\n', '\n') });
  }

  stop(): Promise<void> {
    return new Promise((stopped) => this.server.close(() => stopped()));
  }
}
