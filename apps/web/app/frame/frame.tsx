import type { ReactNode } from 'react';
import { useNavigation } from 'react-router';
import { m } from '../messages/generated/messages';
import { Footer } from './footer';
import { Header } from './header';
import { useFocusOnNavigation } from './use-focus-on-navigation';
import { Missing } from './missing';
import { Workspace } from './workspace';

/** What stands around every page. */
export function Frame({ children }: { children: ReactNode }) {
  useFocusOnNavigation();
  const isBusy = useNavigation().state !== 'idle';
  return (
    <>
      <a className="skip" href="#main">
        {m.skip_to_content()}
      </a>
      {isBusy && (
        <div className="pending" role="status">
          <span className="sr-only">{m.loading()}</span>
        </div>
      )}
      <Header />
      <Workspace />
      <Missing />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </>
  );
}
