/** Migrations of 办件 and 措施台账 (see `schema.ts`). Released ones are never changed. */
export const ledgerMigrations: readonly string[] = [
  `
  -- 办件: what systems recorded. In 'record' (JSON) persons are numbers; their names stand apart.
  CREATE TABLE cases (
    id INTEGER PRIMARY KEY,
    chart TEXT NOT NULL REFERENCES charts ON DELETE CASCADE,
    number TEXT NOT NULL,
    -- Of the last event: what is kept too long is told by it.
    last TEXT NOT NULL,
    record TEXT NOT NULL,
    UNIQUE (chart, number)
  ) STRICT;
  CREATE TABLE case_persons (
    id INTEGER PRIMARY KEY,
    chart TEXT NOT NULL REFERENCES charts ON DELETE CASCADE,
    name TEXT NOT NULL,
    UNIQUE (chart, name)
  ) STRICT;
  -- What people said of findings is only ever added to, until its case goes.
  CREATE TABLE case_judgements (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chart TEXT NOT NULL,
    number TEXT NOT NULL,
    key TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    person TEXT NOT NULL,
    at INTEGER NOT NULL,
    FOREIGN KEY (chart, number) REFERENCES cases (chart, number) ON DELETE CASCADE
  ) STRICT;
  CREATE INDEX case_judgements_by_case ON case_judgements (chart, number);
  -- How the cases of a chart are read (JSON): posts of persons, names of steps.
  CREATE TABLE case_settings (
    chart TEXT PRIMARY KEY REFERENCES charts ON DELETE CASCADE,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER cases_i AFTER INSERT ON cases BEGIN INSERT INTO unsealed VALUES ('cases', new.id); END;
  CREATE TRIGGER cases_u AFTER UPDATE ON cases BEGIN INSERT INTO unsealed VALUES ('cases', old.id), ('cases', new.id); END;
  CREATE TRIGGER cases_d AFTER DELETE ON cases BEGIN INSERT INTO unsealed VALUES ('cases', old.id); END;
  CREATE TRIGGER case_persons_i AFTER INSERT ON case_persons BEGIN INSERT INTO unsealed VALUES ('case_persons', new.id); END;
  CREATE TRIGGER case_persons_u AFTER UPDATE ON case_persons BEGIN INSERT INTO unsealed VALUES ('case_persons', old.id), ('case_persons', new.id); END;
  CREATE TRIGGER case_persons_d AFTER DELETE ON case_persons BEGIN INSERT INTO unsealed VALUES ('case_persons', old.id); END;
  CREATE TRIGGER case_judgements_i AFTER INSERT ON case_judgements BEGIN INSERT INTO unsealed VALUES ('case_judgements', new.id); END;
  CREATE TRIGGER case_judgements_u AFTER UPDATE ON case_judgements BEGIN INSERT INTO unsealed VALUES ('case_judgements', old.id), ('case_judgements', new.id); END;
  CREATE TRIGGER case_judgements_d AFTER DELETE ON case_judgements BEGIN INSERT INTO unsealed VALUES ('case_judgements', old.id); END;
  CREATE TRIGGER case_settings_i AFTER INSERT ON case_settings BEGIN INSERT INTO unsealed VALUES ('case_settings', new.chart); END;
  CREATE TRIGGER case_settings_u AFTER UPDATE ON case_settings BEGIN INSERT INTO unsealed VALUES ('case_settings', old.chart), ('case_settings', new.chart); END;
  CREATE TRIGGER case_settings_d AFTER DELETE ON case_settings BEGIN INSERT INTO unsealed VALUES ('case_settings', old.chart); END;
  `,
  `
  -- 措施台账: what happened to the measures of a chart. Only ever added to.
  CREATE TABLE control_events (
    chart TEXT NOT NULL REFERENCES charts ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    event TEXT NOT NULL,
    PRIMARY KEY (chart, seq)
  ) STRICT, WITHOUT ROWID;

  -- Up to which update of a chart its measures are in the 台账, and what lists say of that chart.
  CREATE TABLE control_seen (
    chart TEXT PRIMARY KEY REFERENCES charts ON DELETE CASCADE,
    through INTEGER NOT NULL,
    facts TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- Files that were handed in as evidence. 'id' is that of the event.
  CREATE TABLE evidence_files (
    id TEXT PRIMARY KEY,
    chart TEXT NOT NULL REFERENCES charts ON DELETE CASCADE,
    bytes BLOB NOT NULL
  ) STRICT;
  CREATE INDEX evidence_by_chart ON evidence_files (chart);

  CREATE TRIGGER control_events_i AFTER INSERT ON control_events BEGIN INSERT INTO unsealed VALUES ('control_events', new.chart || '/' || new.seq); END;
  CREATE TRIGGER control_events_u AFTER UPDATE ON control_events BEGIN INSERT INTO unsealed VALUES ('control_events', old.chart || '/' || old.seq), ('control_events', new.chart || '/' || new.seq); END;
  CREATE TRIGGER control_events_d AFTER DELETE ON control_events BEGIN INSERT INTO unsealed VALUES ('control_events', old.chart || '/' || old.seq); END;
  CREATE TRIGGER control_seen_i AFTER INSERT ON control_seen BEGIN INSERT INTO unsealed VALUES ('control_seen', new.chart); END;
  CREATE TRIGGER control_seen_u AFTER UPDATE ON control_seen BEGIN INSERT INTO unsealed VALUES ('control_seen', old.chart), ('control_seen', new.chart); END;
  CREATE TRIGGER control_seen_d AFTER DELETE ON control_seen BEGIN INSERT INTO unsealed VALUES ('control_seen', old.chart); END;
  CREATE TRIGGER evidence_files_i AFTER INSERT ON evidence_files BEGIN INSERT INTO unsealed VALUES ('evidence_files', new.id); END;
  CREATE TRIGGER evidence_files_u AFTER UPDATE ON evidence_files BEGIN INSERT INTO unsealed VALUES ('evidence_files', old.id), ('evidence_files', new.id); END;
  CREATE TRIGGER evidence_files_d AFTER DELETE ON evidence_files BEGIN INSERT INTO unsealed VALUES ('evidence_files', old.id); END;
  `,
  `
  -- The history of the 职权目录: a row for all that one request changed; 'turns' is JSON with before and after.
  CREATE TABLE power_deeds (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    person TEXT NOT NULL,
    turns TEXT NOT NULL,
    bytes INTEGER NOT NULL
  ) STRICT;
  CREATE TRIGGER power_deeds_i AFTER INSERT ON power_deeds BEGIN INSERT INTO unsealed VALUES ('power_deeds', new.id); END;
  CREATE TRIGGER power_deeds_u AFTER UPDATE ON power_deeds BEGIN INSERT INTO unsealed VALUES ('power_deeds', old.id), ('power_deeds', new.id); END;
  CREATE TRIGGER power_deeds_d AFTER DELETE ON power_deeds BEGIN INSERT INTO unsealed VALUES ('power_deeds', old.id); END;
  `,
  `
  -- 防控 of the whole unit (预警, 风险档案): events by stream, only ever added to.
  CREATE TABLE unit_events (
    stream TEXT NOT NULL,
    seq INTEGER NOT NULL,
    event TEXT NOT NULL,
    PRIMARY KEY (stream, seq)
  ) STRICT, WITHOUT ROWID;
  -- A year of the 风险档案 as it was: never changed.
  CREATE TABLE frozen_years (
    name TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;
  CREATE TRIGGER unit_events_i AFTER INSERT ON unit_events BEGIN INSERT INTO unsealed VALUES ('unit_events', new.stream || '/' || new.seq); END;
  CREATE TRIGGER unit_events_u AFTER UPDATE ON unit_events BEGIN INSERT INTO unsealed VALUES ('unit_events', old.stream || '/' || old.seq), ('unit_events', new.stream || '/' || new.seq); END;
  CREATE TRIGGER unit_events_d AFTER DELETE ON unit_events BEGIN INSERT INTO unsealed VALUES ('unit_events', old.stream || '/' || old.seq); END;
  CREATE TRIGGER frozen_years_i AFTER INSERT ON frozen_years BEGIN INSERT INTO unsealed VALUES ('frozen_years', new.name); END;
  CREATE TRIGGER frozen_years_u AFTER UPDATE ON frozen_years BEGIN INSERT INTO unsealed VALUES ('frozen_years', old.name), ('frozen_years', new.name); END;
  CREATE TRIGGER frozen_years_d AFTER DELETE ON frozen_years BEGIN INSERT INTO unsealed VALUES ('frozen_years', old.name); END;
  `,
  `
  -- Checksums of what merging overruled, and of whose the client ids are.
  CREATE TRIGGER conflicts_i AFTER INSERT ON conflicts BEGIN INSERT INTO unsealed VALUES ('conflicts', new.id); END;
  CREATE TRIGGER conflicts_u AFTER UPDATE ON conflicts BEGIN INSERT INTO unsealed VALUES ('conflicts', old.id), ('conflicts', new.id); END;
  CREATE TRIGGER conflicts_d AFTER DELETE ON conflicts BEGIN INSERT INTO unsealed VALUES ('conflicts', old.id); END;
  CREATE TRIGGER clients_i AFTER INSERT ON clients BEGIN INSERT INTO unsealed VALUES ('clients', new.chart || '/' || new.client); END;
  CREATE TRIGGER clients_u AFTER UPDATE ON clients BEGIN INSERT INTO unsealed VALUES ('clients', old.chart || '/' || old.client), ('clients', new.chart || '/' || new.client); END;
  CREATE TRIGGER clients_d AFTER DELETE ON clients BEGIN INSERT INTO unsealed VALUES ('clients', old.chart || '/' || old.client); END;
  `,
]
