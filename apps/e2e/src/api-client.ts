/** Talks GraphQL to an exchange as one person, with the cookie a browser would hold. */
export class ApiClient {
  private cookie = '';

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
    return this;
  }

  /** Sends a page's form, as a browser without JavaScript does. */
  async submit(path: string, fields: Record<string, string | File>): Promise<Response> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return fetch(`${this.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: this.url, cookie: this.cookie },
      body,
    });
  }

  /** The raw answer: status, data and errors. */
  async send(query: string, variables: Record<string, unknown> = {}) {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': this.language,
        origin: this.url,
        cookie: this.cookie,
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
