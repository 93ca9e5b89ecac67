import { placeOf, sourceName, type Context, type Identifier, type Node, type Rule } from './rule.ts';

const pureFolders = new Set(['terms', 'journal', 'record', 'reading', 'views', 'page', 'live']);

const packages = [
  'zod',
  '@noble/hashes',
  'parse5',
  'entities',
  'htmlparser2',
  'markdown-it',
  'papaparse',
  'wink-lemmatizer',
  'wink-lexicon',
  'wink-pos-tagger',
];

const moment = 'the moment is an argument: pass it in, so that the same record always gives the same view';
const chance = 'chance is an argument: pass in what was drawn, so that the same journal always gives the same record';
const waiting = 'nothing in the middle waits: whoever calls it decides when';
const needsNode = 'the middle also runs in the desk’s browser, where there is no Node';
const reaching = 'the middle reaches for nothing: pass in what was fetched';
const browser = 'the middle also runs on the server, where there is no browser';

/** Globals that the middle does not use at all, and why. */
const banned = new Map([
  ['performance', moment],
  ['crypto', chance],
  ['setTimeout', waiting],
  ['setInterval', waiting],
  ['setImmediate', waiting],
  ['process', needsNode],
  ['Buffer', needsNode],
  ['console', 'the middle says what it has to say in its result, or in a refusal'],
  ['fetch', reaching],
  ['document', browser],
  ['window', browser],
  ['navigator', browser],
  ['localStorage', browser],
  ['globalThis', 'everything the middle must not use can be had from it: name what is meant, or pass it in'],
]);

/** Globals of which the middle does not use one member, and why. */
const bannedMembers = new Map([
  ['Math', { member: 'random', because: chance }],
  ['Temporal', { member: 'Now', because: moment }],
  ['Date', { member: 'now', because: moment }],
]);

/** The folders in the middle are pure: no clock, no dice, no waiting, no Node, no browser. Their tests may be impure. */
export const pureMiddle: Rule = {
  meta: { docs: { description: 'The folders in the middle use no clock, no dice, no Node and no browser.' } },
  create(context) {
    const place = placeOf(context);
    if (place === null || place.isTest || !pureFolders.has(place.folder)) return {};

    const report = (at: Node, name: string, because: string): void =>
      context.report({ node: at, message: `No ${name} in ${place.folder}: ${because}.` });

    const checkSource = (source: Node | null): void => {
      const name = sourceName(source);
      if (source === null || name === null || name.startsWith('.')) return;
      if (packages.some((each) => name === each || name.startsWith(`${each}/`))) return;
      const because = name.startsWith('node:')
        ? needsNode
        : `only ${packages.join(', ')} are known to run wherever the middle runs`;
      report(source, `import of ${name}`, because);
    };

    return {
      ImportDeclaration: (statement) => checkSource(statement.source),
      ImportExpression: (expression) => checkSource(expression.source),
      ExportAllDeclaration: (statement) => checkSource(statement.source),
      ExportNamedDeclaration: (statement) => checkSource(statement.source),
      TSImportType: (type) => checkSource(type.source),
      Program() {
        for (const identifier of globalReferences(context)) {
          const { name } = identifier;
          const because = banned.get(name);
          const use = because === undefined ? impureUse(identifier) : { name, because };
          if (use !== null) report(identifier, use.name, use.because);
        }
      },
    };
  },
};

/** The names in a file that stand for a global: no import, parameter or declaration of the file gives them a meaning. */
function globalReferences({ sourceCode }: Context): Identifier[] {
  return sourceCode.scopeManager.scopes
    .flatMap((scope) => scope.references)
    .filter(({ resolved }) => resolved === null || resolved.defs.length === 0)
    .map(({ identifier }) => identifier)
    .filter((identifier) => identifier.type === 'Identifier');
}

interface Use {
  name: string;
  because: string;
}

/** The impure use of a global that also has pure ones: `Date.now`, `new Date()`, `Math.random`, `Temporal.Now`. */
function impureUse(identifier: Identifier): Use | null {
  const { name, parent } = identifier;
  const watched = bannedMembers.get(name);
  if (watched === undefined) return null;
  const { member, because } = watched;
  switch (parent.type) {
    case 'MemberExpression': {
      const used = parent.computed ? member : parent.property.name;
      return parent.object === identifier && used === member ? { name: `${name}.${member}`, because } : null;
    }
    case 'VariableDeclarator':
      // Taken whole, its impure member would be out of sight.
      return parent.init === identifier ? { name: `${name} under another name`, because } : null;
    case 'NewExpression':
      return name === 'Date' && parent.arguments.length === 0 ? { name: 'new Date()', because } : null;
    case 'CallExpression':
      return name === 'Date' && parent.callee === identifier ? { name: 'Date()', because } : null;
    default:
      return null;
  }
}
