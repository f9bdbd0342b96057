/** What the surroundings of the server provide: node gives everything, a browser worker less. */
export interface Host {
  readonly version: string;
  /** The address of the folder with the rules' pages beside the bundle; a client may name a better one. */
  readonly rulePages?: string;
  /** The files of the workspace; absent where the server cannot read them, which then knows only what is open. */
  readonly files?: HostFiles;
}

/** Files by address. Nothing here throws: what cannot be read is not there. */
export interface HostFiles {
  /** The files below a folder whose names are accepted, while they are found; hidden folders and packages are passed over. */
  list(folder: string, accepts: (name: string) => boolean): AsyncIterable<string>;
  read(uri: string): Promise<FileText>;
  /** Replaces a file as a whole; resolves to false when that was not possible. */
  write(uri: string, text: string): Promise<boolean>;
}

export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'tooLarge'; readonly bytes: number };
