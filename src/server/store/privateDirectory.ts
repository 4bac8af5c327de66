import { chmodSync, mkdirSync } from 'node:fs'

/** Creates the directory if it is missing. Only its owner may look into it: it holds hashes of links and sessions. */
export function privateDirectory(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  try {
    chmodSync(directory, 0o700)
  } catch {
    // Somebody else owns it, and lets this user write: their decision. The files are 0600.
  }
}
