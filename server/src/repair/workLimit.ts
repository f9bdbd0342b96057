/** Counts elementary steps of a search, so that it ends the same way on every machine. */
export class WorkLimit {
  constructor(private left: number) {}

  /** Takes steps from the budget; false when it is used up. */
  spend(steps: number): boolean {
    this.left -= steps;
    return this.left >= 0;
  }

  get exhausted(): boolean {
    return this.left < 0;
  }
}
