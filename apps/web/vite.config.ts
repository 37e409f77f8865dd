import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { reactRouter } from '@react-router/dev/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin } from 'vite';

/** No page waits for a Chinese web font: system fonts come first, and a slice that is late is not swapped in. */
const chineseFontOptional: Plugin = {
  name: 'stx:chinese-font-optional',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('noto-sans-sc') || !/\.css(\?|$)/.test(id)) return null;
    return code.replaceAll('font-display: swap', 'font-display: optional');
  },
};

export default defineConfig({
  plugins: [
    chineseFontOptional,
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
