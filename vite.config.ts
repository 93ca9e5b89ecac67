import { defineConfig, type EnvironmentOptions } from 'vite';

/** What runs in a browser, and how it is bundled: `dist/<name>/` holds the files and the `manifest.json` that names them. */
const bundles = {
  desk: { entry: 'src/desk/main.tsx', oneFile: false },
  page: { entry: 'src/page/script/main.ts', oneFile: true },
};

function environment(name: string, entry: string, oneFile: boolean): EnvironmentOptions {
  return {
    consumer: 'client',
    build: {
      outDir: `dist/${name}`,
      emptyOutDir: true,
      manifest: 'manifest.json',
      assetsDir: '.',
      modulePreload: false,
      rolldownOptions: { input: entry, output: oneFile ? { codeSplitting: false } : {} },
    },
  };
}

export default defineConfig({
  appType: 'custom',
  base: './',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  environments: Object.fromEntries(
    Object.entries(bundles).map(([name, { entry, oneFile }]) => [name, environment(name, entry, oneFile)]),
  ),
  builder: {
    async buildApp(builder) {
      for (const name of Object.keys(bundles)) {
        const made = builder.environments[name];
        if (made) await builder.build(made);
      }
    },
  },
});
