/// The tables of an exported database; their page is `Database.md`.
///
/// They are plain, not `STRICT`: whoever reports with an SQLite older than 3.37 could not open the file.
enum DatabaseSchema {
  /// `Lntu`, which `file` and SQLite's own tools show.
  static let applicationID: Int32 = 0x4C6E_7475
  /// Grows when a table or a column changes its meaning or goes.
  static let version: Int32 = 1

  /// The vocabulary, then what is said in it, then what was planned and reported. Whatever a column refers
  /// to stands in a table above it, or in its own.
  static let tables = """
    CREATE TABLE dataset(
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    );
    CREATE TABLE units(
      unit TEXT PRIMARY KEY,
      dimension TEXT NOT NULL,
      factor REAL NOT NULL
    );
    CREATE TABLE kinds(
      kind TEXT PRIMARY KEY,
      label_zh TEXT NOT NULL,
      label_en TEXT NOT NULL
    );
    CREATE TABLE attribute_kinds(
      kind TEXT NOT NULL REFERENCES kinds,
      attribute TEXT NOT NULL,
      type TEXT NOT NULL,
      list INTEGER NOT NULL CHECK(list IN (0, 1)),
      label_zh TEXT NOT NULL,
      label_en TEXT NOT NULL,
      PRIMARY KEY(kind, attribute)
    );
    CREATE TABLE options(
      kind TEXT NOT NULL,
      attribute TEXT NOT NULL,
      option TEXT NOT NULL,
      label_zh TEXT NOT NULL,
      label_en TEXT NOT NULL,
      PRIMARY KEY(kind, attribute, option),
      FOREIGN KEY(kind, attribute) REFERENCES attribute_kinds
    );
    CREATE TABLE relation_kinds(
      kind TEXT PRIMARY KEY,
      semantics TEXT NOT NULL,
      label_zh TEXT NOT NULL,
      label_en TEXT NOT NULL,
      inverse_zh TEXT NOT NULL,
      inverse_en TEXT NOT NULL
    );
    CREATE TABLE nodes(
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL REFERENCES kinds,
      name TEXT NOT NULL,
      basis TEXT NOT NULL,
      document TEXT REFERENCES nodes,
      place TEXT
    );
    CREATE TABLE aliases(
      node TEXT NOT NULL REFERENCES nodes,
      position INTEGER NOT NULL,
      alias TEXT NOT NULL,
      PRIMARY KEY(node, position)
    ) WITHOUT ROWID;
    CREATE TABLE attributes(
      node TEXT NOT NULL REFERENCES nodes,
      attribute TEXT NOT NULL,
      position INTEGER NOT NULL,
      value TEXT NOT NULL,
      amount NUMERIC,
      unit TEXT REFERENCES units,
      first_day TEXT,
      last_day TEXT,
      PRIMARY KEY(node, attribute, position)
    ) WITHOUT ROWID;
    CREATE TABLE relations(
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL REFERENCES relation_kinds,
      source TEXT NOT NULL REFERENCES nodes,
      target TEXT NOT NULL REFERENCES nodes,
      basis TEXT NOT NULL,
      document TEXT REFERENCES nodes,
      place TEXT,
      open INTEGER NOT NULL CHECK(open IN (0, 1)),
      first_day TEXT,
      last_day TEXT
    );
    CREATE TABLE plan(
      id INTEGER PRIMARY KEY,
      line TEXT NOT NULL,
      recorded TEXT NOT NULL,
      item TEXT NOT NULL REFERENCES nodes,
      what TEXT NOT NULL,
      period TEXT,
      value TEXT NOT NULL,
      amount NUMERIC,
      unit TEXT REFERENCES units,
      first_day TEXT,
      last_day TEXT,
      source TEXT
    );
    CREATE TABLE journal(
      id INTEGER PRIMARY KEY,
      line TEXT NOT NULL,
      recorded TEXT NOT NULL,
      received TEXT NOT NULL,
      period TEXT,
      by TEXT NOT NULL,
      party TEXT REFERENCES nodes,
      item TEXT NOT NULL REFERENCES nodes,
      type TEXT NOT NULL,
      state TEXT NOT NULL CHECK(state IN ('standing', 'corrected', 'withdrawn')),
      status TEXT,
      value TEXT,
      amount NUMERIC,
      unit TEXT REFERENCES units,
      progress TEXT,
      problem TEXT,
      next TEXT,
      milestone TEXT,
      first_day TEXT,
      last_day TEXT,
      corrects TEXT,
      answers TEXT,
      number TEXT,
      level TEXT,
      reason TEXT,
      source TEXT
    );
    CREATE TABLE owners(
      item TEXT NOT NULL REFERENCES nodes,
      role TEXT NOT NULL,
      position INTEGER NOT NULL,
      party TEXT REFERENCES nodes,
      certainty TEXT NOT NULL CHECK(certainty IN ('certain', 'possible')),
      basis TEXT NOT NULL,
      PRIMARY KEY(item, role, position)
    ) WITHOUT ROWID;
    CREATE TABLE status(
      item TEXT PRIMARY KEY REFERENCES nodes,
      at TEXT NOT NULL,
      known TEXT NOT NULL,
      light TEXT NOT NULL CHECK(light IN ('grey', 'green', 'yellow', 'red')),
      period TEXT,
      status TEXT,
      disputed INTEGER NOT NULL CHECK(disputed IN (0, 1)),
      value TEXT,
      amount NUMERIC,
      unit TEXT REFERENCES units,
      value_period TEXT,
      plan NUMERIC,
      rate REAL,
      time REAL,
      behind REAL,
      age INTEGER,
      line TEXT,
      plan_line TEXT
    );
    CREATE TABLE status_reasons(
      item TEXT NOT NULL REFERENCES status,
      position INTEGER NOT NULL,
      light TEXT NOT NULL,
      text_zh TEXT NOT NULL,
      text_en TEXT NOT NULL,
      line TEXT,
      PRIMARY KEY(item, position)
    ) WITHOUT ROWID;
    """

  /// Made when all rows are in: an index that grows with its table is written many times over.
  static let indices = """
    CREATE INDEX nodes_kind ON nodes(kind, name);
    CREATE INDEX attributes_attribute ON attributes(attribute);
    CREATE INDEX relations_source ON relations(source, kind);
    CREATE INDEX relations_target ON relations(target, kind);
    CREATE INDEX journal_item ON journal(item, period);
    CREATE INDEX plan_item ON plan(item);
    """
}
