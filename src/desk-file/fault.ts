/** Something in the desk file that a person has to mend: where it stands, and the second half of a sentence. */
export type Complaint = { path: readonly PropertyKey[]; says: string };

/** A desk file that cannot be used. The message is one sentence a line, each with file and line. */
export class DeskFileFault extends Error {
  override name = 'DeskFileFault';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}
