/** Talks GraphQL to an exchange as a program does: as a visitor, or with a person's token. */
export class ApiClient {
  private cookie = '';
  /** What stands after `Bearer`; empty for a visitor. */
  bearer = '';

  constructor(
    private readonly url: string,
    private readonly language: 'zh-CN' | 'en' = 'en',
  ) {}

  /** Signs in through the page's own form. */
  async signIn(email: string, password: string): Promise<this> {
    const response = await fetch(`${this.url}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: this.url },
      body: new URLSearchParams({ email, password }),
    });
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    if (cookies.length === 0) throw new Error(`${email} could not sign in: ${response.status}`);
    this.cookie = cookies.join('; ');
    this.bearer = await this.newToken(this.cookie);
    return this;
  }

  /** A token with all roles of the person, made and read on the page where people make theirs. */
  private async newToken(cookie: string): Promise<string> {
    const page = `${this.url}/account/tokens`;
    const form = await (await fetch(page, { headers: { cookie } })).text();
    const scopes = [...form.matchAll(/name="(scope\.[A-Z]+)"/g)].map(([, name]) => [name!, 'yes']);
    const made = await fetch(page, {
      method: 'POST',
      headers: { origin: this.url, cookie },
      body: new URLSearchParams([['name', 'test'], ['days', '7'], ...scopes]),
    });
    const token = /stx_[\w-]+/.exec(await made.text())?.[0];
    if (!token) throw new Error(`no token was made: ${made.status}`);
    return token;
  }

  /** What the page at `path` answers to a form, or to any other body. */
  post(path: string, body: FormData | Buffer | AsyncIterable<Buffer>): Promise<Response> {
    const headers = { origin: this.url, cookie: this.cookie, 'accept-language': this.language };
    // a stream as body needs to be told that nothing is read meanwhile
    const request = { method: 'POST', redirect: 'manual', headers, body, duplex: 'half' };
    return fetch(`${this.url}${path}`, request as RequestInit);
  }

  /** The raw answer: status, data and errors. */
  async send(query: string, variables: Record<string, unknown> = {}) {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': this.language,
        origin: this.url,
        ...(this.bearer ? { authorization: `Bearer ${this.bearer}` } : {}),
      },
      body: JSON.stringify({ query, variables }),
    });
    const json = (await response.json()) as {
      data?: any;
      errors?: { message: string; extensions: { code: string } }[];
    };
    return { status: response.status, ...json };
  }

  /** The data; throws on any error. */
  async ask(query: string, variables: Record<string, unknown> = {}): Promise<any> {
    const { data, errors } = await this.send(query, variables);
    if (errors) throw Object.assign(new Error(errors[0]!.message), errors[0]!.extensions);
    return data;
  }
}

/** Asks again until `done`; the deadline is a bound for a broken exchange, not a claim about speed. */
export async function until<T>(
  ask: () => Promise<T>,
  done: (value: T) => boolean,
  withinMs = 30_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const value = await ask();
    if (done(value)) return value;
    if (Date.now() > deadline)
      throw new Error(`still not so after ${withinMs} ms: ${JSON.stringify(value).slice(0, 500)}`);
    await new Promise((wake) => setTimeout(wake, 100));
  }
}
