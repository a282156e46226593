import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

/** Every page carries the name of its script; the name that Astro gives it is three times as long. */
const shortName = ({ name }) => `_astro/${name.split('.')[0]}.[hash].js`;
const SHORT_NAMES = { entryFileNames: shortName, chunkFileNames: shortName };

export default defineConfig({
  trailingSlash: 'always',
  // Two pages with one address would hide one of them.
  prerenderConflictBehavior: 'error',
  // Whole stylesheets and scripts as files of their own: pages stay small and a strict content policy holds.
  // Eight at a time: else the one thread that renders waits for each file to be written.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 8 },
  // Workers load what they seldom need, such as the regex library, only then: that takes modules.
  vite: {
    worker: { format: 'es' },
    environments: { client: { build: { rolldownOptions: { output: SHORT_NAMES } } } },
    build: {
      cssCodeSplit: false,
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: {
        output: {
          // What loads further scripts stands in the one script that every page has, so that a page asks once.
          codeSplitting: {
            groups: [
              { name: 'page', test: /preload-helper|src\/client\/interact|layouts\/PageScript\.astro/ },
            ],
          },
        },
      },
    },
  },
  markdown: { syntaxHighlight: false },
  integrations: [mdx()],
  devToolbar: { enabled: false },
});
