/** What stops a command, said to a person: what is wrong, why that usually happens, what to do next. */
export class Fault extends Error {
  /**
   * @param {string} says what is wrong
   * @param {string} cause why that usually happens
   * @param {string} next what to do next
   */
  constructor(says, cause, next) {
    super(`${says}\n  Likely because: ${cause}\n  What to do: ${next}`);
    this.name = 'Fault';
  }
}

/**
 * The fault of a folder that cannot be written to, with the system's own words about it.
 *
 * @param {string} words
 */
export function readOnly(words) {
  return new Fault(
    `The project folder cannot be written to (${words}).`,
    'the folder belongs to another user, or is on a disk that is mounted read-only.',
    'copy the project to a folder of yours and run the command there, or make this folder writable.',
  );
}

/**
 * The code the system gives an error, for instance `EACCES`; '' where it has none.
 *
 * @param {unknown} error
 */
export function codeOf(error) {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
