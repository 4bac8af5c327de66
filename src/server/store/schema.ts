/**
 * The schema as numbered migrations: the n-th migrates a database from version n - 1 to n.
 * Released migrations are never changed; add another one.
 */

import { ledgerMigrations } from './ledgerMigrations.ts'

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
  -- 冲突与合并: what merging overruled; 'entry' is JSON with both values. The newest of a chart are kept.
  CREATE TABLE conflicts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chart TEXT NOT NULL REFERENCES charts ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    entry TEXT NOT NULL
  ) STRICT;
  CREATE INDEX conflicts_by_chart ON conflicts (chart, id);
  `,
  `
  -- Links with scopes of their own, and sessions that can be listed and ended.
  ALTER TABLE links ADD COLUMN scope TEXT NOT NULL DEFAULT 'chart'
    CHECK (scope IN ('chart', 'unit', 'administrator'));
  UPDATE links SET scope = 'administrator' WHERE chart IS NULL;
  ALTER TABLE links ADD COLUMN catalogue TEXT CHECK (catalogue IN ('view', 'edit', 'manage'));
  ALTER TABLE links ADD COLUMN publishes INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE links ADD COLUMN copies TEXT NOT NULL DEFAULT 'remove' CHECK (copies IN ('remove', 'lock'));
  -- Nobody is logged out by this migration: their time without use begins now.
  ALTER TABLE sessions ADD COLUMN seen_at INTEGER NOT NULL DEFAULT 0;
  UPDATE sessions SET seen_at = unixepoch() * 1000;
  CREATE INDEX links_by_expiry ON links (expires_at) WHERE expires_at IS NOT NULL;
  CREATE INDEX links_by_revocation ON links (revoked_at) WHERE revoked_at IS NOT NULL;
  `,
  `
  -- Number of the last update that the lists and a revision show.
  ALTER TABLE charts ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
  UPDATE charts SET kept = seq WHERE EXISTS (SELECT 1 FROM revisions WHERE revisions.chart = charts.id);

  -- Checksums of every row that is served (seals.ts), and the rows whose sums are not written yet.
  CREATE TABLE sums (tbl TEXT NOT NULL, key TEXT NOT NULL, sum INTEGER NOT NULL, PRIMARY KEY (tbl, key)) STRICT, WITHOUT ROWID;
  CREATE TABLE unsealed (tbl TEXT NOT NULL, key TEXT NOT NULL) STRICT;
  CREATE TRIGGER charts_i AFTER INSERT ON charts BEGIN INSERT INTO unsealed VALUES ('charts', new.id); END;
  CREATE TRIGGER charts_u AFTER UPDATE ON charts BEGIN INSERT INTO unsealed VALUES ('charts', old.id), ('charts', new.id); END;
  CREATE TRIGGER charts_d AFTER DELETE ON charts BEGIN INSERT INTO unsealed VALUES ('charts', old.id); END;
  CREATE TRIGGER journal_i AFTER INSERT ON journal BEGIN INSERT INTO unsealed VALUES ('journal', new.id); END;
  CREATE TRIGGER journal_u AFTER UPDATE ON journal BEGIN INSERT INTO unsealed VALUES ('journal', old.id), ('journal', new.id); END;
  CREATE TRIGGER journal_d AFTER DELETE ON journal BEGIN INSERT INTO unsealed VALUES ('journal', old.id); END;
  CREATE TRIGGER links_i AFTER INSERT ON links BEGIN INSERT INTO unsealed VALUES ('links', new.id); END;
  CREATE TRIGGER links_u AFTER UPDATE ON links BEGIN INSERT INTO unsealed VALUES ('links', old.id), ('links', new.id); END;
  CREATE TRIGGER links_d AFTER DELETE ON links BEGIN INSERT INTO unsealed VALUES ('links', old.id); END;
  CREATE TRIGGER link_uses_i AFTER INSERT ON link_uses BEGIN INSERT INTO unsealed VALUES ('link_uses', new.link); END;
  CREATE TRIGGER link_uses_u AFTER UPDATE ON link_uses BEGIN INSERT INTO unsealed VALUES ('link_uses', old.link), ('link_uses', new.link); END;
  CREATE TRIGGER link_uses_d AFTER DELETE ON link_uses BEGIN INSERT INTO unsealed VALUES ('link_uses', old.link); END;
  CREATE TRIGGER people_i AFTER INSERT ON people BEGIN INSERT INTO unsealed VALUES ('people', new.id); END;
  CREATE TRIGGER people_u AFTER UPDATE ON people BEGIN INSERT INTO unsealed VALUES ('people', old.id), ('people', new.id); END;
  CREATE TRIGGER people_d AFTER DELETE ON people BEGIN INSERT INTO unsealed VALUES ('people', old.id); END;
  CREATE TRIGGER sessions_i AFTER INSERT ON sessions BEGIN INSERT INTO unsealed VALUES ('sessions', new.hash); END;
  CREATE TRIGGER sessions_u AFTER UPDATE ON sessions BEGIN INSERT INTO unsealed VALUES ('sessions', old.hash), ('sessions', new.hash); END;
  CREATE TRIGGER sessions_d AFTER DELETE ON sessions BEGIN INSERT INTO unsealed VALUES ('sessions', old.hash); END;
  CREATE TRIGGER revisions_i AFTER INSERT ON revisions BEGIN INSERT INTO unsealed VALUES ('revisions', new.id); END;
  CREATE TRIGGER revisions_u AFTER UPDATE ON revisions BEGIN INSERT INTO unsealed VALUES ('revisions', old.id), ('revisions', new.id); END;
  CREATE TRIGGER revisions_d AFTER DELETE ON revisions BEGIN INSERT INTO unsealed VALUES ('revisions', old.id); END;
  CREATE TRIGGER review_events_i AFTER INSERT ON review_events BEGIN INSERT INTO unsealed VALUES ('review_events', new.chart || '/' || new.seq); END;
  CREATE TRIGGER review_events_u AFTER UPDATE ON review_events BEGIN INSERT INTO unsealed VALUES ('review_events', old.chart || '/' || old.seq), ('review_events', new.chart || '/' || new.seq); END;
  CREATE TRIGGER review_events_d AFTER DELETE ON review_events BEGIN INSERT INTO unsealed VALUES ('review_events', old.chart || '/' || old.seq); END;
  CREATE TRIGGER publications_i AFTER INSERT ON publications BEGIN INSERT INTO unsealed VALUES ('publications', new.id); END;
  CREATE TRIGGER publications_u AFTER UPDATE ON publications BEGIN INSERT INTO unsealed VALUES ('publications', old.id), ('publications', new.id); END;
  CREATE TRIGGER publications_d AFTER DELETE ON publications BEGIN INSERT INTO unsealed VALUES ('publications', old.id); END;
  CREATE TRIGGER powers_i AFTER INSERT ON powers BEGIN INSERT INTO unsealed VALUES ('powers', new.id); END;
  CREATE TRIGGER powers_u AFTER UPDATE ON powers BEGIN INSERT INTO unsealed VALUES ('powers', old.id), ('powers', new.id); END;
  CREATE TRIGGER powers_d AFTER DELETE ON powers BEGIN INSERT INTO unsealed VALUES ('powers', old.id); END;
  CREATE TRIGGER digests_i AFTER INSERT ON digests BEGIN INSERT INTO unsealed VALUES ('digests', new.chart); END;
  CREATE TRIGGER digests_u AFTER UPDATE ON digests BEGIN INSERT INTO unsealed VALUES ('digests', old.chart), ('digests', new.chart); END;
  CREATE TRIGGER digests_d AFTER DELETE ON digests BEGIN INSERT INTO unsealed VALUES ('digests', old.chart); END;
  CREATE TRIGGER unit_i AFTER INSERT ON unit BEGIN INSERT INTO unsealed VALUES ('unit', new.field); END;
  CREATE TRIGGER unit_u AFTER UPDATE ON unit BEGIN INSERT INTO unsealed VALUES ('unit', old.field), ('unit', new.field); END;
  CREATE TRIGGER unit_d AFTER DELETE ON unit BEGIN INSERT INTO unsealed VALUES ('unit', old.field); END;
  `,
  `
  -- What the list of charts shows besides: a picture as letters, the folder, and whether new charts are made from it.
  ALTER TABLE charts ADD COLUMN sketch TEXT;
  ALTER TABLE charts ADD COLUMN folder TEXT;
  ALTER TABLE charts ADD COLUMN template INTEGER CHECK (template = 1);
  `,
  ...ledgerMigrations,
]
