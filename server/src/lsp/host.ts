/** What the surroundings of the server provide: node gives everything, a browser worker less. */
export interface Host {
  readonly version: string;
  /** The address of the folder with the rules' pages beside the bundle; a client may name a better one. */
  readonly rulePages?: string;
}
