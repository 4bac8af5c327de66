/** A picture of one state of one thing. */
export interface Specimen {
  readonly group: string
  readonly name: string
  readonly png: Uint8Array
}
