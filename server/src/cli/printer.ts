import type { Output } from './output';
import type { InspectedReport, Reporter, Summary } from './reporters/reporter';

/** Prints the pieces that a reporter makes, with what belongs before, between and after them. */
export class Printer<R extends InspectedReport> {
  private started = false;
  private followed = false;

  constructor(
    private readonly output: Output,
    private readonly reporter: Reporter<R>,
  ) {}

  get closed(): boolean {
    return this.output.closed;
  }

  /** Prints one piece; an empty one (a report without findings, in a format that prints findings only) is nothing. */
  print(piece: string): void {
    this.start();
    if (piece === '') return;
    if (this.followed && this.reporter.between) this.output.write(this.reporter.between);
    this.followed = true;
    this.output.write(piece);
  }

  end(summary: Summary): void {
    this.print(this.reporter.summary?.(summary) ?? '');
    this.output.write(this.reporter.end?.() ?? '');
  }

  private start(): void {
    if (!this.started && this.reporter.begin) this.output.write(this.reporter.begin);
    this.started = true;
  }
}
