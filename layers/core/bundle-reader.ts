/** A bundle in a folder or anywhere else; paths with `/`, relative to where `manifest.json` lies. */
export interface BundleReader {
  /** Every file, also those that are no regular ones, and with a `/` at the end every folder that holds nothing. @throws BundleRefusal */
  list(): Promise<readonly string[]>;
  /** undefined when there is no such file. @throws BundleRefusal for what is no regular file, or has more than `bytesMax` */
  read(path: string, bytesMax: number): Promise<Uint8Array | undefined>;
  /** Size, and the digest when the size is the expected one, without holding the file in memory; where absent, `read` does. @throws BundleRefusal */
  measure?(path: string, bytesExpected: number): Promise<MeasuredFile | undefined>;
}

export interface MeasuredFile {
  readonly bytes: number;
  /** null when the size differs already. */
  readonly sha256: string | null;
}

/** Something in the place of a file or folder of the bundle that is never followed or read: a link, a pipe, a device. */
export class BundleRefusal extends Error {
  readonly path: string;
  /** @param reason what was expected and what came */
  constructor(path: string, reason: string) {
    super(reason);
    this.name = 'BundleRefusal';
    this.path = path;
  }
}
