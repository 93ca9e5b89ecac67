import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, run, searchPath } from './child.mjs';
import { Fault, codeOf, readOnly } from './fault.mjs';

/**
 * A package as npm's lock files describe it.
 *
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} LockedPackage
 */

/**
 * Installs the packages that `package-lock.json` names, unless they are there already.
 *
 * @param {string} project
 */
export async function installPackages(project) {
  if (packagesAreThere(project)) return;
  const first = !existsSync(join(project, 'node_modules'));
  console.log(
    first
      ? 'Installing packages from the npm registry (first run, about a minute)…'
      : 'Installing packages from the npm registry again: they are not those of package-lock.json…',
  );
  const { code, output } = await npmCi(project);
  if (code !== 0) throw npmFault(output);
  if (!existsSync(pinnedNode(project))) {
    throw new Fault(
      'The packages are installed, but Node 26 is not among them.',
      'npm is set to run no install scripts (`ignore-scripts`), and the package `node` puts Node in place with one.',
      'run `npm rebuild node --ignore-scripts=false`, then the command again.',
    );
  }
}

/**
 * Whether the installed packages, the pinned Node among them, are those of `package-lock.json`.
 *
 * @param {string} project
 */
export function packagesAreThere(project) {
  if (!existsSync(pinnedNode(project))) return false;
  const installed = lockedPackages(join(project, 'node_modules', '.package-lock.json'));
  return lockMatches(lockedPackages(join(project, 'package-lock.json')), installed);
}

/**
 * Whether what npm noted as installed agrees with what the lock file names.
 *
 * Packages for other systems are locked but not installed; they are marked as optional.
 *
 * @param {Record<string, LockedPackage>} locked
 * @param {Record<string, LockedPackage>} installed
 */
export function lockMatches(locked, installed) {
  return Object.entries(locked).every(([path, { version, integrity, optional, devOptional }]) => {
    if (path === '') return true;
    const there = installed[path];
    if (there === undefined) return Boolean(optional ?? devOptional);
    return there.version === version && there.integrity === integrity;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function lockedPackages(file) {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')).packages ?? {}) : {};
}

/** @param {string} project */
async function npmCi(project) {
  const env = {
    // A registry that does not answer is reported after seconds rather than a minute; what the user set wins.
    npm_config_fetch_retry_mintimeout: '1000',
    npm_config_fetch_retry_maxtimeout: '5000',
    ...process.env,
    // npm must not run on the very Node it is about to replace.
    PATH: searchPath(project, false),
  };
  const args = ['ci', '--include=dev', '--loglevel=error', '--no-fund', '--no-audit', '--no-update-notifier'];
  try {
    return await run('npm', args, { cwd: project, env, quiet: true, shell: process.platform === 'win32' });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    throw new Fault(
      'The program `npm` was not found.',
      'Node was installed without npm (some Linux systems ship npm as a package of its own).',
      'install npm 10 or newer, then run the command again.',
    );
  }
}

/**
 * What stopped `npm ci`, read from what it wrote.
 *
 * @param {string} output
 */
export function npmFault(output) {
  const line = npmErrorLine(output);
  if (/\b(ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|ERR_SOCKET_TIMEOUT)\b/.test(output)) {
    return new Fault(
      `The npm registry cannot be reached. npm says: ${line}`,
      'this machine is offline, or reaches the network through a proxy or a registry mirror that npm does not know.',
      'go online, or set `npm config set proxy …` or `npm config set registry …`, then run the command again.',
    );
  }
  if (/\b(EACCES|EPERM|EROFS)\b/.test(output)) return readOnly(line);
  if (/\bEUSAGE\b/.test(output)) {
    return new Fault(
      `package.json and package-lock.json do not agree. npm says: ${line}`,
      'package.json was changed without `npm install`, or a merge took only one of the two files.',
      'run `npm install`, which mends package-lock.json, then the command again.',
    );
  }
  return new Fault(
    `npm could not install the packages. npm says: ${line}`,
    'npm gives the reason above; its full log stands in the folder `_logs` of its cache.',
    'mend that, then run the command again.',
  );
}

/**
 * The line of npm's error output that says the most.
 *
 * @param {string} output
 */
function npmErrorLine(output) {
  const lines = output
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('npm ') && !/^(code|A complete log|at ) ?/.test(line));
  return lines.find((line) => /^(\w*Error|Invalid|Missing):/.test(line)) ?? lines.at(-1) ?? 'nothing';
}
