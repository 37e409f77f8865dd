import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import { languageOf } from './i18n/language';
import { overwriteGetLocale } from './messages/generated/runtime';

overwriteGetLocale(() => languageOf(window.location.pathname));

startTransition(() => {
  hydrateRoot(document, <HydratedRouter />);
});
