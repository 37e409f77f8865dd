/** What a script of our pages sent; whatever is not of the expected kind counts as absent. */
export async function jsonOf(request: Request) {
  let body: unknown = null;
  try {
    body = await request.json();
  } catch {
    // no JSON: nothing was sent that we know
  }
  const sent = isObject(body) ? body : {};
  const text = (name: string) => (typeof sent[name] === 'string' ? sent[name] : null);
  return {
    response: isObject(sent['response']) ? sent['response'] : null,
    name: text('name'),
    password: text('password'),
    next: text('next'),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An answer for a script, with the cookies that came with it; a `message` says why nothing was done. */
export function answerJson(body: object, { setCookie = [] }: { setCookie?: string[] } = {}): Response {
  const headers = new Headers({ 'cache-control': 'no-store' });
  for (const cookie of setCookie) headers.append('set-cookie', cookie);
  return Response.json(body, { status: 'message' in body ? 422 : 200, headers });
}
