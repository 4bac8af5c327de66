/** JSON bodies of 公开: previews, publications and their lists. */

/** One 公开, as its owner sees it. */
export interface Publication {
  readonly id: string
  /** ms since 1970 */
  readonly at: number
  readonly revision: string
  /**
   * As in `PublicationPreview`. Publications from before that hash existed have the hash of
   * the JSON only.
   */
  readonly hash: string
  readonly title: string
  readonly reviewedBy: string
  readonly approver: string
  /** Why risks are shown to the public, where they are. */
  readonly reason?: string
  /** Where everybody can read it. */
  readonly link: string
  readonly state: 'current' | 'replaced' | 'withdrawn'
  readonly withdrawnAt?: number
  /** Of the current publication: the public edition has changed since. */
  readonly stale?: boolean
  /** yyyy-mm-dd: what changed is to be posted by then, in workdays by the State Council's calendar. */
  readonly updateBy?: string
  /** Of `updateBy`: false where that calendar is not known yet, so that holidays were counted as workdays. */
  readonly isCalendarKnown?: boolean
}

/** How a chart is to be posted. */
export interface PublicationWish {
  /** If absent, the published view; if there is none, the flow view. */
  readonly view?: 'flow' | 'lanes' | 'columns'
  /** Each absent or false part is withheld. */
  readonly disclose: {
    readonly risks?: boolean
    readonly measures?: boolean
    readonly responsible?: boolean
  }
}

/** The bytes that would be published, and the findings of the public scan. */
export interface PublicationPreview {
  readonly json: string
  readonly svg: string
  readonly txt: string
  readonly html: string
  /**
   * Of all four, hex: SHA-256 of the list that sha256sum writes of them, `<SHA-256>  json`,
   * then svg, txt and html, a line each. What is posted with it is what was looked at.
   */
  readonly hash: string
  readonly scan: readonly PublicationFinding[]
  /** Sentences: open errors and opinions, which want a written reason (`despite`) before it is published. */
  readonly open: readonly string[]
}

export interface PublicationFinding {
  readonly kind: string
  /** The words that were met. */
  readonly found: string
  /** A leak blocks; the rest is for a person to decide. */
  readonly blocks: boolean
  readonly message: string
}

export interface NewPublication extends PublicationWish {
  readonly reviewedBy: string
  readonly reason?: string
  /** Why it is published although matters are open. */
  readonly despite?: string
  /** Hash of the preview; publishing fails if the content has changed since. */
  readonly hash?: string
}

export interface CreatedPublication {
  readonly publicId: string
  readonly link: string
}
