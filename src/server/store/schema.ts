/**
 * The schema as numbered migrations: the n-th migrates a database from version n - 1 to n.
 * Released migrations are never changed; add another one.
 */

/** Application id in the file's header, to recognise our databases: `QQT1`. */
export const applicationId = 0x51515431

export const migrations: readonly string[] = [
  `
  CREATE TABLE charts (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    unit TEXT NOT NULL,
    steps INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    deleted_at INTEGER,
    -- Number of the last update, without gaps from 1: what is missing can be told.
    seq INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE updates (
    chart TEXT NOT NULL REFERENCES charts ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    person TEXT NOT NULL,
    bytes BLOB NOT NULL,
    crc INTEGER NOT NULL,
    PRIMARY KEY (chart, seq)
  ) STRICT;

  CREATE TABLE snapshots (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chart TEXT NOT NULL REFERENCES charts ON DELETE CASCADE,
    -- Says what the updates up to this one said.
    through INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    sha256 TEXT NOT NULL,
    verified INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX snapshots_by_chart ON snapshots (chart);

  CREATE TABLE clients (
    chart TEXT NOT NULL REFERENCES charts ON DELETE CASCADE,
    client INTEGER NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (chart, client)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chart TEXT NOT NULL REFERENCES charts ON DELETE CASCADE,
    at INTEGER NOT NULL,
    person TEXT NOT NULL,
    changes TEXT NOT NULL
  ) STRICT;
  CREATE INDEX journal_by_chart ON journal (chart, at);

  CREATE TABLE links (
    id TEXT PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    chart TEXT REFERENCES charts ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('owner', 'editor', 'reviewer', 'viewer')),
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    max_uses INTEGER,
    password TEXT,
    revoked_at INTEGER,
    use_count INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX links_by_chart ON links (chart);

  CREATE TABLE link_uses (
    link TEXT NOT NULL REFERENCES links ON DELETE CASCADE,
    person TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX link_uses_by_link ON link_uses (link);
  CREATE INDEX link_uses_by_person ON link_uses (person);

  CREATE TABLE people (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    post TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE sessions (
    hash TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
    began_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX sessions_by_person ON sessions (person);

  CREATE TABLE revisions (
    id TEXT PRIMARY KEY,
    chart TEXT NOT NULL REFERENCES charts ON DELETE CASCADE,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('auto', 'named', 'published', 'restored')),
    name TEXT NOT NULL,
    authors TEXT NOT NULL,
    hash TEXT NOT NULL,
    file TEXT NOT NULL
  ) STRICT;
  CREATE INDEX revisions_by_chart ON revisions (chart, at);

  -- What was said in a review is only ever added to.
  CREATE TABLE review_events (
    chart TEXT NOT NULL REFERENCES charts ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    event TEXT NOT NULL,
    PRIMARY KEY (chart, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE publications (
    id TEXT PRIMARY KEY,
    chart TEXT NOT NULL REFERENCES charts ON DELETE CASCADE,
    at INTEGER NOT NULL,
    revision TEXT NOT NULL,
    hash TEXT NOT NULL,
    title TEXT NOT NULL,
    view TEXT NOT NULL,
    reviewed_by TEXT NOT NULL,
    approver TEXT NOT NULL,
    reason TEXT,
    withdrawn_at INTEGER,
    json TEXT NOT NULL,
    svg TEXT NOT NULL,
    txt TEXT NOT NULL,
    html TEXT NOT NULL,
    png BLOB
  ) STRICT;
  CREATE INDEX publications_by_chart ON publications (chart, at);
  `,
  `
  -- 职权目录: a row a power; who may do what with it is decided above.
  CREATE TABLE powers (
    id TEXT PRIMARY KEY,
    place TEXT NOT NULL,
    fields TEXT NOT NULL,
    added_by TEXT NOT NULL
  ) STRICT;

  -- What lists show of a chart. Where 'version' is not what the chart is at, it is worked out anew.
  CREATE TABLE digests (
    chart TEXT PRIMARY KEY REFERENCES charts ON DELETE CASCADE,
    version TEXT NOT NULL,
    digest TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- 单位设置: a row a field, so that two who set two fields both keep their work.
  -- 'value' is JSON; 'picture' is the emblem's PNG, which few that ask for the rest need.
  CREATE TABLE unit (
    field TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    picture BLOB
  ) STRICT, WITHOUT ROWID;

  -- 文号 are the whole unit's. Not unique: charts that were reviewed before may share one.
  CREATE INDEX notice_numbers ON review_events (event ->> '$.notice.number')
    WHERE event ->> '$.kind' = 'issued';
  `,
  `
  -- Number of the last update that the lists and a revision show.
  ALTER TABLE charts ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
  UPDATE charts SET kept = seq WHERE EXISTS (SELECT 1 FROM revisions WHERE revisions.chart = charts.id);
  `,
]
