import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { reactRouter } from '@react-router/dev/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

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
  build: { assetsInlineLimit: 0, sourcemap: false },
});
