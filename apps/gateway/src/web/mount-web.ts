import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { createRequestHandler } from '@react-router/express';
import { demoOrganizations, demoPeople } from '@stx/demo';
import { MAX_UPLOAD, Uploads } from '@stx/files';
import { MailOutbox, type Access, type SignIn } from '@stx/identity';
import { newContext, Refused, refusalMessage, type Language } from '@stx/platform';
import type { Express, Request, Response } from 'express';
import { RouterContextProvider, type RouterContext, type ServerBuild } from 'react-router';
import sirv from 'sirv';
import type { FrontDoorParts } from '../http/front-door-app.js';
import { accessOf } from '../http/viewer-of.js';
import { accountContext } from './account-context.js';
import { DEMO_PASSWORD } from '../start/demonstration.js';
import { turnOffMail } from './turn-off-mail.js';

interface WebBuild extends ServerBuild {
  entry: ServerBuild['entry'] & {
    module: { stxContext: RouterContext<unknown>; languageOf(path: string): Language; documents: string[] };
  };
}

const HOUR = 3_600;
const YEAR = 365 * 24 * HOUR;
const BUILD = resolve(import.meta.dirname, '../../../web/build');

/** Reads what a form sent, no further than an upload may be. */
function refuseLargeBodies(request: Request, response: Response, next: () => void): void {
  // a length that is not announced could not be refused before it is in memory
  if (request.get('transfer-encoding')) {
    response.status(411).type('text/plain').send('Send a Content-Length. / 请给出 Content-Length。');
    return;
  }
  if (Number(request.get('content-length') ?? 0) <= MAX_UPLOAD + 64 * 1024) return next();
  response.status(413).type('text/plain').send('The file is larger than 20 MB. / 文件超过 20 MB。');
}

export interface Web {
  build: WebBuild;
  /** What its pages may ask of the supergraph. */
  documents: ReadonlySet<unknown>;
}

export async function loadWeb(): Promise<Web> {
  const entry = join(BUILD, 'server/index.js');
  if (!existsSync(entry)) throw new Error('the web is not built: run npm start, which builds it');
  const build = (await import(pathToFileURL(entry).href)) as WebBuild;
  return { build, documents: new Set(build.entry.module.documents) };
}

/** Serves the pages: built assets for ever, everything else rendered with the viewer's own eyes. */
export function mountWeb(door: Express, { build }: Web, parts: FrontDoorParts, signIn: SignIn): void {
  const { stxContext, languageOf } = build.entry.module;

  // compressed when they were built
  const compressed = { brotli: true, gzip: true };
  door.use('/assets', sirv(join(BUILD, 'client/assets'), { ...compressed, immutable: true, maxAge: YEAR }));
  door.use(sirv(join(BUILD, 'client'), { ...compressed, maxAge: HOUR }));
  door.use(
    refuseLargeBodies,
    createRequestHandler({
      build,
      mode: 'production',
      getLoadContext: async (request, response) => {
        const language = languageOf(request.path.replace(/\.data$/, ''));
        const access = await accessOf(signIn, request, language);
        const provider = new RouterContextProvider();
        provider.set(stxContext, webContext(parts, { request, response, access, language }));
        return provider;
      },
    }),
  );
}

/** Whom a newcomer may sign in as. */
function demoAccounts(language: Language) {
  const nameOf = (key: string) => demoOrganizations.find((organization) => organization.key === key)!;
  return demoPeople.map(({ email, role, organizationKey }) => {
    const { nameZh, nameEn } = nameOf(organizationKey);
    return { email, role, organization: language === 'en' ? nameEn : nameZh };
  });
}

interface WebRequest {
  request: Request;
  response: Response;
  access: Access;
  language: Language;
}

/** What the pages may ask of the exchange (`StxContext` of the web). */
function webContext(parts: FrontDoorParts, { request, response, access, language }: WebRequest) {
  const { apollo, app, config, isDemo } = parts;
  const { viewer } = access;
  const cookie = request.headers.cookie ?? '';
  const origin = {
    ip: request.ip ?? '',
    userAgent: request.get('user-agent') ?? '',
    site: request.get('origin'),
  };
  return {
    language,
    isSignedIn: viewer.personId !== null,
    lacksSecondFactor: access.lacksSecondFactor,
    isConfirmed: access.isConfirmed,
    nonce: response.locals['nonce'] as string,
    theme: /(?:^|; )stx-theme=(light|dark)/.exec(cookie)?.[1] ?? 'system',
    publicUrl: config.STX_PUBLIC_URL ?? `${request.protocol}://${request.get('host')}`,
    demoPassword: isDemo ? DEMO_PASSWORD : null,
    demoAccounts: () => (isDemo ? demoAccounts(language) : []),
    graphql: async (query: string, variables?: Record<string, unknown>) => {
      const { body } = await apollo.executeOperation(
        { query, variables },
        { contextValue: newContext(viewer) },
      );
      if (body.kind !== 'single') throw new Error('pages ask for one answer');
      const errors = body.singleResult.errors?.map(({ message, extensions }) => ({
        message,
        code: extensions?.['code'],
      }));
      return { data: body.singleResult.data ?? undefined, errors };
    },
    outbox: async () => {
      const { nodes } = await app.get(MailOutbox, { strict: false }).outbox(viewer, 100);
      return nodes.map(({ createdAt, ...mail }) => ({ ...mail, at: createdAt.toISOString() }));
    },
    sendAgain: async (id: string) => {
      try {
        await app.get(MailOutbox, { strict: false }).sendAgain(viewer, id);
        return true;
      } catch (error) {
        if (error instanceof Refused && error.code === 'NOT_FOUND') return false;
        throw error;
      }
    },
    turnOffMail: (token: string) => turnOffMail(parts, token, language),
    upload: async (file: File) => {
      try {
        const stored = await app
          .get(Uploads, { strict: false })
          .store(viewer, file.name, Readable.fromWeb(file.stream() as never));
        return { uploadId: stored.id };
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        return { refusal: refusalMessage(error.code, language, error.details.params) };
      }
    },
    auth: accountContext(app, { cookie, origin, viewer, language }),
  };
}
