public import Diagnostics
public import ChainFiles
public import Bilingual

/// Why the files of a folder cannot be changed to say something else.
public enum EditingFault: LiantuError, Hashable {
  /// The facts stand in tables, not in YAML.
  case tables
  /// The vocabulary would change, which only a person can write into `ontology.yaml`.
  case vocabulary
  /// The new data set cannot be written.
  case unwritable(WritingFault)
  /// An anchor makes one text stand at several places.
  case shared(path: String, line: Int)
  /// Two changes meet in one place.
  case tangled(path: String, line: Int)
  /// Defaults of a file give what an entry must not have.
  case defaults(path: String, kind: String, field: String, node: String)
  /// A form that is not understood well enough to change it.
  case form(path: String, line: Int)
  /// What was changed reads as something else than was meant; what differs.
  case unfaithful(String)
  /// What is to be changed comes from the library of chains.
  case borrowed(path: String, node: String)

  /// A stable name.
  public var code: String {
    switch self {
    case .tables: "edits-tables"
    case .vocabulary: "edits-vocabulary"
    case .unwritable(let fault): fault.code
    case .shared: "edits-anchor"
    case .tangled: "edits-overlap"
    case .defaults: "edits-defaults"
    case .form: "edits-unknown-form"
    case .unfaithful: "unfaithful-edit"
    case .borrowed: "edits-borrowed"
    }
  }

  /// The reason, for people.
  public var message: BilingualText {
    switch self {
    case .tables:
      BilingualText(
        zh: "数据集由 nodes.csv 和 edges.csv 组成，不是 YAML，不能这样修改",
        en:
          "the data set consists of nodes.csv and edges.csv, not of YAML, and cannot be edited this way"
      )
    case .vocabulary:
      BilingualText(
        zh: "词汇表不同；请先手工修改 ontology.yaml",
        en: "the vocabularies differ; edit ontology.yaml by hand first"
      )
    case .unwritable(let fault): fault.message
    case .shared(let path, let line):
      BilingualText(
        zh: "\(path):\(line)：此处用了 YAML 锚点（&），改动会牵连别处；请先把锚点写成实际的值",
        en:
          "\(path):\(line): a YAML anchor (&) makes this text stand elsewhere too; write the values out first"
      )
    case .tangled(let path, let line), .form(let path, let line):
      BilingualText(
        zh: "\(path):\(line)：此处的写法无法安全地改动；请手工修改这一条目",
        en: "\(path):\(line): this cannot be changed safely; edit the entry by hand"
      )
    case .defaults(let path, let kind, let field, let node):
      BilingualText(
        zh: "\(path)：defaults 给每个 \(kind) 的 \(field)，“\(node)”却不能有；请手工修改 defaults",
        en:
          "\(path): defaults give every \(kind) a \(field), which '\(node)' must not have; edit the defaults by hand"
      )
    case .unfaithful(let what):
      BilingualText(
        zh: "内部错误：改动后的文件与新数据不一致（\(what)）；什么也没有写",
        en:
          "internal error: the changed files would not say what is meant (\(what)); nothing was written"
      )
    case .borrowed(let path, let node):
      BilingualText(
        zh: "“\(node)”来自参考链（\(path)），不在本数据集中改；改名、去除、细分、另加写在 uses 之下",
        en:
          "'\(node)' comes from the library of chains (\(path)) and is not changed here; rename, except, split and add stand under uses"
      )
    }
  }
}

extension FolderEdit {
  /// What a person should know of a change beside the change itself.
  public enum Note: Sendable, Hashable {
    /// A comment went with what it spoke of.
    case removedComment(file: String, text: String)
    /// An entry that an alias stood for is written out.
    case wroteOut(file: String, line: Int)

    /// The note, for people.
    public var message: BilingualText {
      switch self {
      case .removedComment(let file, let text):
        BilingualText(
          zh: "\(file)：注释随所在内容删除：\(text)",
          en: "\(file): a comment went with what it spoke of: \(text)"
        )
      case .wroteOut(let file, let line):
        BilingualText(
          zh: "\(file):\(line)：别名（*）改写为实际的值",
          en: "\(file):\(line): an alias (*) is written out"
        )
      }
    }
  }
}
