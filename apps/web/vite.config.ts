import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { reactRouter } from '@react-router/dev/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

/** Words that several pages share travel together: each in a file of its own, a page would ask for fifty files. */
const sharedWords = { name: 'words', test: /messages[\\/]generated/, minShareCount: 2 };

export default defineConfig({
  plugins: [
    tailwindcss(),
    reactRouter(),
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './app/messages/generated',
      strategy: ['custom-address', 'baseLocale'],
      emitTsDeclarations: true,
      disableAsyncLocalStorage: true,
    }),
  ],
  resolve: { conditions: ['stx:source', 'module', 'browser', 'development|production'] },
  ssr: {
    resolve: { conditions: ['stx:source', 'module', 'node', 'development|production'] },
    noExternal: [/^@stx\//],
  },
  environments: {
    client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [sharedWords] } } } } },
  },
  build: { assetsInlineLimit: 0, sourcemap: false },
});
