/** What a demonstration shows, line by line; each line holds or does not. */
export class Account {
  #lines = 0;
  #wrong = 0;

  /** Whether every line has held so far. */
  get holds(): boolean {
    return this.#wrong === 0;
  }

  /** Begins a part. */
  part(title: string): void {
    console.log(`\n${title}`);
  }

  /** Says something, and whether it is so; `shown` is what was seen. */
  line(says: string, isSo: boolean, shown?: string): void {
    this.#lines++;
    if (!isSo) this.#wrong++;
    const seen = shown === undefined ? '' : `\n        ${shown.replace(/\s+/g, ' ').trim()}`;
    console.log(`  ${isSo ? 'yes' : 'NO '}  ${says}${seen}`);
  }

  /** The sum of it. */
  end(): void {
    console.log(`\n${this.#lines} lines, of which ${this.#wrong} do not hold.`);
  }
}
