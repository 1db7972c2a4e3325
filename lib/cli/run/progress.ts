/** Says what is going on, one line a step, so that nobody watches a silent terminal. */
export class Progress {
  readonly seconds: Record<string, number> = {};

  /**
   * Runs one step and prints it with its time.
   * @param key name of the step in `seconds`.
   */
  async step<T>(key: string, words: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    // A dot a second tells a long step from a hanging one, also in a log file.
    process.stdout.write(`  ${words} `);
    const dots = setInterval(() => process.stdout.write("."), 1_000);
    try {
      const result = await work();
      this.seconds[key] = Math.round(performance.now() - start) / 1000;
      clearInterval(dots);
      process.stdout.write(` ${this.seconds[key].toFixed(1)} s\n`);
      return result;
    } catch (error) {
      clearInterval(dots);
      process.stdout.write(" failed\n");
      throw error;
    }
  }
}
