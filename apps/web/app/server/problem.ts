import { createContext, type RouterContextProvider } from 'react-router';

const problemContext = createContext<string | null>(null);

/** One number per request, printed in the log and shown on the error page. */
export function problemOf(context: Readonly<RouterContextProvider>): string {
  const known = context.get(problemContext);
  if (known) return known;
  const id = crypto.randomUUID();
  context.set(problemContext, id);
  return id;
}
