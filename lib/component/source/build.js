// Builds the bundles into ../built, with the licences of all that is in it and a manifest.
//
// The manifest holds a hash of every source and of every built file: a test compares them with the
// files, so that nobody changes one and forgets the other.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const SOURCES = ['package.json', 'package-lock.json'];
const BUILT = '../built';
const NOTICE = /^(licen[cs]e|copying|notice)/i;
const ADAPTED = { '@math.gl/polygon': 'earcut' }; // whose own notice it does not bring
const PACKAGE = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//;

const sha256 = (content) => createHash('sha256').update(content).digest('hex');
const read = (path) => readFile(new URL(path, import.meta.url));
const folder = (path) => new URL(`${path}/`, import.meta.url);

/** Whose work a bundle holds, as its first lines say it. */
async function notice(name, title, owner) {
  const { version, license } = JSON.parse(await read(`node_modules/${name}/package.json`));
  const banner = `/*!
 * Holds ${title} v${version}, Copyright ${owner}, ${license} licence.
 * The texts of all licences are in LICENCES.txt beside this file.
 */`;
  return { version, banner };
}
const plotly = await notice('plotly.js', 'plotly.js', '2012-2026, Plotly, Inc.');
const deck = await notice('@deck.gl/core', 'deck.gl', 'vis.gl contributors');
const bundled = (entry, more) =>
  build({
    absWorkingDir: folder('.').pathname,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    metafile: true,
    write: false,
    ...more,
  });
const large = await Promise.all(
  [['chart', plotly], ['map', deck]].map(async ([name, { banner }]) => [
    name,
    await bundled(`${name}.js`, {
      define: { global: 'window' },
      loader: { '.css': 'empty' },
      banner: { js: banner },
      legalComments: 'inline',
    }),
  ]),
);
const small = await Promise.all(
  ['language', 'picture', 'copy-link', 'rows', 'room', 'told'].map(async (name) => [name, (await bundled(`${name}.js`)).outputFiles]),
);

await rm(folder(BUILT), { recursive: true, force: true });
await mkdir(folder(BUILT));
const built = {};
const keep = async (name, content) => {
  await writeFile(new URL(name, folder(BUILT)), content);
  built[name] = sha256(content);
};
for (const [name, [{ contents }]] of [...large.map(([name, { outputFiles }]) => [name, outputFiles]), ...small]) {
  await keep(`${name}.${sha256(contents).slice(0, 16)}.js`, contents);
}
const inputs = large.flatMap(([, { metafile }]) => Object.entries(Object.values(metafile.outputs)[0].inputs));
const inside = inputs.filter(([path, { bytesInOutput }]) => bytesInOutput && !path.endsWith('.css'));
await keep('LICENCES.txt', await licences(inside.map(([path]) => path)));

const own = (await readdir(folder('.'))).filter((name) => name.endsWith('.js'));
const sources = {};
for (const name of [...SOURCES, ...own].sort()) sources[name] = sha256(await read(name));
const manifest = { plotly: plotly.version, deck: deck.version, sources, built };
await writeFile(new URL('../manifest.json', import.meta.url), `${JSON.stringify(manifest, null, 2)}\n`);
console.log(Object.keys(built).join('\n'));

/** The licence of every package a file of which is in the bundle. */
async function licences(inputs) {
  const inside = inputs.flatMap((input) => input.match(PACKAGE)?.[1] ?? []);
  const packages = [...new Set(inside.flatMap((name) => [name, ADAPTED[name] ?? []].flat()))].sort();
  const texts = [];
  for (const name of packages) {
    const path = `node_modules/${name}`;
    const about = JSON.parse(await read(`${path}/package.json`));
    const files = (await readdir(folder(path))).filter((file) => NOTICE.test(file));
    const found = await Promise.all(files.map((file) => read(`${path}/${file}`)));
    texts.push(`${name} ${about.version}, ${about.license}`, ...found.map((text) => `${text}`.trim()));
  }
  return `${texts.join('\n\n')}\n`;
}
